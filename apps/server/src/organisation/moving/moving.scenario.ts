import { type AreaId, type OrganisationId, type PersonId, personId } from '@linli/domain/access';
import type { Database } from '../../platform/database/index.js';
import { newId } from '../../testing/index.js';

/** People who live in the building, full members of a branch or of none. */
export const membersBetweenScenario = (database: () => Database, home: () => AreaId) => ({
  givenPerson: async (name: string, branch: OrganisationId | null): Promise<PersonId> => {
    const id = newId(personId);
    await database().query(
      `INSERT INTO resident (id, name, birth_date, building_id) VALUES ($1, $2, '1985-01-01', $3)`,
      [id, name, home()],
    );
    if (branch)
      await database().query(
        `INSERT INTO membership_version (resident_id, organisation_id, stage, valid_from, recorded_at)
         VALUES ($1, $2, 'FULL', '2015-01-01', now())`,
        [id, branch],
      );
    return id;
  },
});
