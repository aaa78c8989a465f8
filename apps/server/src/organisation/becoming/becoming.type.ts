import type { OrganisationId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { BecomingPhase, type DossierId } from '@linli/domain/organisation/becoming';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, orRefused } from '../../platform/graphql/index.js';

registerEnumType(BecomingPhase, { name: 'BecomingPhase' });

/** 發展黨員 One of the twenty-five steps. */
@ObjectType({ simpleResolvers: true })
export class BecomingStepInfo {
  @Field(() => Int)
  number: number;

  @Field(() => BecomingPhase)
  phase: BecomingPhase;

  @Field(() => String)
  name: string;

  @Field(() => [String])
  papers: readonly string[];
}

@ObjectType({ simpleResolvers: true })
export class StepTaken {
  @Field(() => Int)
  number: number;

  @Field(() => DateScalar)
  on: PlainDate;

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
  steps: StepTaken[];

  @Field(() => Int)
  reviews: number;

  @Field(() => Int)
  extendedMonths: number;

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

  @Field(() => DateScalar, { nullable: true, description: 'The last day on which it is not late.' })
  due: PlainDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'When the next half-year review is due.' })
  reviewDue: PlainDate | null;

  @Field(() => Boolean)
  isLate: boolean;
}
export const BecomingDossierOrRefused = orRefused(BecomingDossier);
