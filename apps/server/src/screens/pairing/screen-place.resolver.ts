import type { CentreId } from '@linli/domain/access';
import { isOnline } from '@linli/domain/screens';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Area, areaOf } from '../../organisation/structure/index.js';
import { Allow, batched, Public, type Request } from '../../platform/graphql/index.js';
import { Centre, centresByIds } from '../../services/centres/index.js';
import { Screen } from './screen.entity.js';

const centreOf = batched(
  ({ db }: Request, ids: readonly CentreId[]) => centresByIds(db, ids),
  (rows, id) => rows.find((centre) => centre.id === id) ?? null,
);

/** Where a screen stands, and whether it is there. */
@Resolver(() => Screen)
export class ScreenPlaceResolver {
  @Allow('MANAGE_SCREENS')
  @FieldResolver(() => Centre, { nullable: true })
  async centre(@Root() screen: Screen, @Ctx() request: Request): Promise<Centre | null> {
    return screen.centreId === null ? null : centreOf(request, screen.centreId);
  }

  @Allow('MANAGE_SCREENS')
  @FieldResolver(() => Area, { nullable: true })
  async area(@Root() screen: Screen, @Ctx() request: Request): Promise<Area | null> {
    return screen.areaId === null ? null : areaOf(request, screen.areaId);
  }

  @Public()
  @FieldResolver(() => Boolean)
  online(@Root() { lastSeenAt, revokedAt }: Screen): boolean {
    return revokedAt === null && isOnline(lastSeenAt, new Date());
  }
}
