/** Who asks: a cadre who is signed in. $1 is the hash of the token. */
const asker = `
  today AS MATERIALIZED (
    SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS day
    FROM sign_in JOIN account ON account.id = sign_in.person_id
    WHERE token_hash = $1 AND face = 'CONSOLE' AND ends_at > now() AND last_seen_at > now() - interval '30 minutes'
      AND disabled_at IS NULL AND EXISTS (SELECT FROM duty WHERE account_id = account.id AND ended_at IS NULL)
  )`;

const BRANCHES = `ARRAY['VILLAGE_BRANCH', 'ESTATE_BRANCH', 'AGENCY_BRANCH', 'JOINT_BRANCH', 'TWO_NEW_BRANCH']`;

/** What is required in which periods, as a table. */
const periods = `
  clock AS MATERIALIZED (
    SELECT day, date_trunc('month', least(day, (SELECT min(day) FROM meeting)))::date AS since,
      date_trunc('year', day)::date AS year, (date_trunc('year', day) + interval '1 year - 1 day')::date AS last
    FROM today
  ), rule (nth, kind, months, unit, committee, owed) AS (
    VALUES (1, 'BRANCH_MEETING', 3, 'quarter', false, ${BRANCHES}), (2, 'BRANCH_COMMITTEE', 1, 'month', true, ${BRANCHES}),
      (3, 'GROUP_MEETING', 1, 'month', false, ARRAY['BUILDING_GROUP']), (4, 'PARTY_LECTURE', 3, 'quarter', false, ${BRANCHES}),
      (5, 'THEME_DAY', 1, 'month', false, ${BRANCHES}), (6, 'LIFE_MEETING', 12, 'year', false, ${BRANCHES}),
      (7, 'MEMBER_REVIEW', 12, 'year', false, ${BRANCHES}), (8, 'HEART_TALK', 12, 'year', false, ${BRANCHES})
  ), period AS MATERIALIZED (
    SELECT rule.*, first::date AS "from", (first + make_interval(months => months) - interval '1 day')::date AS "to"
    FROM clock CROSS JOIN rule
      CROSS JOIN LATERAL generate_series(date_trunc(unit, since::timestamp), last, make_interval(months => months)) first
  )`;

/** Of required and held: `missing` and what was made good late. */
const settled = `
  cell AS (
    SELECT * FROM (
      SELECT organisation_id, nth, kind, "from", "to", sum(held)::int AS held,
        (bool_or(is_asked) AND (kind <> 'BRANCH_COMMITTEE' OR bool_or(has_committee)))::int AS required
      FROM (
        SELECT organisation_id, nth, kind, "from", "to", 0 AS held, true AS is_asked, false AS has_committee FROM required
        UNION ALL SELECT organisation_id, nth, kind, "from", "to", held, false, false FROM held
        UNION ALL SELECT organisation_id, 2, 'BRANCH_COMMITTEE', "from", "to", 0, false, true FROM committee
      ) said GROUP BY 1, 2, 3, 4, 5
    ) told WHERE required > 0 OR held > 0
  ), queue AS (
    SELECT cell.*, greatest(0, required - held) AS debt,
      sum(greatest(0, required - held)) OVER so_far AS debts, sum(required - held) OVER so_far AS net
    FROM cell WINDOW so_far AS (PARTITION BY organisation_id, kind ORDER BY "from")
  ), settled AS (
    SELECT queue.*, last_value(debts) OVER whole - (last_value(net) OVER whole - least(0, min(net) OVER whole)) AS cleared
    FROM queue WINDOW whole AS (PARTITION BY organisation_id, kind ORDER BY "from"
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
  ), standing AS MATERIALIZED (
    SELECT organisation_id, nth, kind, "from", "to", required, held, debt,
      least(debt, greatest(0, debts - cleared))::int AS missing
    FROM settled
  )`;

/**
 * What each organisation was required to hold and held in each period, and what is missing. More than is required clears
 * the oldest debt: as in a queue, what has left it is the debts so far less those that still wait.
 */
