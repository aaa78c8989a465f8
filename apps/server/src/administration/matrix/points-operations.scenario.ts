import type { AreaId, OrganisationId } from '@linli/domain/access';
import { addDays, plainDateOf } from '@linli/domain/base';
import { newUuid } from '../../platform/database/index.js';
import type { testApi } from '../../testing/index.js';
import { type Operation, read } from './operation.scenario.js';
import { CADRES, row } from './place-row.scenario.js';
import { asker } from './refusal-driver.scenario.js';

const SEERS = [...CADRES, 'BRANCH_SECRETARY'];
const LINE = row(SEERS, 'yes yes none none');

/** Member points of a branch, as in `place-table`: own, subtree, sibling, parent. */
export const pointsTable = {
  pointEntries: row(SEERS, 'yes yes empty empty'),
  ...{ enterPoints: LINE, reviewPoints: LINE, counterPoints: LINE, answerPointAppeal: LINE },
};

const ITEM = '(SELECT id FROM point_item ORDER BY points DESC LIMIT 1)';

export function pointsOperations(
  api: ReturnType<typeof testApi>,
  givenCommittee: (area: AreaId) => Promise<OrganisationId>,
): Readonly<Record<string, Operation>> {
  const { ask, mutate } = asker(api);
  const sql = (text: string, values: unknown[] = []) =>
    api.database().query<Record<string, string>[]>(text, values);
  const today = () => plainDateOf(new Date());

  /** A branch with a member, and an entry of theirs that somebody else made. */
  async function given(area: AreaId, state: 'ENTERED' | 'PUBLISHED' = 'ENTERED') {
    const [id, resident, appeal, someone] = [newUuid(), newUuid(), newUuid(), newUuid()];
    const branch = await givenCommittee(area);
    await sql(`UPDATE organisation SET kind = 'VILLAGE_BRANCH' WHERE id = $1`, [branch]);
    await sql(
      `INSERT INTO resident (id, name, birth_date, building_id) VALUES ($1, '李桂蘭', '1948-01-01', $2)`,
      [...[resident, area]],
    );
    await sql(
      `INSERT INTO membership_version (resident_id, organisation_id, stage, valid_from, recorded_at)
       VALUES ($1, $2, 'FULL', '2020-01-01', now())`,
      [resident, branch],
    );
    await sql(
      `INSERT INTO point_entry (id, organisation_id, resident_id, item_id, points, done_on, evidence, entered_by, entered_by_name)
       VALUES ($1, $2, $3, ${ITEM}, 5, $4, '照片', $5, '甲')`,
      [id, branch, resident, today(), someone],
    );
    if (state === 'PUBLISHED') {
      await sql(
        `UPDATE point_entry SET state = 'PUBLISHED', reviewed_by = $2, notice_from = $3::date, notice_until = $3::date + 7
         WHERE id = $1`,
        [id, newUuid(), today()],
      );
      await sql(`INSERT INTO point_appeal (id, entry_id, text) VALUES ($1, $2, '不是我')`, [appeal, id]);
    }
    return { id, branch, resident, appeal };
  }

  return {
    pointEntries: read(async ({ viewer, area }) => {
      const { id } = await given(area);
      return async () => {
        const reply = await ask(viewer, '{ pointEntries(first: 100) { entries { id } } }', {});
        const isThere = JSON.stringify(reply.value ?? '').includes(id);
        return reply.answer === 'yes' && !isThere ? { ...reply, outcome: 'empty' as const } : reply;
      };
    }),
    async enterPoints({ viewer, area }) {
      const { branch, resident } = await given(area);
      const [item] = await sql(`SELECT ${ITEM} AS id`);
      const entry = { id: newUuid(), organisationId: branch, residentId: resident, itemId: item?.id };
      return () => mutate(viewer, 'enterPoints', { ...entry, on: today(), evidence: '照片' });
    },
    async reviewPoints({ viewer, area }) {
      const { id } = await given(area);
      return () => mutate(viewer, 'reviewPoints', { id, approved: true, until: addDays(today(), 7) });
    },
    async counterPoints({ viewer, area }) {
      const { id } = await given(area, 'PUBLISHED');
      return () => mutate(viewer, 'counterPoints', { id: newUuid(), entryId: id, reason: '重複' });
    },
    async answerPointAppeal({ viewer, area }) {
      const { appeal } = await given(area, 'PUBLISHED');
      const answer = { id: appeal, counterId: newUuid(), upheld: true, answer: '核實' };
      return () => mutate(viewer, 'answerPointAppeal', answer);
    },
  };
}

/** What has no place, for the flat table. */
export const pointQueries = {
  pointRules: '{ pointRules { version items { name } } }',
  myPoints: '{ myPoints { total } }',
};
export const pointInputs = () => ({
  publishPointRules: {
    ...{ id: newUuid(), validFrom: '2999-01-01', documentNumber: '1號' },
    items: [{ name: '志願', points: 2 }],
  },
  appealPoints: { id: newUuid(), entryId: newUuid(), text: '申訴' },
});
