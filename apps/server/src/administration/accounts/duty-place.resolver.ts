import { GraphQLError } from 'graphql';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Duty } from '../../access/accounts/index.js';
import { Area, areaOf, Organisation, organisationOf } from '../../organisation/structure/index.js';
import { batched, Public, type Request } from '../../platform/graphql/index.js';
import { Centre, centresByIds } from '../../services/centres/index.js';

const centreOf = batched(
  ({ db }, ids: readonly Centre['id'][]) => centresByIds(db, ids),
  (centres, id) => centres.find((centre) => centre.id === id) ?? null,
);

/** A duty outlives an area that was merged away: its list is still to be read. */
const inForce = <Place>(place: Promise<Place>): Promise<Place | null> =>
  place.catch((error: unknown) => {
    if (error instanceof GraphQLError && error.extensions.code === 'NOT_FOUND') return null;
    throw error;
  });

/** Where a duty is held. Whoever sees the duty sees its place: places are public, people are not. */
@Resolver(() => Duty)
export class DutyPlaceResolver {
  @Public()
  @FieldResolver(() => Area, { nullable: true })
  async area(@Ctx() request: Request, @Root() { areaId }: Duty): Promise<Area | null> {
    return areaId === null ? null : inForce(areaOf(request, areaId));
  }

  @Public()
  @FieldResolver(() => Organisation, { nullable: true })
  async organisation(
    @Ctx() request: Request,
    @Root() { organisationId }: Duty,
  ): Promise<Organisation | null> {
    return organisationId === null ? null : inForce(organisationOf(request, organisationId));
  }

  @Public()
  @FieldResolver(() => Centre, { nullable: true })
  async centre(@Ctx() request: Request, @Root() { centreId }: Duty): Promise<Centre | null> {
    return centreId === null ? null : centreOf(request, centreId);
  }
}
