import { type AreaId, areaId } from '@linli/domain/access';
import { type PlaceAreaInput, placeAreaInput } from '@linli/domain/organisation/positions';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Arg, Input, type Request } from '../../platform/graphql/index.js';
import { AreaPosition, AreaPositionOrRefused } from './position.type.js';
import { areaPositions, placeArea } from './positions.js';

@Resolver()
export class PositionsResolver {
  @Allow('SEE_STRUCTURE')
  @Query(() => [AreaPosition])
  areaPositions(@Ctx() { db }: Request, @Arg('areaId', areaId) id: AreaId): Promise<AreaPosition[]> {
    return areaPositions(db, id);
  }

  @Allow('CHANGE_STRUCTURE')
  @Mutation(() => AreaPositionOrRefused)
  placeArea(
    @Ctx() { db, viewer }: Request,
    @Input(placeAreaInput) input: PlaceAreaInput,
  ): Promise<AreaPosition> {
    return placeArea(db, viewer, input);
  }
}
