import type { OrganisationId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import {
  type RatingAppealId,
  RatingClass,
  type RatingCriterionId,
  type RatingId,
  RatingMove,
  RatingRound,
  RatingState,
  type RatingTemplateId,
} from '@linli/domain/organisation/ratings';
import { OrganisationKind } from '@linli/domain/organisation/structure';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, DateTime, orRefused } from '../../platform/graphql/index.js';

registerEnumType(RatingState, { name: 'RatingState' });
registerEnumType(RatingMove, { name: 'RatingMove' });
registerEnumType(RatingRound, { name: 'RatingRound' });
registerEnumType(RatingClass, { name: 'RatingClass' });

@ObjectType({ simpleResolvers: true })
export class RatingCriterion {
  @Field(() => ID)
  id: RatingCriterionId;

  @Field(() => String)
  text: string;

  @Field(() => Int, { description: 'At most.' })
  points: number;
}

@ObjectType({ simpleResolvers: true })
export class RatingStar {
  @Field(() => Int)
  position: number;

  @Field(() => String)
  name: string;

  @Field(() => Int, { description: 'With fewer points there is no star.' })
  passPoints: number;

  @Field(() => [RatingCriterion])
  criteria: readonly RatingCriterion[];
}

/** 評星標準 One version of a set of stars. */
@ObjectType({ simpleResolvers: true })
export class RatingTemplate {
  @Field(() => ID)
  id: RatingTemplateId;

  @Field(() => String)
  setKey: string;

  @Field(() => Int)
  version: number;

  @Field(() => String)
  name: string;

  @Field(() => [OrganisationKind])
  kinds: readonly OrganisationKind[];

  @Field(() => DateScalar)
  validFrom: PlainDate;

  @Field(() => String, { nullable: true })
  documentNumber: string | null;

  @Field(() => Int)
  classAFrom: number;

  @Field(() => Int)
  classBFrom: number;

  @Field(() => [RatingStar])
  stars: readonly RatingStar[];
}
export const RatingTemplateOrRefused = orRefused(RatingTemplate);

/** 五星支部 One organisation in one year, from its declaration to the stars that it holds. */
@ObjectType({ simpleResolvers: true })
export class Rating {
  @Field(() => ID)
  id: RatingId;

  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  organisationName: string;

  @Field(() => ID)
  templateId: RatingTemplateId;

  @Field(() => Int)
  year: number;

  @Field(() => RatingState)
  state: RatingState;

  declaredBy: PersonId;

  @Field(() => DateScalar, { nullable: true })
  noticeFrom: PlainDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day of the notice.' })
  noticeUntil: PlainDate | null;

  @Field(() => RatingClass, { nullable: true })
  class: RatingClass | null;

  @Field(() => String, { nullable: true })
  documentNumber: string | null;

  @Field(() => Int, { nullable: true, description: 'By whoever rated it last; null: nobody has yet.' })
  points: number | null;

  @Field(() => Int, { description: 'Stars that it holds now.' })
  starsHeld: number;

  @Field(() => Int)
  openAppeals: number;
}
export const RatingOrRefused = orRefused(Rating);

@ObjectType({ simpleResolvers: true })
export class RatingScore {
  @Field(() => RatingRound)
  round: RatingRound;

  @Field(() => ID)
  criterionId: RatingCriterionId;

  @Field(() => Int)
  points: number;

  @Field(() => String, { nullable: true })
  note: string | null;
}

@ObjectType({ simpleResolvers: true })
export class RatingStep {
  @Field(() => RatingMove)
  move: RatingMove;

  @Field(() => DateTime)
  at: Date;

  @Field(() => String)
  byName: string;
}

/** A star that was given; one that was taken has a reason. */
@ObjectType({ simpleResolvers: true })
export class RatingStarHeld {
  @Field(() => Int)
  position: number;

  @Field(() => DateTime, { nullable: true })
  withdrawnAt: Date | null;

  @Field(() => String, { nullable: true })
  withdrawnByName: string | null;

  @Field(() => String, { nullable: true })
  reason: string | null;
}

@ObjectType({ simpleResolvers: true })
export class RatingAppeal {
  @Field(() => ID)
  id: RatingAppealId;

  @Field(() => String)
  text: string;

  @Field(() => DateTime)
  at: Date;

  @Field(() => String)
  byName: string;

  @Field(() => Boolean, { nullable: true, description: 'Null: it waits for its answer.' })
  upheld: boolean | null;

  @Field(() => String, { nullable: true })
  answer: string | null;

  @Field(() => String, { nullable: true })
  answeredByName: string | null;
}

@ObjectType({ simpleResolvers: true })
export class RatingPage {
  @Field(() => [Rating])
  ratings: readonly Rating[];

  @Field(() => String, { nullable: true })
  endCursor: string | null;
}

@ObjectType({ simpleResolvers: true })
export class RatingCount {
  @Field(() => RatingState)
  state: RatingState;

  @Field(() => RatingClass, { nullable: true })
  class: RatingClass | null;

  @Field(() => Int)
  count: number;
}
