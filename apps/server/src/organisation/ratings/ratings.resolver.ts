import { pageSize } from '@linli/domain/base';
import {
  type AnswerRatingAppealInput,
  answerRatingAppealInput,
  type AppealRatingInput,
  appealRatingInput,
  type ConfirmRatingInput,
  confirmRatingInput,
  type DeclareRatingInput,
  declareRatingInput,
  type GrantRatingInput,
  grantRatingInput,
  type PublishRatingInput,
  publishRatingInput,
  type RateItselfInput,
  rateItselfInput,
  type RatingId,
  ratingId,
  RatingState,
  type ReviewRatingInput,
  reviewRatingInput,
  type WithdrawStarInput,
  withdrawStarInput,
} from '@linli/domain/organisation/ratings';
import { Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { answerRatingAppeal, appealRating } from './appeal-rating.js';
import { declareRating } from './declare-rating.js';
import { grantRating, publishRating, withdrawStar } from './grant-rating.js';
import { scoreRating } from './move-rating.js';
import {
  appealsOf,
  ratedItself,
  ratingCounts,
  ratingFor,
  ratingsOf,
  scoresOf,
  starsHeldOf,
  stepsOf,
} from './rating.queries.js';
import {
  Rating,
  RatingAppeal,
  RatingCount,
  RatingOrRefused,
  RatingPage,
  RatingScore,
  RatingStarHeld,
  RatingStep,
  RatingTemplate,
} from './rating.type.js';
import { templateOf } from './templates.js';

const year = z.int().min(2020).max(2100);

@Resolver(() => Rating)
export class RatingsResolver {
  @Allow('SEE_RATINGS')
  @Query(() => RatingPage, { description: 'Of a year, within reach; the last that was declared first.' })
  ratings(
    @Ctx() { db, viewer }: Request,
    @Arg('year', year) of: number,
    @Arg('first', pageSize) first: number,
    @Arg('state', z.enum(RatingState).nullish()) state: RatingState | null | undefined,
    @Arg('after', ratingId.nullish()) after: RatingId | null | undefined,
  ): Promise<RatingPage> {
    return ratingsOf(db, viewer, { year: of, first, state: state ?? null, after: after ?? null });
  }

  @Allow('SEE_RATINGS')
  @Query(() => [RatingCount])
  ratingCounts(@Ctx() { db, viewer }: Request, @Arg('year', year) of: number): Promise<RatingCount[]> {
    return ratingCounts(db, viewer, of);
  }

  @Allow('SEE_RATINGS')
  @Query(() => Rating)
  rating(@Ctx() { db, viewer }: Request, @Arg('id', ratingId) id: RatingId): Promise<Rating> {
    return ratingFor(db, viewer, 'SEE_RATINGS', id);
  }

  @Allow('SEE_RATINGS')
  @FieldResolver(() => RatingTemplate)
  template(@Root() { templateId }: Rating, @Ctx() request: Request): Promise<RatingTemplate> {
    return templateOf(request, templateId);
  }

  @Allow('SEE_RATINGS')
  @FieldResolver(() => [RatingScore])
  scores(@Root() { id }: Rating, @Ctx() request: Request): Promise<RatingScore[]> {
    return scoresOf(request, id);
  }

  @Allow('SEE_RATINGS')
  @FieldResolver(() => [RatingStep])
  steps(@Root() { id }: Rating, @Ctx() request: Request): Promise<RatingStep[]> {
    return stepsOf(request, id);
  }

  @Allow('SEE_RATINGS')
  @FieldResolver(() => [RatingStarHeld])
  stars(@Root() { id }: Rating, @Ctx() request: Request): Promise<RatingStarHeld[]> {
    return starsHeldOf(request, id);
  }

  @Allow('SEE_RATINGS')
  @FieldResolver(() => [RatingAppeal])
  appeals(@Root() { id }: Rating, @Ctx() request: Request): Promise<RatingAppeal[]> {
    return appealsOf(request, id);
  }

  @Allow('SEE_RATINGS')
  @FieldResolver(() => Boolean, { description: 'The viewer declared or rated it: somebody else goes on.' })
  isOwn(@Root() { id }: Rating, @Ctx() { db, viewer }: Request): Promise<boolean> {
    return ratedItself(db, id, viewer.personId);
  }

  @Allow('DECLARE_RATINGS')
  @Mutation(() => RatingOrRefused)
  declareRating(
    @Ctx() { db, viewer }: Request,
    @Input(declareRatingInput) input: DeclareRatingInput,
  ): Promise<Rating | Refused> {
    return declareRating(db, viewer, input);
  }

  @Allow('DECLARE_RATINGS')
  @Mutation(() => RatingOrRefused)
  rateItself(
    @Ctx() { db, viewer }: Request,
    @Input(rateItselfInput) input: RateItselfInput,
  ): Promise<Rating | Refused> {
    return scoreRating('RATE_ITSELF')(db, viewer, input);
  }

  @Allow('REVIEW_RATINGS')
  @Mutation(() => RatingOrRefused)
  reviewRating(
    @Ctx() { db, viewer }: Request,
    @Input(reviewRatingInput) input: ReviewRatingInput,
  ): Promise<Rating | Refused> {
    return scoreRating('REVIEW')(db, viewer, input);
  }

  @Allow('GRANT_RATINGS')
  @Mutation(() => RatingOrRefused)
  confirmRating(
    @Ctx() { db, viewer }: Request,
    @Input(confirmRatingInput) input: ConfirmRatingInput,
  ): Promise<Rating | Refused> {
    return scoreRating('CONFIRM')(db, viewer, input);
  }

  @Allow('GRANT_RATINGS')
  @Mutation(() => RatingOrRefused)
  publishRating(
    @Ctx() { db, viewer }: Request,
    @Input(publishRatingInput) input: PublishRatingInput,
  ): Promise<Rating | Refused> {
    return publishRating(db, viewer, input);
  }

  @Allow('DECLARE_RATINGS')
  @Mutation(() => RatingOrRefused)
  appealRating(
    @Ctx() { db, viewer }: Request,
    @Input(appealRatingInput) input: AppealRatingInput,
  ): Promise<Rating | Refused> {
    return appealRating(db, viewer, input);
  }

  @Allow('GRANT_RATINGS')
  @Mutation(() => RatingOrRefused)
  answerRatingAppeal(
    @Ctx() { db, viewer }: Request,
    @Input(answerRatingAppealInput) input: AnswerRatingAppealInput,
  ): Promise<Rating | Refused> {
    return answerRatingAppeal(db, viewer, input);
  }

  @Allow('GRANT_RATINGS')
  @Mutation(() => RatingOrRefused)
  grantRating(
    @Ctx() { db, viewer }: Request,
    @Input(grantRatingInput) input: GrantRatingInput,
  ): Promise<Rating | Refused> {
    return grantRating(db, viewer, input);
  }

  @Allow('GRANT_RATINGS')
  @Mutation(() => RatingOrRefused)
  withdrawStar(
    @Ctx() { db, viewer }: Request,
    @Input(withdrawStarInput) input: WithdrawStarInput,
  ): Promise<Rating | Refused> {
    return withdrawStar(db, viewer, input);
  }
}
