import type { CentreId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { Meal, MealWay } from '@linli/domain/services/centres';
import { type ClaimId, type ClaimLineId, ClaimState, EvidenceKind } from '@linli/domain/services/claims';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, DateTime, orRefused } from '../../platform/graphql/index.js';

registerEnumType(ClaimState, { name: 'ClaimState' });
registerEnumType(EvidenceKind, { name: 'EvidenceKind' });

/** 補貼申報 The file of one month for one payer. Once it is submitted it never changes. */
@ObjectType({ simpleResolvers: true })
export class Claim {
  @Field(() => ID)
  id: ClaimId;

  @Field(() => ID)
  centreId: CentreId;

  @Field(() => String)
  payer: string;

  @Field(() => String, { description: '2026-11' })
  month: string;

  @Field(() => Int, {
    description: 'Of the month: the second one is what was returned, or came to light later.',
  })
  number: number;

  @Field(() => ClaimState)
  state: ClaimState;

  @Field(() => Int)
  meals: number;

  @Field(() => Int, { description: 'Meals that are taken back.' })
  counters: number;

  @Field(() => Int)
  totalFen: number;

  @Field(() => Int, { description: 'Lines whose evidence is gone since they were gathered.' })
  withoutEvidence: number;

  @Field(() => DateTime)
  draftedAt: Date;

  @Field(() => String)
  draftedByName: string;

  @Field(() => DateTime, { nullable: true })
  submittedAt: Date | null;

  @Field(() => String, { nullable: true })
  submittedByName: string | null;

  @Field(() => DateTime, { nullable: true })
  answeredAt: Date | null;

  @Field(() => String, { nullable: true })
  answeredByName: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was returned.' })
  reason: string | null;
}

export const ClaimOrRefused = orRefused(Claim);

/** One meal of one person, and what shows that they had it. */
@ObjectType({ simpleResolvers: true })
export class ClaimLine {
  @Field(() => ID)
  id: ClaimLineId;

  @Field(() => String, { description: '王*; the file has the whole name.' })
  name: string;

  @Field(() => String)
  ticketNumber: string;

  @Field(() => DateScalar)
  day: PlainDate;

  @Field(() => Meal)
  meal: Meal;

  @Field(() => MealWay)
  way: MealWay;

  @Field(() => String)
  ruleName: string;

  @Field(() => Int, { description: 'Below zero: a meal that is taken back.' })
  fen: number;

  @Field(() => EvidenceKind)
  evidenceKind: EvidenceKind;

  @Field(() => DateTime)
  evidenceAt: Date;

  @Field(() => String)
  evidenceByName: string;

  @Field(() => String, { nullable: true })
  reason: string | null;

  @Field(() => Boolean)
  countered: boolean;
}

@ObjectType({ simpleResolvers: true })
export class ClaimLinePage {
  @Field(() => [ClaimLine])
  lines: readonly ClaimLine[];

  @Field(() => String, {
    nullable: true,
    description: 'Where the next page begins; null: this was the last.',
  })
  endCursor: string | null;
}

/** What one payer could be asked for. */
@ObjectType({ simpleResolvers: true })
export class ClaimablePayer {
  @Field(() => String)
  payer: string;

  @Field(() => Int)
  meals: number;

  @Field(() => Int)
  fen: number;
}
