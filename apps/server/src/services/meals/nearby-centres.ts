import { type CentreId, type PersonId, type Reach, reachOf, type Viewer } from '@linli/domain/access';
import type { ServiceCategory } from '@linli/domain/services/centres';
import { metresBetween, type Position } from '@linli/domain/services/rounds';
import { type Database, statement, withinReach } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import { centresByIds } from '../centres/index.js';
import { centreOfPerson } from './home.js';
import type { NearbyCentre } from './nearby-centre.type.js';

/** More than somebody wants to read before choosing. */
const AT_MOST = 8;

interface Row {
  readonly id: CentreId;
  readonly categories: ServiceCategory[];
  readonly here: Position | null;
  readonly there: Position | null;
}

// Of the home the nearest place above it that is on the map; what serves more of what lies around the home comes first.
const around = statement<Reach & { beneficiaryId: PersonId; atMost: number }, Row>({
  name: 'centres-around-home',
  text: `
    SELECT centre.id, offered.categories, home_place.here,
      CASE WHEN centre.latitude IS NOT NULL AND centre.longitude IS NOT NULL
        THEN jsonb_build_object('latitude', centre.latitude, 'longitude', centre.longitude) END AS there
    FROM resident
      LEFT JOIN area home ON home.id = resident.building_id
      CROSS JOIN centre
      JOIN area served ON served.id = centre.area_id
      CROSS JOIN LATERAL (
        SELECT array_agg(DISTINCT category ORDER BY category) AS categories FROM service
        WHERE centre_id = centre.id AND active
      ) offered
      LEFT JOIN LATERAL (
        SELECT jsonb_build_object('latitude', latitude, 'longitude', longitude) AS here FROM area_position
        WHERE area_id = ANY (home.lineage)
        ORDER BY array_position(home.lineage, area_id) DESC LIMIT 1
      ) home_place ON true
    WHERE resident.id = :beneficiaryId AND offered.categories IS NOT NULL
      AND ${withinReach({ person: 'resident.id', areaLineage: 'home.lineage' })}
    ORDER BY (SELECT count(*) FROM unnest(served.lineage) step WHERE step = ANY (home.lineage)) DESC, centre.id
    LIMIT :atMost`,
});

const metresOf = ({ here, there }: Row): number | null =>
  here && there ? Math.round(metresBetween(here, there)) : null;

/** What is farther away is nobody's neighbourhood. */
const FARTHEST_METRES = 5000;
const FAR = Number.MAX_SAFE_INTEGER;

/** Where else somebody could go: their own centre first, then those around by how far they are from home. */
export async function nearbyCentres(
  db: Database,
  viewer: Viewer,
  beneficiaryId: PersonId,
): Promise<NearbyCentre[]> {
  const rows = await around(db, { beneficiaryId, atMost: AT_MOST, ...reachOf(viewer, 'BOOK') });
  if (rows.length === 0) throw notFound('resident');
  const [own, centres] = await Promise.all([
    centreOfPerson(db, viewer, beneficiaryId),
    centresByIds(
      db,
      rows.map(({ id }) => id),
    ),
  ]);
  return rows
    .flatMap((row) => {
      const centre = centres.find(({ id }) => id === row.id);
      const isOwn = row.id === own.id;
      return centre ? [{ centre, isOwn, metres: metresOf(row), categories: row.categories }] : [];
    })
    .filter(({ isOwn, metres }) => isOwn || metres === null || metres <= FARTHEST_METRES)
    .toSorted(
      (one, other) => Number(other.isOwn) - Number(one.isOwn) || (one.metres ?? FAR) - (other.metres ?? FAR),
    );
}
