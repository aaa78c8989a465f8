import type { OrganisationId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import {
  BecomingPaper,
  BecomingPhase,
  BecomingStepName,
  type DossierId,
} from '@linli/domain/organisation/becoming';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, orRefused } from '../../platform/graphql/index.js';

registerEnumType(BecomingPhase, { name: 'BecomingPhase' });
registerEnumType(BecomingStepName, { name: 'BecomingStepName' });
registerEnumType(BecomingPaper, { name: 'BecomingPaper' });

/** 發展黨員 One of the twenty-five steps. */
@ObjectType({ simpleResolvers: true })
export class BecomingStepInfo {
  @Field(() => Int)
  number: number;

  @Field(() => BecomingPhase)
  phase: BecomingPhase;

  @Field(() => BecomingStepName)
  name: BecomingStepName;

  @Field(() => [BecomingPaper])
  papers: readonly BecomingPaper[];
}

@ObjectType({ simpleResolvers: true })
export class StepTaken {
  @Field(() => Int)
  number: number;

  @Field(() => DateScalar)
  on: PlainDate;

  @Field(() => String)
  recordedBy: string;

  @Field(() => [String], { description: 'Who introduced, by name.' })
  introducers: readonly string[];

  @Field(() => Int, { nullable: true })
  trainingHours: number | null;

  @Field(() => Int, { nullable: true })
  trainingDays: number | null;
}

/** One of the twenty-five as it stands for somebody, before it is due too. */
@ObjectType({ simpleResolvers: true })
export class DossierStep {
  @Field(() => BecomingStepInfo)
  step: BecomingStepInfo;

  @Field(() => StepTaken, { nullable: true })
  taken: StepTaken | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Before that it cannot be taken, as far as known.',
  })
  earliest: PlainDate | null;

  @Field(() => DateScalar, { nullable: true })
  due: PlainDate | null;

  @Field(() => Boolean)
  isNext: boolean;

  @Field(() => Boolean, { description: 'Taken after its day, or its day is over.' })
  isLate: boolean;
}

/** 半年考察 */
@ObjectType({ simpleResolvers: true })
export class ActivistReview {
  @Field(() => DateScalar)
  on: PlainDate;

  @Field(() => String)
  note: string;

  @Field(() => String)
  recordedBy: string;
}

/** One person's way, and what comes next. */
@ObjectType({ simpleResolvers: true })
export class BecomingDossier {
  @Field(() => ID)
  id: DossierId;

  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  organisationName: string;

  @Field(() => ID)
  residentId: PersonId;

  @Field(() => String)
  name: string;

  @Field(() => [StepTaken])
  steps: readonly StepTaken[];

  @Field(() => [DossierStep], { description: 'All twenty-five.' })
  timeline: readonly DossierStep[];

  @Field(() => Int)
  reviews: number;

  @Field(() => [ActivistReview])
  reviewed: readonly ActivistReview[];

  @Field(() => Int)
  extendedMonths: number;

  @Field(() => String, { nullable: true, description: 'Why the approval may take six months.' })
  prolongedBecause: string | null;

  @Field(() => Boolean, { description: 'Whether the probation can be extended now.' })
  mayExtend: boolean;

  @Field(() => Boolean, { description: 'Whether the approval can be given six months now.' })
  mayProlong: boolean;

  @Field(() => DateScalar, { nullable: true })
  stoppedOn: PlainDate | null;

  @Field(() => String, { nullable: true })
  stopReason: string | null;

  /** Null: all steps are taken, or the way was stopped. */
  @Field(() => BecomingStepInfo, { nullable: true })
  next: BecomingStepInfo | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which the next step may be taken.',
  })
  earliest: PlainDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first deadline that is running: its last day.',
  })
  due: PlainDate | null;

  @Field(() => Int, { nullable: true, description: 'Of which step: of the next, or of one behind it.' })
  dueStep: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'When the next half-year review is due.' })
  reviewDue: PlainDate | null;

  @Field(() => Boolean)
  isLate: boolean;
}
export const BecomingDossierOrRefused = orRefused(BecomingDossier);
