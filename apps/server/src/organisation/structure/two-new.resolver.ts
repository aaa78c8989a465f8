import { plainDate, type PlainDate } from '@linli/domain/base';
import {
  type AreaId,
  areaId,
  type ChangeTwoNewUnitInput,
  changeTwoNewUnitInput,
  type CloseTwoNewUnitInput,
  closeTwoNewUnitInput,
  type RecordTwoNewActivityInput,
  recordTwoNewActivityInput,
  type RecordTwoNewUnitInput,
  recordTwoNewUnitInput,
  TwoNewField,
} from '@linli/domain/organisation/structure';
import { Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { Organisation } from './organisation.entity.js';
import { organisationOf } from './organisation.queries.js';
import {
  changeTwoNewUnit,
  closeTwoNewUnit,
  recordTwoNewActivity,
  recordTwoNewUnit,
} from './change-two-new.js';
import { viewerChangesArea } from './node-to-change.js';
import {
  activitiesOfUnit,
  historyOfUnit,
  twoNewCoverage,
  twoNewSeries,
  twoNewUnits,
} from './two-new.queries.js';
import {
  TwoNewActivity,
  TwoNewCoverage,
  TwoNewPoint,
  TwoNewUnit,
  TwoNewUnitOrRefused,
  TwoNewVersion,
} from './two-new.type.js';

type Optional<Value> = Value | null | undefined;

@Resolver(() => TwoNewUnit)
export class TwoNewResolver {
  @Allow('SEE_STRUCTURE')
  @Query(() => [TwoNewCoverage])
  twoNewCoverage(
    @Ctx() { db }: Request,
    @Arg('areaId', areaId.nullish()) areaId: Optional<AreaId>,
    @Arg('on', plainDate.nullish()) on: Optional<PlainDate>,
  ): Promise<TwoNewCoverage[]> {
    return twoNewCoverage(db, { areaId: areaId ?? null, on: on ?? null });
  }

  @Allow('SEE_STRUCTURE')
  @Query(() => [TwoNewUnit])
  twoNewUnits(
    @Ctx() { db }: Request,
    @Arg('areaId', areaId.nullish()) areaId: Optional<AreaId>,
    @Arg('field', z.enum(TwoNewField).nullish()) field: Optional<TwoNewField>,
    @Arg('on', plainDate.nullish()) on: Optional<PlainDate>,
  ): Promise<TwoNewUnit[]> {
    return twoNewUnits(db, { areaId: areaId ?? null, field: field ?? null, on: on ?? null });
  }

  @Allow('SEE_STRUCTURE')
  @Query(() => [TwoNewPoint])
  twoNewSeries(
    @Ctx() { db }: Request,
    @Arg('areaId', areaId.nullish()) areaId: Optional<AreaId>,
    @Arg('from', plainDate) from: PlainDate,
    @Arg('to', plainDate) to: PlainDate,
  ): Promise<TwoNewPoint[]> {
    return twoNewSeries(db, { areaId: areaId ?? null, from, to });
  }

  @Allow('CHANGE_STRUCTURE')
  @Mutation(() => TwoNewUnitOrRefused)
  recordTwoNewUnit(
    @Ctx() { db, viewer }: Request,
    @Input(recordTwoNewUnitInput) input: RecordTwoNewUnitInput,
  ): Promise<TwoNewUnit | Refused> {
    return recordTwoNewUnit(db, viewer, input);
  }

  @Allow('CHANGE_STRUCTURE')
  @Mutation(() => TwoNewUnitOrRefused)
  changeTwoNewUnit(
    @Ctx() { db, viewer }: Request,
    @Input(changeTwoNewUnitInput) input: ChangeTwoNewUnitInput,
  ): Promise<TwoNewUnit | Refused> {
    return changeTwoNewUnit(db, viewer, input);
  }

  @Allow('CHANGE_STRUCTURE')
  @Mutation(() => TwoNewUnitOrRefused)
  closeTwoNewUnit(
    @Ctx() { db, viewer }: Request,
    @Input(closeTwoNewUnitInput) input: CloseTwoNewUnitInput,
  ): Promise<TwoNewUnit | Refused> {
    return closeTwoNewUnit(db, viewer, input);
  }

  @Allow('CHANGE_STRUCTURE')
  @Mutation(() => TwoNewUnitOrRefused)
  recordTwoNewActivity(
    @Ctx() { db, viewer }: Request,
    @Input(recordTwoNewActivityInput) input: RecordTwoNewActivityInput,
  ): Promise<TwoNewUnit | Refused> {
    return recordTwoNewActivity(db, viewer, input);
  }

  @Allow('SEE_STRUCTURE')
  @FieldResolver(() => Boolean)
  viewerCanChange(@Root() { areaId }: TwoNewUnit, @Ctx() request: Request): Promise<boolean> {
    return viewerChangesArea(request, areaId);
  }

  @Allow('SEE_STRUCTURE')
  @FieldResolver(() => [TwoNewVersion])
  history(@Root() { id }: TwoNewUnit, @Ctx() request: Request): Promise<TwoNewVersion[]> {
    return historyOfUnit(request, id);
  }

  @Allow('SEE_STRUCTURE')
  @FieldResolver(() => [TwoNewActivity])
  activities(@Root() { id }: TwoNewUnit, @Ctx() request: Request): Promise<TwoNewActivity[]> {
    return activitiesOfUnit(request, id);
  }

  @Allow('SEE_STRUCTURE')
  @FieldResolver(() => Organisation, { nullable: true })
  async organisation(
    @Root() { organisationId }: TwoNewUnit,
    @Ctx() request: Request,
  ): Promise<Organisation | null> {
    return organisationId === null ? null : organisationOf(request, organisationId);
  }
}
