import { newUuid } from '../../platform/database/index.js';
import type { testApi } from '../../testing/index.js';
import type { Tried } from './operation.scenario.js';

type Asked = Pick<Tried, 'area'>;

/** What operations on members are tried with. */
export function membersGiven(api: Pick<ReturnType<typeof testApi>, 'database'>) {
  const sql = (text: string, values: unknown[]) => api.database().query<object[]>(text, values);

  /** A branch that covers the place. */
  async function givenBranch({ area }: Asked): Promise<string> {
    const id = newUuid();
    await sql(
      `INSERT INTO organisation (id, kind, name, parent_id, lineage)
       SELECT $1::uuid, 'ESTATE_BRANCH', '支部', id, lineage || $1::uuid FROM organisation WHERE parent_id IS NULL`,
      [id],
    );
    await sql(
      `INSERT INTO organisation_version (organisation_id, kind, name, parent_id)
       SELECT id, kind, name, parent_id FROM organisation WHERE id = $1`,
      [id],
    );
    await sql('INSERT INTO organisation_covers (organisation_id, area_id) VALUES ($1, $2)', [id, area]);
    return id;
  }
  async function givenNeighbour({ area }: Asked): Promise<string> {
    const id = newUuid();
    await sql(
      `INSERT INTO resident (id, name, birth_date, building_id) VALUES ($1, '邱建業', '1948-01-01', $2)`,
      [...[id, area]],
    );
    return id;
  }
  async function givenMember(asked: Asked) {
    const [organisationId, residentId] = [await givenBranch(asked), await givenNeighbour(asked)];
    await sql(
      `INSERT INTO membership_version (resident_id, organisation_id, stage, valid_from, recorded_at)
       VALUES ($1, $2, 'PROBATIONARY', '2025-01-01', now())`,
      [residentId, organisationId],
    );
    return { organisationId, residentId };
  }
  return { givenBranch, givenNeighbour, givenMember };
}
