import type pg from 'pg';
import { newId } from './guest.js';

/** 一單元 A town's committee, ten communities' below it, and ten branches of each, with their estates. */
const [COMMUNITIES, BRANCHES] = [10, 10];
export const ORGANISATIONS_IN_A_UNIT = 1 + COMMUNITIES + COMMUNITIES * BRANCHES;
const MEMBERS = 12;
const MONTHS = 12;

export interface Organisations {
  /** So many organisations and members there are now, those of the demonstration too. */
  readonly organisations: number;
  readonly members: number;
  /** Some of the branches that were made for the bench. */
  readonly branches: readonly string[];
}

const newIds = (count: number): string[] => Array.from({ length: count }, newId);

const organisations = `
  WITH given AS (
    SELECT nth, id, kind, name, coalesce(parent, (SELECT id FROM organisation WHERE parent_id IS NULL)) AS parent_id
    FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[]) WITH ORDINALITY AS row (id, kind, name, parent, nth)
  ), made AS (
    INSERT INTO organisation (id, kind, name, parent_id, lineage, valid_from)
    SELECT given.id, given.kind, given.name, given.parent_id, above.lineage || given.id, DATE '2015-01-01'
    FROM given JOIN organisation above ON above.id = given.parent_id
  )
  INSERT INTO organisation_version (organisation_id, kind, name, parent_id, valid_from)
  SELECT id, kind, name, parent_id, DATE '2015-01-01' FROM given`;

// The branch's estate: handed over at some time in the last four years, covered in nine cases of ten, some months later.
const estates = `
  WITH given AS (
    SELECT nth, branch_id, area_id, community.id AS parent_id, community.lineage,
      (date_trunc('month', now()) - make_interval(months => (nth * 7 % 48)::int))::date AS since
    FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS row (branch_id, area_id, nth)
      CROSS JOIN LATERAL (
        SELECT id, lineage FROM area WHERE kind = 'COMMUNITY' AND valid_to IS NULL AND cardinality(lineage) = 3
        ORDER BY code OFFSET nth % 20 LIMIT 1
      ) community
  ), made AS (
    INSERT INTO area (id, code, kind, name, official_name, parent_id, lineage, valid_from)
    SELECT area_id, 'B' || area_id, 'ESTATE', '測試' || nth, '測試' || nth, parent_id, lineage || area_id, since FROM given
  ), kept AS (
    INSERT INTO area_version (area_id, code, kind, name, official_name, parent_id, valid_from)
    SELECT area_id, 'B' || area_id, 'ESTATE', '測試' || nth, '測試' || nth, parent_id, since FROM given
  )
  INSERT INTO organisation_covers (organisation_id, area_id, valid_from)
  SELECT branch_id, area_id, (since + make_interval(months => (nth % 6)::int))::date FROM given WHERE nth % 10 <> 0`;

const members = `
  WITH person AS (
    SELECT resident_id, branch_id, area_id, (nth - 1) % ${String(MEMBERS)} AS place, nth
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) WITH ORDINALITY AS row (resident_id, branch_id, area_id, nth)
  ), living AS (
    INSERT INTO resident (id, name, birth_date, building_id)
    SELECT resident_id, '測試黨員' || nth || left(resident_id::text, 13), DATE '1960-01-01', area_id FROM person
  )
  INSERT INTO membership_version (resident_id, organisation_id, stage, valid_from, recorded_at)
  SELECT resident_id, branch_id, CASE place WHEN 10 THEN 'PROBATIONARY' ELSE 'FULL' END,
    DATE '2016-01-01' + (nth * 37 % 3000)::int, now() - interval '3 years' FROM person`;

