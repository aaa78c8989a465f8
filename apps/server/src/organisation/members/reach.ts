import { type Action, type OrganisationId, type Reach, reachOf, type Viewer } from '@linli/domain/access';
import { type Database, statement } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import { inForce, today } from '../structure/index.js';

/**
 * Whoever looks after an organisation looks after those below it; whoever looks after an area, after those that cover it
 * or a part of it. Only the topmost are named: what hangs under one of these is within reach.
 */
const topmost = statement<Reach, { id: OrganisationId }>({
  name: 'organisations-of-reach',
  text: `
    WITH found AS (
      SELECT id, lineage FROM organisation
      WHERE id = ANY (:organisations::uuid[]) OR (:everything::boolean AND parent_id IS NULL) OR id IN (
        SELECT covers.organisation_id
        FROM organisation_covers covers JOIN area ON area.id = covers.area_id
        WHERE area.lineage && :areas::uuid[] AND covers.superseded_at IS NULL AND ${inForce('covers', today)})
    )
    SELECT id FROM found
    EXCEPT
    SELECT found.id FROM found CROSS JOIN unnest(found.lineage) step
      JOIN found above ON above.id = step AND above.id <> found.id`,
});

/** The tops of what the viewer reaches with the action: `lineage && tops` is within reach. */
export async function organisationsReached(
  db: Database,
  viewer: Viewer,
  action: Action,
): Promise<OrganisationId[]> {
  return (await topmost(db, reachOf(viewer, action))).map(({ id }) => id);
}

const reached = statement<
  { ids: readonly OrganisationId[]; tops: readonly OrganisationId[] },
  { id: OrganisationId; name: string }
>({
  name: 'organisations-within-tops',
  text: 'SELECT id, name FROM organisation WHERE id = ANY (:ids) AND lineage && :tops::uuid[]',
});

/** The names of the organisations, all of them within reach: what is beyond it is not found. */
export async function reachedOrganisations(
  db: Database,
  viewer: Viewer,
  action: Action,
  ids: readonly OrganisationId[],
): Promise<Map<OrganisationId, string>> {
  const tops = await organisationsReached(db, viewer, action);
  const found = new Map((await reached(db, { ids, tops })).map(({ id, name }) => [id, name]));
  if (found.size < new Set(ids).size) throw notFound('organisation');
  return found;
}

const named = statement<{ ids: readonly OrganisationId[] }, { id: OrganisationId; name: string }>({
  name: 'names-of-organisations',
  text: 'SELECT id, name FROM organisation WHERE id = ANY (:ids)',
});

/** What the organisations are called, for a word to somebody who may hear it. */
export const organisationNames = async (
  db: Database,
  ids: readonly OrganisationId[],
): Promise<Map<OrganisationId, string>> =>
  new Map((await named(db, { ids })).map(({ id, name }) => [id, name]));
