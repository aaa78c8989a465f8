import type { CentreId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { type Database, statement } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import type { CentreScene, SceneLunch, SceneSession } from './scene.type.js';

const TODAY = `(now() AT TIME ZONE 'Asia/Shanghai')::date`;

interface Shown {
  readonly centreId: CentreId;
  /** Null for a preview. */
  readonly screenId: string | null;
}

type Place = Pick<CentreScene, 'screenName' | 'centreName' | 'address' | 'phone' | 'asOf'> & {
  readonly today: PlainDate;
};

const centreShown = statement<Shown, Place>({
  name: 'centre-shown',
  text: `
    SELECT coalesce(screen.name, centre.name) AS screen_name, centre.name AS centre_name, address, phone,
      now() AS as_of, ${TODAY} AS today
    FROM centre LEFT JOIN screen ON screen.id = :screenId::uuid
    WHERE centre.id = :centreId`,
});

// Where people sit down it is the seats that the wall counts; elsewhere the first way there is. "From" is by age alone:
// a price that only a certain need gives would be no news to the others.
const lunchesShown = statement<{ centreId: CentreId }, Omit<SceneLunch, 'placesLeft'>>({
  name: 'lunches-shown',
  text: `
    WITH lunch AS (
      SELECT session.day, session.starts_at, session.ends_at, service.place, service.price_fen,
        session.capacity, taken, checked_in, centre.area_id,
        rank() OVER (PARTITION BY session.day ORDER BY service.way <> 'DINE_IN', service.way) AS preference
      FROM session
        JOIN service ON service.id = session.service_id AND service.meal = 'LUNCH'
        JOIN session_places ON session_places.session_id = session.id
        JOIN centre ON centre.id = session.centre_id
      WHERE session.centre_id = :centreId AND session.state = 'SCHEDULED'
        AND session.day BETWEEN ${TODAY} AND ${TODAY} + 7
    ), sitting AS (
      SELECT day, min(starts_at) AS starts_at, max(ends_at) AS ends_at, min(place) AS place,
        max(price_fen) AS full_fen, sum(capacity)::int AS capacity, sum(taken)::int AS taken,
        sum(checked_in)::int AS checked_in, min(area_id::text)::uuid AS area_id
      FROM lunch WHERE preference = 1 GROUP BY day
    )
    SELECT sitting.day, starts_at, ends_at, place, full_fen, capacity, taken, checked_in,
      full_fen - least(full_fen, coalesce(best.subsidy_fen, 0)) AS from_fen,
      coalesce(menu.dishes, '[]') AS dishes
    FROM sitting
      JOIN area ON area.id = sitting.area_id
      LEFT JOIN menu ON menu.centre_id = :centreId AND menu.day = sitting.day AND menu.meal = 'LUNCH'
      LEFT JOIN LATERAL (
        SELECT max(subsidy_fen) AS subsidy_fen FROM subsidy_rule
        WHERE sitting.day BETWEEN valid_from AND coalesce(valid_to, 'infinity')
          AND care_need IS NULL AND (area_id IS NULL OR area_id = ANY (area.lineage))
      ) best ON true
    ORDER BY sitting.day`,
});

const sessionsShown = statement<
  { centreId: CentreId },
  Omit<SceneSession, 'placesLeft'> & { day: PlainDate; taken: number }
>({
  name: 'sessions-shown',
  text: `
    SELECT session.id, session.day, service.name AS title, service.place, session.starts_at, session.ends_at,
      session.capacity, taken
    FROM session
      JOIN service ON service.id = session.service_id AND service.meal IS NULL
      JOIN session_places ON session_places.session_id = session.id
    WHERE session.centre_id = :centreId AND session.state = 'SCHEDULED'
      AND session.day BETWEEN ${TODAY} AND ${TODAY} + 6
    ORDER BY session.starts_at, service.name, session.id
    LIMIT 200`,
});

/** What a centre's wall shows. Three statements, whatever the centre's size. */
export async function centreScene(db: Database, shown: Shown, cursor: string): Promise<CentreScene> {
  const [place] = await centreShown(db, shown);
  if (!place) throw notFound('centre');
  const { today, ...named } = place;
  const { centreId } = shown;
  const [lunches, sessions] = await Promise.all([
    lunchesShown(db, { centreId }),
    sessionsShown(db, { centreId }),
  ]);
  const withPlaces = sessions.map(({ taken, ...session }) => ({
    ...session,
    placesLeft: session.capacity - taken,
  }));
  return {
    ...named,
    lunch: lunchOf(lunches.find(({ day }) => day === today)),
    nextLunch: lunchOf(lunches.find(({ day }) => day > today)),
    today: withPlaces.filter(({ day }) => day === today),
    week: withPlaces.filter(({ day }) => day > today),
    cursor,
  };
}

const lunchOf = (row: Omit<SceneLunch, 'placesLeft'> | undefined): SceneLunch | null =>
  row ? { ...row, placesLeft: row.capacity - row.taken } : null;
