import { Action, type AreaId, areaId } from '@linli/domain/access';
import { type PlainDate, plainDate } from '@linli/domain/base';
import {
  type CentreId,
  centreId,
  type CloseDayInput,
  closeDayInput,
  type ReopenDayInput,
  reopenDayInput,
} from '@linli/domain/services/centres';
import { Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Area, areaOf } from '../../organisation/structure/index.js';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { Centre } from './centre.entity.js';
import { actionsAt, centresIn, closedDaysOf, openingHoursOf, servicesOf } from './centre.queries.js';
import { ClosedDay, type DayClosed, DayClosedOrRefused, OpeningHours } from './centre.type.js';
import { closeDay } from './close-day.js';
import { centreFor } from './managed.js';
import { reopenDay } from './reopen-day.js';
import { Service } from './service.entity.js';

const optionalArea = areaId.nullish();

@Resolver(() => Centre)
export class CentreResolver {
  @Allow('BROWSE_SERVICES')
  @Query(() => [Centre])
  centres(
    @Ctx() { db, viewer }: Request,
    @Arg('areaId', optionalArea) id: AreaId | null | undefined,
  ): Promise<Centre[]> {
    return centresIn(db, viewer, id ?? null);
  }

  @Allow('BROWSE_SERVICES')
  @Query(() => Centre)
  centre(@Ctx() { db, viewer }: Request, @Arg('id', centreId) id: CentreId): Promise<Centre> {
    return centreFor(db, viewer, 'BROWSE_SERVICES', id);
  }

  /** The area it serves. */
  @Allow('BROWSE_SERVICES')
  @FieldResolver(() => Area)
  area(@Root() { areaId: id }: Centre, @Ctx() request: Request): Promise<Area> {
    return areaOf(request, id);
  }

  @Allow('BROWSE_SERVICES')
  @FieldResolver(() => [OpeningHours])
  openingHours(@Root() { id }: Centre, @Ctx() request: Request): Promise<OpeningHours[]> {
    return openingHoursOf(request, id);
  }

  @Allow('BROWSE_SERVICES')
  @FieldResolver(() => [ClosedDay])
  closedDays(
    @Root() { id }: Centre,
    @Ctx() request: Request,
    @Arg('from', plainDate) from: PlainDate,
    @Arg('to', plainDate) to: PlainDate,
  ): Promise<ClosedDay[]> {
    return closedDaysOf(request, id, { from, to });
  }

  @Allow('BROWSE_SERVICES')
  @FieldResolver(() => [Service])
  services(@Root() { id }: Centre, @Ctx() request: Request): Promise<Service[]> {
    return servicesOf(request, id);
  }

  @Allow('BROWSE_SERVICES')
  @FieldResolver(() => [Action])
  viewerCan(@Root() centre: Centre, @Ctx() request: Request): Promise<Action[]> {
    return actionsAt(request, centre);
  }

  @Allow('MANAGE_SERVICES')
  @Mutation(() => DayClosedOrRefused)
  closeDay(
    @Ctx() { db, viewer }: Request,
    @Input(closeDayInput) input: CloseDayInput,
  ): Promise<DayClosed | Refused> {
    return closeDay(db, viewer, input);
  }

  @Allow('MANAGE_SERVICES')
  @Mutation(() => DayClosedOrRefused)
  reopenDay(
    @Ctx() { db, viewer }: Request,
    @Input(reopenDayInput) input: ReopenDayInput,
  ): Promise<DayClosed | Refused> {
    return reopenDay(db, viewer, input);
  }
}