const cells = (within: string): string => `${periods}, own AS (
    SELECT m.organisation_id, m.valid_from, m.valid_to, m.recorded_at, m.superseded_at,
      min(m.recorded_at) OVER (PARTITION BY m.organisation_id) + interval '1 day' AS first_known
    FROM membership_version m JOIN organisation ON organisation.id = m.organisation_id
    WHERE m.stage = 'FULL' AND ${within}
  ), committee AS (
    SELECT organisation_id, "from", "to" FROM own JOIN period ON period.kind = 'BRANCH_COMMITTEE'
      AND "to" BETWEEN valid_from AND coalesce(valid_to, 'infinity')
      AND recorded_at < greatest(first_known, ("to" + 1) AT TIME ZONE 'Asia/Shanghai')
      AND coalesce(superseded_at, 'infinity') >= least(now(), greatest(first_known, ("to" + 1) AT TIME ZONE 'Asia/Shanghai'))
    GROUP BY 1, 2, 3 HAVING count(*) >= 7
  ), required AS (
    SELECT v.organisation_id, period.nth, period.kind, period."from", period."to"
    FROM (
        SELECT v.* FROM organisation_version v JOIN organisation ON organisation.id = v.organisation_id
        WHERE v.superseded_at IS NULL AND ${within} OFFSET 0
      ) v JOIN period ON v.kind = ANY (owed)
        AND "to" BETWEEN coalesce(v.valid_from, '-infinity') AND coalesce(v.valid_to, 'infinity')
    WHERE (coalesce(v.valid_from, '-infinity') <= "from" OR 2 * (
        SELECT sum(least(coalesce(w.valid_to, "to"), "to") - greatest(coalesce(w.valid_from, "from"), "from") + 1)
        FROM organisation_version w WHERE w.organisation_id = v.organisation_id AND w.superseded_at IS NULL
          AND coalesce(w.valid_from, '-infinity') <= "to" AND coalesce(w.valid_to, 'infinity') >= "from"
      ) >= "to" - "from" + 1)
  ), held AS (
    SELECT meeting.organisation_id, period.nth, period.kind, period."from", period."to", count(*)::int AS held
    FROM clock CROSS JOIN meeting JOIN organisation ON organisation.id = meeting.organisation_id
      JOIN meeting_kind ON meeting_kind.meeting_id = meeting.id
      JOIN period ON period.kind = meeting_kind.kind AND meeting.day BETWEEN "from" AND "to"
    WHERE meeting.state = 'SIGNED' AND meeting.day >= since AND ${within}
    GROUP BY 1, 2, 3, 4, 5
  ),${settled}`;

const THERE = `mark IN ('PRESENT', 'ONLINE')`;
const rate = (kind: string, table: string, met: string): string => `
  SELECT '${kind}' AS kind, count(*) FILTER (WHERE NOT exempt AND ${met})::int AS met,
    count(*) FILTER (WHERE NOT exempt AND NOT (${met}))::int AS gap, count(*) FILTER (WHERE exempt)::int AS exempt FROM ${table}`;

