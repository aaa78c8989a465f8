/** The query `AreaTree` of the console from the district down: $1 is the hash of the token, $2 how many levels. */
export const treeSql = `
  WITH RECURSIVE today AS MATERIALIZED (
    SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS day
    FROM sign_in JOIN account ON account.id = sign_in.person_id
    WHERE token_hash = $1 AND face = 'CONSOLE' AND ends_at > now() AND last_seen_at > now() - interval '30 minutes'
      AND disabled_at IS NULL AND EXISTS (SELECT FROM duty WHERE account_id = account.id AND ended_at IS NULL)
  ), standing AS MATERIALIZED (
    SELECT area_id AS id, parent_id, code, kind, name, official_name
    FROM area_version, today
    WHERE superseded_at IS NULL AND day BETWEEN coalesce(valid_from, '-infinity') AND coalesce(valid_to, 'infinity')
  ), children AS (
    SELECT parent_id, count(*)::int AS count FROM standing GROUP BY parent_id
  ), node AS (
    SELECT standing.*, 0 AS depth, ARRAY[code] AS path FROM standing WHERE parent_id IS NULL
    UNION ALL
    SELECT standing.*, depth + 1, path || standing.code
    FROM node JOIN standing ON standing.parent_id = node.id
    WHERE depth < $2
  )
  SELECT json_build_object('data', json_build_object('areas', json_agg(json_build_object(
    'id', node.id, 'code', node.code, 'kind', node.kind, 'name', node.name, 'officialName', node.official_name,
    'parentId', node.parent_id, 'depth', depth, 'childCount', coalesce(children.count, 0),
    'validFrom', area.valid_from, 'validTo', area.valid_to) ORDER BY path)))::text AS json
  FROM node JOIN area ON area.id = node.id LEFT JOIN children ON children.parent_id = node.id
  HAVING count(*) > 0`;
