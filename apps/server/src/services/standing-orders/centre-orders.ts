import { type CentreId, type Reach, reachOf, type Viewer } from '@linli/domain/access';
import { type StandingOrderId, standingOrderId } from '@linli/domain/services/standing-orders';
import { Field, ObjectType } from 'type-graphql';
import { type Database, statement, withinReach } from '../../platform/database/index.js';
import { PageInfo } from '../../platform/graphql/index.js';
import { centreFor } from '../centres/index.js';
import { type OrderRow, selectOrder, withState } from './standing-order.queries.js';
import { StandingOrder } from './standing-order.type.js';

@ObjectType({ simpleResolvers: true })
export class StandingOrderEdge {
  @Field(() => String)
  cursor: string;

  @Field(() => StandingOrder)
  node: StandingOrder;
}

@ObjectType({ simpleResolvers: true })
export class StandingOrderConnection {
  @Field(() => [StandingOrderEdge])
  edges: StandingOrderEdge[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}

interface After {
  readonly afterName: string | null;
  readonly afterId: StandingOrderId | null;
}
interface Page {
  readonly centreId: CentreId;
  /** Those that have ended, or those that have not. */
  readonly ended: boolean;
}

const ordersOfCentre = statement<Reach & Page & After & { limit: number }, OrderRow>({
  name: 'standing-orders-of-centre',
  text: `
    ${selectOrder}
    WHERE service.centre_id = :centreId
      AND ${withinReach({ centre: 'service.centre_id', areaLineage: 'centre_area.lineage' })}
      AND :ended = (coalesce(standing.valid_to, 'infinity') < greatest(standing.valid_from, (now() AT TIME ZONE 'Asia/Shanghai')::date))
      AND (:afterName::text IS NULL OR (resident.name, standing.id) > (:afterName::text, :afterId::uuid))
    ORDER BY resident.name, standing.id
    LIMIT :limit`,
});

const cursorOf = ({ beneficiaryName, id }: OrderRow): string =>
  Buffer.from(`${id} ${beneficiaryName}`).toString('base64url');

/** A cursor that is none begins at the beginning. */
function placeAfter(cursor: string | null): After {
  const [typed, ...name] = Buffer.from(cursor ?? '', 'base64url')
    .toString()
    .split(' ');
  const afterId = standingOrderId.safeParse(typed).data ?? null;
  return afterId === null ? { afterId, afterName: null } : { afterId, afterName: name.join(' ') };
}

/** The orders of a centre for whoever receives its people, by name; one statement, and a second look when there are none. */
export async function standingOrdersOfCentre(
  db: Database,
  viewer: Viewer,
  { first, after, ...page }: Page & { readonly first: number; readonly after: string | null },
): Promise<StandingOrderConnection> {
  const limit = first + 1;
  const rows = await ordersOfCentre(db, {
    ...{ ...page, ...reachOf(viewer, 'CHECK_IN') },
    ...{ ...placeAfter(after), limit },
  });
  if (rows.length === 0) await centreFor(db, viewer, 'CHECK_IN', page.centreId);
  const edges = rows.slice(0, first).map((row) => ({ node: withState(row), cursor: cursorOf(row) }));
  const pageInfo = { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null };
  return { edges, pageInfo };
}