/** The district's view of organisational life: sums, months, what is right below, and the three rates. */
export const overviewSql = `
  WITH ${asker}, ${cells('true')}, this_year AS MATERIALIZED (
    SELECT standing.*, "to" < day AS is_over, day BETWEEN "from" AND "to" AS is_open
    FROM standing, clock WHERE "to" BETWEEN year AND last
  ), line AS MATERIALIZED (
    SELECT roster.resident_id, exempt, meeting.minutes, ${THERE} AS present, made_up_on
    FROM clock JOIN meeting ON meeting.day BETWEEN year AND (date_trunc('month', clock.day) + interval '1 month - 1 day')::date
      JOIN meeting_roster roster ON roster.meeting_id = meeting.id
    WHERE meeting.state = 'SIGNED'
  ), person AS MATERIALIZED (
    SELECT resident_id, sum(due)::int AS due, sum(present)::int AS present, bool_and(exempt) AS exempt,
      sum(minutes) AS minutes, bool_or(is_member) AS is_member
    FROM (
      SELECT resident_id, 1 AS due, present::int, exempt, false AS is_member,
        CASE WHEN present OR made_up_on IS NOT NULL THEN minutes ELSE 0 END AS minutes FROM line
      UNION ALL
      SELECT resident_id, 0, 0, NULL, false, attended.minutes
      FROM clock JOIN training_session session
          ON session.day BETWEEN year AND (date_trunc('month', clock.day) + interval '1 month - 1 day')::date
        JOIN training_attendance attended ON attended.session_id = session.id
      WHERE session.state = 'SIGNED'
      UNION ALL
      SELECT m.resident_id, 0, 0, NULL, true, 0
      FROM clock JOIN membership_version m ON m.superseded_at IS NULL AND m.stage IN ('PROBATIONARY', 'FULL')
        AND (date_trunc('month', day) + interval '1 month - 1 day')::date
          BETWEEN m.valid_from AND coalesce(m.valid_to, 'infinity')
    ) said GROUP BY resident_id
  ), due AS (
    SELECT * FROM person WHERE due > 0
  ), member AS (
    SELECT minutes >= 32 * 60 * extract(month FROM day) / 12 AS learnt, e.resident_id IS NOT NULL AS exempt
    FROM clock CROSS JOIN person LEFT JOIN (
      SELECT DISTINCT e.resident_id FROM clock JOIN exemption_version e ON e.superseded_at IS NULL
        AND (date_trunc('month', day) + interval '1 month - 1 day')::date
          BETWEEN e.valid_from AND coalesce(e.valid_to, 'infinity')
    ) e USING (resident_id)
    WHERE is_member
  ), below AS (
    SELECT coalesce(organisation.lineage[2], organisation.id) AS id,
      sum(missing) FILTER (WHERE is_over) AS owed, sum(missing) FILTER (WHERE is_open) AS due_now
    FROM this_year JOIN organisation ON organisation.id = organisation_id GROUP BY 1
  )
  SELECT json_build_object('data', json_build_object('lifeOverview', json_build_object(
    'owed', coalesce((SELECT sum(missing) FROM this_year WHERE is_over), 0),
    'branches', (SELECT count(DISTINCT organisation_id) FROM this_year),
    'rows', (SELECT coalesce(json_agg(json_build_object('organisationId', below.id, 'owed', coalesce(owed, 0),
        'dueNow', coalesce(due_now, 0)) ORDER BY coalesce(owed, 0) DESC, cardinality(lineage), name), '[]')
      FROM below JOIN organisation ON organisation.id = below.id),
    'trend', (SELECT json_agg(json_build_object('month', month, 'owed', coalesce(owed, 0), 'due', coalesce(due, 0),
        'late', coalesce(late, 0)) ORDER BY month)
      FROM generate_series(1, 12) month LEFT JOIN (
        SELECT extract(month FROM "to")::int AS month, sum(missing) FILTER (WHERE is_over) AS owed,
          sum(missing) FILTER (WHERE is_open) AS due, sum(debt - missing) AS late FROM this_year GROUP BY 1
      ) sums USING (month)),
    'rates', (SELECT json_agg(json_build_object('kind', kind, 'met', met, 'gap', gap, 'exempt', exempt)) FROM (
        SELECT 'ATTENDANCE' AS kind, coalesce(sum(present), 0)::int AS met, coalesce(sum(due - present), 0)::int AS gap,
          0 AS exempt FROM due
        UNION ALL ${rate('PARTICIPATION', 'due', 'present > 0')}
        UNION ALL ${rate('EDUCATION', 'member', 'learnt')}) rates))))::text AS json
  FROM today`;

/** One branch now (nobody was talked to yet): what is due and owed, its meetings, who was away too often, who joined in this month. $2 is the branch. */
export const branchSql = `
  WITH ${asker}, ${cells('organisation.lineage @> ARRAY[$2::uuid]')}, span AS (
    SELECT day, (date_trunc('month', day) + interval '1 month - 1 day')::date AS month_end FROM today
  ), away AS (
    SELECT m.resident_id, count(*) FILTER (WHERE mark = 'UNEXCUSED')::int AS unexcused,
      coalesce(max(meeting.day) FILTER (WHERE ${THERE}), min(meeting.day)) <= max(span.day) - interval '6 months' AS is_gone
    FROM span JOIN membership_version m ON m.organisation_id = $2 AND m.superseded_at IS NULL
        AND m.stage IN ('PROBATIONARY', 'FULL') AND span.day BETWEEN m.valid_from AND coalesce(m.valid_to, 'infinity')
      JOIN meeting_roster roster ON roster.resident_id = m.resident_id
      JOIN meeting ON meeting.id = roster.meeting_id AND meeting.state = 'SIGNED' AND meeting.day > span.day - interval '1 year'
    GROUP BY m.resident_id
  ), born AS (
    SELECT m.resident_id, joined_on
    FROM span JOIN membership_version m ON m.organisation_id = $2 AND m.superseded_at IS NULL
        AND m.stage IN ('PROBATIONARY', 'FULL') AND span.day BETWEEN m.valid_from AND coalesce(m.valid_to, 'infinity')
      CROSS JOIN LATERAL (SELECT min(valid_from) AS joined_on FROM membership_version
        WHERE resident_id = m.resident_id AND superseded_at IS NULL AND stage IN ('PROBATIONARY', 'FULL')) first
    WHERE extract(month FROM joined_on) = extract(month FROM span.day) AND joined_on < span.day
  )
  SELECT json_build_object('data', json_build_object('branchMonth', json_build_object(
    'due', (SELECT coalesce(json_agg(json_build_object('kind', kind, 'from', "from", 'to', "to", 'required', required,
        'held', held, 'missing', missing) ORDER BY nth, "from"), '[]')
      FROM standing WHERE required > 0 AND today.day BETWEEN "from" AND "to"),
    'debts', (SELECT coalesce(json_agg(json_build_object('kind', kind, 'to', "to", 'missing', missing) ORDER BY nth, "from"), '[]')
      FROM standing WHERE missing > 0 AND "to" < today.day),
    'meetings', (SELECT coalesce(json_agg(json_build_object('id', meeting.id, 'day', meeting.day, 'state', state,
        'rosterCount', due, 'presentCount', present) ORDER BY starts_at, meeting.id), '[]')
      FROM span JOIN meeting ON meeting.organisation_id = $2 AND meeting.day BETWEEN span.day - 92 AND month_end + 31
          AND (to_char(meeting.day, 'YYYY-MM') >= to_char(span.day, 'YYYY-MM') OR state IN ('ANNOUNCED', 'HELD'))
        CROSS JOIN LATERAL (SELECT count(*)::int AS due, count(*) FILTER (WHERE ${THERE})::int AS present
          FROM meeting_roster WHERE meeting_id = meeting.id) counted),
    'absentees', (SELECT coalesce(json_agg(json_build_object('rung', CASE WHEN is_gone THEN 'BRANCH_DECIDES' ELSE 'TALK' END)
        ORDER BY is_gone DESC), '[]')
      FROM away WHERE is_gone OR unexcused >= 3),
    'birthdays', (SELECT coalesce(json_agg(json_build_object('residentId', resident_id, 'joinedOn', joined_on)
        ORDER BY extract(day FROM joined_on), resident.name), '[]')
      FROM born JOIN resident ON resident.id = resident_id))))::text AS json
  FROM today`;

