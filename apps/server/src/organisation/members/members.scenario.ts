import { organisationId, type OrganisationId, type PersonId, personId } from '@linli/domain/access';
import { plainDate, type PlainDate } from '@linli/domain/base';
import { type MembershipStep, membershipChangeId } from '@linli/domain/organisation/members';
import { type Database, transaction } from '../../platform/database/index.js';
import { newId } from '../../testing/index.js';
import { houseAuthor, setUpOrganisations } from '../structure/index.js';
import { givenArea, givenResident } from '../people/people.scenario.js';
import { type NotRecorded, recordMemberships } from './record-memberships.js';

export const day = (text: string): PlainDate => plainDate.parse(text);
const author = houseAuthor('測試');

/** The words that the tests of members are written in. */
export function memberScenario(database: () => Database) {
  /** A district's committee, and so many branches of agencies below it. */
  async function branches(count: number): Promise<OrganisationId[]> {
    const [root, ids] = [newId(organisationId), Array.from({ length: count }, () => newId(organisationId))];
    const setUpOn = { setUpOn: null, documentNumber: null, covers: [] };
    await transaction(database(), (tx) =>
      setUpOrganisations(tx, author, [
        { id: root, parentId: null, kind: 'DISTRICT_COMMITTEE', name: '區委', ...setUpOn },
        ...ids.map((id, i) => ({
          ...{ id, parentId: root, kind: 'AGENCY_BRANCH' as const, name: `第${i + 1}支部`, ...setUpOn },
        })),
      ]),
    );
    return ids;
  }
  const people = async (count: number): Promise<PersonId[]> => {
    const home = await givenArea(database());
    const ids = Array.from({ length: count }, () => newId(personId));
    for (const id of ids) await givenResident(database(), { id, home });
    return ids;
  };
  const record = (residentId: PersonId, ...steps: MembershipStep[]): Promise<readonly NotRecorded[]> =>
    transaction(database(), (tx) =>
      recordMemberships(
        tx,
        author,
        steps.map((step) => ({
          ...{ id: newId(membershipChangeId), residentId, step, documentNumber: null },
          ...(step.kind === 'LEFT' && { reason: 'WITHDREW' as const }),
        })),
      ),
    );
  return { branches, people, record };
}

export const joined = (organisation: OrganisationId, on: string): MembershipStep => ({
  ...{ kind: 'JOINED', on: day(on), organisationId: organisation, stage: 'FULL' },
});
