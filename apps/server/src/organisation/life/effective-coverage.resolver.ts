import { type AreaId, areaId } from '@linli/domain/access';
import { plainDate, type PlainDate } from '@linli/domain/base';
import { Ctx, Query, Resolver } from 'type-graphql';
import { Allow, Arg, type Request } from '../../platform/graphql/index.js';
import { effectiveCoverageSeries } from './effective-coverage.queries.js';
import { EffectiveCoveragePoint } from './effective-coverage.type.js';

@Resolver()
export class EffectiveCoverageResolver {
  @Allow('SEE_LIFE')
  @Query(() => [EffectiveCoveragePoint], { description: 'Each day, beside the coverage that is on paper.' })
  effectiveCoverageSeries(
    @Ctx() { db, viewer }: Request,
    @Arg('areaId', areaId) id: AreaId,
    @Arg('from', plainDate) from: PlainDate,
    @Arg('to', plainDate) to: PlainDate,
  ): Promise<EffectiveCoveragePoint[]> {
    return effectiveCoverageSeries(db, viewer, { areaId: id, from, to });
  }
}
