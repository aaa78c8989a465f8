import {
  type NameModelSiteInput,
  nameModelSiteInput,
  type PublishRatingTemplateInput,
  publishRatingTemplateInput,
  type RecordStandardCheckInput,
  recordStandardCheckInput,
} from '@linli/domain/organisation/ratings';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { RatingTemplate, RatingTemplateOrRefused } from './rating.type.js';
import { modelSites, nameModelSite, recordStandardCheck, standardChecks } from './standing.js';
import { ModelSite, ModelSiteOrRefused, StandardCheck, StandardCheckOrRefused } from './standing.type.js';
import { publishRatingTemplate, ratingTemplates } from './templates.js';

@Resolver()
export class StandingResolver {
  @Allow('SEE_RATINGS')
  @Query(() => [RatingTemplate], { description: 'Every version of every set, the newest of a set first.' })
  ratingTemplates(@Ctx() { db }: Request): Promise<RatingTemplate[]> {
    return ratingTemplates(db, {});
  }

  @Allow('GRANT_RATINGS')
  @Mutation(() => RatingTemplateOrRefused)
  publishRatingTemplate(
    @Ctx() { db, viewer }: Request,
    @Input(publishRatingTemplateInput) input: PublishRatingTemplateInput,
  ): Promise<RatingTemplate | Refused> {
    return publishRatingTemplate(db, viewer, input);
  }

  @Allow('SEE_RATINGS')
  @Query(() => [StandardCheck], { description: 'The last of each organisation; those that lack most first.' })
  standardChecks(@Ctx() { db, viewer }: Request): Promise<StandardCheck[]> {
    return standardChecks(db, viewer);
  }

  @Allow('REVIEW_RATINGS')
  @Mutation(() => StandardCheckOrRefused)
  recordStandardCheck(
    @Ctx() { db, viewer }: Request,
    @Input(recordStandardCheckInput) input: RecordStandardCheckInput,
  ): Promise<StandardCheck | Refused> {
    return recordStandardCheck(db, viewer, input);
  }

  @Allow('SEE_RATINGS')
  @Query(() => [ModelSite])
  modelSites(@Ctx() { db, viewer }: Request): Promise<ModelSite[]> {
    return modelSites(db, viewer);
  }

  @Allow('GRANT_RATINGS')
  @Mutation(() => ModelSiteOrRefused)
  nameModelSite(
    @Ctx() { db, viewer }: Request,
    @Input(nameModelSiteInput) input: NameModelSiteInput,
  ): Promise<ModelSite | Refused> {
    return nameModelSite(db, viewer, input);
  }
}
