import { plainDate, type PlainDate } from '@linli/domain/base';
import { type AreaId, areaId } from '@linli/domain/organisation/structure';
import { Ctx, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { Allow, Arg, type Request } from '../../platform/graphql/index.js';
import { coverageOfChildren, coverageOn, coverageRows, coverageSeries } from './coverage.queries.js';
import { Coverage, CoveragePoint, CoverageRow } from './coverage.type.js';

type Optional<Value> = Value | null | undefined;

@Resolver()
export class CoverageResolver {
  @Allow('SEE_STRUCTURE')
  @Query(() => Coverage)
  coverage(
    @Ctx() { db }: Request,
    @Arg('areaId', areaId.nullish()) areaId: Optional<AreaId>,
    @Arg('on', plainDate.nullish()) on: Optional<PlainDate>,
  ): Promise<Coverage> {
    return coverageOn(db, { areaId: areaId ?? null, on: on ?? null });
  }

  @Allow('SEE_STRUCTURE')
  @Query(() => [Coverage])
  coverageOfChildren(
    @Ctx() { db }: Request,
    @Arg('areaId', areaId.nullish()) areaId: Optional<AreaId>,
    @Arg('on', plainDate.nullish()) on: Optional<PlainDate>,
  ): Promise<Coverage[]> {
    return coverageOfChildren(db, { areaId: areaId ?? null, on: on ?? null });
  }

  @Allow('SEE_STRUCTURE')
  @Query(() => [CoveragePoint])
  coverageSeries(
    @Ctx() { db }: Request,
    @Arg('areaId', areaId.nullish()) areaId: Optional<AreaId>,
    @Arg('from', plainDate) from: PlainDate,
    @Arg('to', plainDate) to: PlainDate,
  ): Promise<CoveragePoint[]> {
    return coverageSeries(db, { areaId: areaId ?? null, from, to });
  }

  @Allow('SEE_STRUCTURE')
  @Query(() => [CoverageRow])
  coverageRows(
    @Ctx() { db }: Request,
    @Arg('areaId', areaId.nullish()) areaId: Optional<AreaId>,
    @Arg('on', plainDate.nullish()) on: Optional<PlainDate>,
    @Arg('covered', z.boolean().nullish()) covered: Optional<boolean>,
  ): Promise<CoverageRow[]> {
    return coverageRows(db, { areaId: areaId ?? null, on: on ?? null, covered: covered ?? null });
  }
}
