import {
  type ChangeJoinUntilInput,
  changeJoinUntilInput,
  type OpenSeriesInput,
  closeSeriesInput,
  type CloseSeriesInput,
  openSeriesInput,
  seriesPlanInput,
  type SeriesWish,
} from '@linli/domain/services/centres';
import { Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { changeJoinUntil } from './change-join-until.js';
import { closeSeries } from './close-series.js';
import { openSeries, previewSeries } from './open-series.js';
import { seriesOf, seriesOver, sessionsOfSeries } from './series.queries.js';
import { Series, SeriesOrRefused, type SeriesPreview, SeriesPreviewOrRefused } from './series.type.js';
import { Service } from './service.entity.js';
import { Session } from './session.entity.js';

@Resolver(() => Series)
export class SeriesResolver {
  @Allow('MANAGE_SERVICES')
  @Query(() => SeriesPreviewOrRefused)
  previewSeries(
    @Ctx() { db, viewer }: Request,
    @Arg('wish', seriesPlanInput, 'SeriesPlanInput') wish: SeriesWish,
  ): Promise<SeriesPreview | Refused> {
    return previewSeries(db, viewer, wish);
  }

  @Allow('MANAGE_SERVICES')
  @Mutation(() => SeriesOrRefused)
  openSeries(
    @Ctx() { db, viewer }: Request,
    @Input(openSeriesInput) input: OpenSeriesInput,
  ): Promise<Series | Refused> {
    return openSeries(db, viewer, input);
  }

  @Allow('MANAGE_SERVICES')
  @Mutation(() => SeriesOrRefused)
  closeSeries(
    @Ctx() { db, viewer }: Request,
    @Input(closeSeriesInput) input: CloseSeriesInput,
  ): Promise<Series | Refused> {
    return closeSeries(db, viewer, input);
  }

  @Allow('MANAGE_SERVICES')
  @Mutation(() => SeriesOrRefused)
  changeJoinUntil(
    @Ctx() { db, viewer }: Request,
    @Input(changeJoinUntilInput) input: ChangeJoinUntilInput,
  ): Promise<Series | Refused> {
    return changeJoinUntil(db, viewer, input);
  }

  @Allow('BROWSE_SERVICES')
  @FieldResolver(() => [Session], { description: 'All dates, the past and the cancelled ones too.' })
  sessions(@Root() { id }: Series, @Ctx() request: Request): Promise<Session[]> {
    return sessionsOfSeries(request, id);
  }
}

@Resolver(() => Service)
export class SeriesOfServiceResolver {
  @Allow('BROWSE_SERVICES')
  @FieldResolver(() => [Series], { description: 'The classes that are not over.' })
  series(@Root() { id }: Service, @Ctx() request: Request): Promise<Series[]> {
    return seriesOf(request, id);
  }

  @Allow('BROWSE_SERVICES')
  @FieldResolver(() => [Series], { description: 'Those that are over or were stopped, the latest first.' })
  seriesOver(@Root() { id }: Service, @Ctx() request: Request): Promise<Series[]> {
    return seriesOver(request, id);
  }
}
