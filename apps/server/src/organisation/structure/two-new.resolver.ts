import { plainDate, type PlainDate } from '@linli/domain/base';
import { type AreaId, areaId, TwoNewField } from '@linli/domain/organisation/structure';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import { Allow, Arg, type Request } from '../../platform/graphql/index.js';
import { Organisation } from './organisation.entity.js';
import { organisationOf } from './organisation.queries.js';
import { twoNewCoverage, twoNewUnits } from './two-new.queries.js';
import { TwoNewCoverage, TwoNewUnit } from './two-new.type.js';

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
  @FieldResolver(() => Organisation, { nullable: true })
  async organisation(
    @Root() { organisationId }: TwoNewUnit,
    @Ctx() request: Request,
  ): Promise<Organisation | null> {
    return organisationId === null ? null : organisationOf(request, organisationId);
  }
}
