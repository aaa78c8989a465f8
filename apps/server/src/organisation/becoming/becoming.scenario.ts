import { beforeAll, expect } from '@jest/globals';
import { type OrganisationId, type PersonId, personId } from '@linli/domain/access';
import { type PlainDate, plainDate } from '@linli/domain/base';
import { BECOMING_STEPS, dossierId } from '@linli/domain/organisation/becoming';
import { newId, type testApi } from '../../testing/index.js';
import { givenParty, mutator, type Party, type Reply } from '../ratings/ratings.scenario.js';

export const START = plainDate.parse('2017-01-02');
const DOSSIER =
  '... on BecomingDossier { id reviews earliest due isLate next { number } stoppedOn extendedMonths prolongedBecause }';
/** Full members, who may introduce. */
export const two = [newId(personId), newId(personId)];

/** The words that the tests of becoming a member are written in. */
export function becomingScenario(api: ReturnType<typeof testApi>) {
  const send = mutator(api);
  const sql = (text: string, values: unknown[] = []) =>
    api.database().query<Record<string, unknown>[]>(text, values);
  let party: Party;
  let branch: OrganisationId;

  beforeAll(async () => {
    party = await givenParty(api.database());
    branch = await party.branch();
    await sql(`INSERT INTO organisation_version (organisation_id, kind, name, parent_id)
      SELECT id, kind, name, parent_id FROM organisation`);
    for (const id of two) {
      await givenNeighbour(id, '老黨員');
      await sql(
        `INSERT INTO membership_version (resident_id, organisation_id, stage, valid_from, recorded_at)
         VALUES ($1, $2, 'FULL', '2010-01-01', now())`,
        [id, branch],
      );
    }
  }, 60_000);

  async function givenNeighbour(id = newId(personId), name = '孫青年'): Promise<PersonId> {
    await sql(`INSERT INTO resident (id, name, birth_date, building_id) VALUES ($1, $2, '1995-01-01', $3)`, [
      ...[id, name, party.at.building],
    ]);
    return id;
  }
  const call = (field: string, input: object) => send(party.secretary, field, input, DOSSIER);
  async function opened(): Promise<{ id: string; residentId: PersonId }> {
    const [id, residentId] = [newId(dossierId), await givenNeighbour()];
    const input = { id, organisationId: branch, residentId, on: START, papers: ['APPLICATION_LETTER'] };
    expect(await call('openDossier', input)).toMatchObject({ id, next: { number: 2 } });
    return { id, residentId };
  }
  const take = (id: string, step: number, on: PlainDate, unlike: object = {}): Promise<Reply> =>
    call('takeStep', {
      ...{ dossierId: id, step, on, papers: BECOMING_STEPS[step - 1]?.papers ?? [], introducers: two },
      ...{ trainingHours: 24, trainingDays: null, ...unlike },
    });
  const review = (id: string, on: PlainDate) =>
    call('reviewActivist', { id: newId(dossierId), dossierId: id, on, note: '表現好' });
  const days = async (id: string) =>
    (
      await sql('SELECT step, taken_on::text AS day FROM becoming_step WHERE dossier_id = $1 ORDER BY step', [
        id,
      ])
    ).map(({ step, day }) => ({ step: Number(step), day: String(day) }));
  const at = () => ({ party, branch });
  return { sql, at, call, opened, take, review, days };
}