/** Coverage of the district over a time: every estate climbs once, with the days on which its whole way stands. */
export const coverageSql = `
  WITH RECURSIVE ${asker}, asked AS MATERIALIZED (
    SELECT days.day::date AS day FROM today CROSS JOIN LATERAL (
      SELECT $2::date AS day UNION SELECT $3::date
      UNION SELECT (first - interval '1 day')::date
        FROM generate_series(date_trunc('month', $2::timestamp) + interval '1 month', $3::timestamp, interval '1 month') first
        WHERE first - interval '1 day' > $2::timestamp) days
  ), climb AS (
    SELECT area_id AS estate_id, parent_id, coalesce(valid_from, '-infinity') AS "from", coalesce(valid_to, 'infinity') AS "to"
    FROM area_version WHERE kind = 'ESTATE' AND superseded_at IS NULL
    UNION ALL
    SELECT estate_id, v.parent_id, greatest("from", coalesce(v.valid_from, '-infinity')), least("to", coalesce(v.valid_to, 'infinity'))
    FROM climb JOIN area_version v ON v.area_id = climb.parent_id AND v.superseded_at IS NULL
      AND coalesce(v.valid_from, '-infinity') <= "to" AND coalesce(v.valid_to, 'infinity') >= "from"
  ), estate AS MATERIALIZED (
    SELECT estate_id, "from", "to" FROM climb WHERE parent_id IS NULL
  ), covering AS MATERIALIZED (
    SELECT c.area_id, greatest(coalesce(c.valid_from, '-infinity'), coalesce(o.valid_from, '-infinity')) AS "from",
      least(coalesce(c.valid_to, 'infinity'), coalesce(o.valid_to, 'infinity')) AS "to"
    FROM organisation_covers c JOIN organisation_version o ON o.organisation_id = c.organisation_id AND o.superseded_at IS NULL
      AND o.kind IN ('ESTATE_BRANCH', 'JOINT_BRANCH', 'GENERAL_BRANCH', 'VILLAGE_BRANCH')
    WHERE c.superseded_at IS NULL
  ), counted AS (
    SELECT asked.day, count(DISTINCT estate_id)::int AS estates, count(DISTINCT covering.area_id)::int AS covered
    FROM asked LEFT JOIN estate ON asked.day BETWEEN estate."from" AND estate."to"
      LEFT JOIN covering ON covering.area_id = estate_id AND asked.day BETWEEN covering."from" AND covering."to"
    GROUP BY asked.day
  )
  SELECT json_build_object('data', json_build_object('coverageSeries', json_agg(json_build_object(
    'on', day, 'estates', estates, 'covered', covered) ORDER BY day)))::text AS json
  FROM counted`;