// A meeting a month, quarterly ones in a quarter's first month; one in nine is missed, half of these are made good later.
const meetings = `
  WITH held AS (
    SELECT gen_random_uuid() AS id, branch_id, nth, back, extra,
      (date_trunc('month', now()) - make_interval(months => back::int))::date + (3 + nth % 20 + extra)::int AS day
    FROM unnest($1::uuid[]) WITH ORDINALITY AS row (branch_id, nth)
      CROSS JOIN generate_series(1, ${String(MONTHS)}) back CROSS JOIN generate_series(0, 1) extra
    WHERE CASE extra WHEN 0 THEN (nth + back) % 9 <> 0 ELSE (nth + back) % 9 = 8 AND nth % 2 = 0 END
  ), made AS (
    INSERT INTO meeting (id, organisation_id, state, day, starts_at, place, minutes, lecturer, planned_by, announced_at,
      held_at, signed_at)
    SELECT id, branch_id, 'SIGNED', day, (day + time '15:00') AT TIME ZONE 'Asia/Shanghai', '測試', 150, '測試', '測試',
      day - interval '5 days', day + interval '1 day', day + interval '2 days' FROM held
  ), kinds AS (
    INSERT INTO meeting_kind (meeting_id, kind, minuted)
    SELECT id, kind, '測試' FROM held CROSS JOIN unnest(ARRAY['THEME_DAY', 'BRANCH_COMMITTEE', 'BRANCH_MEETING', 'PARTY_LECTURE'])
      WITH ORDINALITY AS kind (kind, place)
    WHERE place <= 2 OR extract(month FROM day)::int % 3 = 1
  )
  INSERT INTO meeting_roster (meeting_id, resident_id, voting, exempt, mark, marked_at)
  SELECT held.id, m.resident_id, true, false,
    (ARRAY['PRESENT', 'PRESENT', 'PRESENT', 'ONLINE', 'LEAVE', 'UNEXCUSED'])[1 + (hashtext(held.id::text || m.resident_id) & 7) % 6], day
  FROM held JOIN membership_version m ON m.organisation_id = held.branch_id`;

/** So many units more: loaded as a restore is, without the guards that look at one command at a time. */
async function addUnit(client: pg.ClientBase): Promise<string[]> {
  const town = newId();
  const communities = newIds(COMMUNITIES);
  const branches = newIds(COMMUNITIES * BRANCHES);
  const areas = newIds(branches.length);
  const rows = [
    { id: town, kind: 'GRASSROOTS_COMMITTEE', parent: null },
    ...communities.map((id) => ({ id, kind: 'COMMUNITY_COMMITTEE', parent: town })),
    ...branches.map((id, i) => ({ id, kind: 'ESTATE_BRANCH', parent: communities[i % COMMUNITIES] ?? null })),
  ];
  const level = (kind: string) => rows.filter((row) => row.kind === kind);
  // A level at a time: a lineage goes on from the one above.
  for (const kind of ['GRASSROOTS_COMMITTEE', 'COMMUNITY_COMMITTEE', 'ESTATE_BRANCH']) {
    const own = level(kind);
    await client.query(organisations, [
      ...[own.map(({ id }) => id), own.map((row) => row.kind)],
      ...[own.map(({ id }) => `測試 ${id}`), own.map(({ parent }) => parent)],
    ]);
  }
  await client.query(estates, [branches, areas]);
  const people = branches.flatMap((branch, i) =>
    newIds(MEMBERS).map((id) => ({ id, branch, area: areas[i] })),
  );
  await client.query(members, [
    ...[people.map(({ id }) => id), people.map(({ branch }) => branch), people.map(({ area }) => area)],
  ]);
  await client.query(meetings, [branches]);
  return branches;
}

/** Adds whole units until there are about so many organisations. */
export async function growTo(db: pg.Pool, organisationCount: number): Promise<Organisations> {
  const count = async () =>
    (
      await db.query<{ organisations: number; members: number }>(
        `SELECT (SELECT count(*)::int FROM organisation) AS organisations,
           (SELECT count(*)::int FROM membership_version WHERE superseded_at IS NULL) AS members`,
      )
    ).rows[0] ?? { organisations: 0, members: 0 };
  const missing = organisationCount - (await count()).organisations;
  const units = Math.max(1, Math.round(missing / ORGANISATIONS_IN_A_UNIT));
  const branches: string[] = [];
  const client = await db.connect();
  try {
    await client.query(`SET session_replication_role = 'replica'`);
    for (let unit = 0; unit < units; unit += 1) branches.push(...(await addUnit(client)));
    await client.query(`SET session_replication_role = 'origin'`);
  } finally {
    client.release();
  }
  await db.query('ANALYZE');
  // Every seventh: they differ in what they missed.
  return { ...(await count()), branches: branches.filter((_, i) => i % 7 === 0).slice(0, 50) };
}
