import type { AreaId, OrganisationId } from '@linli/domain/access';
import { addDays, plainDateOf } from '@linli/domain/base';
import { newUuid } from '../../platform/database/index.js';
import type { testApi } from '../../testing/index.js';
import { type Operation, read } from './operation.scenario.js';
import { CADRES, row } from './place-row.scenario.js';
import { asker } from './refusal-driver.scenario.js';

const KEEPERS = row([...CADRES, 'BRANCH_SECRETARY'], 'yes yes none none');

/** Organisational life of a branch, as in `place-table`: own, subtree, sibling, parent. */
export const lifeTable = {
  ...{ lifeOverview: KEEPERS, branchMonth: KEEPERS, lifeRateList: KEEPERS, meeting: KEEPERS },
  ...{ rosterChoice: KEEPERS, attendanceCode: KEEPERS, previewYear: KEEPERS, planYear: KEEPERS },
  ...{ planMeeting: KEEPERS, announceMeeting: KEEPERS, cancelMeeting: KEEPERS, markAttendance: KEEPERS },
  ...{ makeUpMeeting: KEEPERS, keepMinutes: KEEPERS, signMinutes: KEEPERS, addAddendum: KEEPERS },
  recordTalk: KEEPERS,
};

type Api = ReturnType<typeof testApi>;
type State = 'PLANNED' | 'ANNOUNCED' | 'HELD' | 'SIGNED';
const ABOUT = { formats: [], firstTopic: '學習', firstTopicMode: 'SECRETARY_READS' };

/** A branch that covers the area, with one member who was at so many meetings in that state. */
async function givenMeeting(
  api: Api,
  givenBranch: (area: AreaId) => Promise<OrganisationId>,
  { area, state = 'PLANNED', times = 1 }: { area: AreaId; state?: State; times?: number },
) {
  const sql = (text: string, values: unknown[]) => api.database().query<unknown>(text, values);
  const branch = await givenBranch(area);
  const resident = newUuid();
  await sql(`UPDATE organisation SET kind = 'VILLAGE_BRANCH' WHERE id = $1`, [branch]);
  await sql(`UPDATE organisation_version SET kind = 'VILLAGE_BRANCH' WHERE organisation_id = $1`, [branch]);
  await sql(
    `INSERT INTO resident (id, name, birth_date, building_id) VALUES ($1, '李桂蘭', '1948-01-01', $2)`,
    [resident, area],
  );
  await sql(
    `INSERT INTO membership_version (resident_id, organisation_id, stage, valid_from, recorded_at)
     VALUES ($1, $2, 'FULL', '2020-01-01', now())`,
    [resident, branch],
  );
  let meeting = '';
  for (let n = 0; n < times; n += 1) {
    meeting = newUuid();
    await sql(
      `INSERT INTO meeting (id, organisation_id, day, starts_at, place, minutes, planned_by)
       SELECT $1, $2, (at AT TIME ZONE 'Asia/Shanghai')::date, at, '會議室', 60, '甲'
       FROM (SELECT now() + CASE WHEN $3 THEN interval '2 days' ELSE interval '-1 hour' END AS at) clock`,
      [meeting, branch, state === 'PLANNED'],
    );
    await sql(`INSERT INTO meeting_kind (meeting_id, kind, minuted) VALUES ($1, 'THEME_DAY', '學習')`, [
      meeting,
    ]);
    if (state === 'PLANNED') continue;
    const mark = { ANNOUNCED: null, HELD: 'PRESENT', SIGNED: 'UNEXCUSED' }[state];
    await sql(
      `INSERT INTO meeting_roster (meeting_id, resident_id, voting, exempt, mark, marked_at)
       VALUES ($1, $2, true, false, $3::text, CASE WHEN $3::text IS NOT NULL THEN now() END)`,
      [meeting, resident, mark],
    );
    await sql(
      `UPDATE meeting SET state = $2::text, announced_at = now() - interval '1 day', held_at = now(),
         signed_at = CASE WHEN $2::text = 'SIGNED' THEN now() END WHERE id = $1`,
      [meeting, state],
    );
  }
  return { branch, resident, id: meeting };
}

export function lifeOperations(
  api: Api,
  givenBranch: (area: AreaId) => Promise<OrganisationId>,
): Readonly<Record<string, Operation>> {
  const { ask, mutate } = asker(api);
  const today = () => plainDateOf(new Date());
  const given = (area: AreaId, state: State = 'PLANNED', times = 1) =>
    givenMeeting(api, givenBranch, { area, state, times });
  const reads = (document: string, state: State = 'PLANNED'): Operation =>
    read(async ({ viewer, area }) => {
      const { branch, id } = await given(area, state);
      const variables = document.includes('$branch') ? { branch } : { id };
      return () => ask(viewer, document, variables);
    });
  const year = (branch: OrganisationId) => ({
    ...{ organisationIds: [branch], from: addDays(today(), 30), to: addDays(today(), 390), place: '會議室' },
    lines: [{ kinds: ['THEME_DAY'], day: 10, time: '15:00', minutes: 60 }],
  });
  const changes =
    (field: string, state: State, input: (made: { id: string; resident: string }) => object): Operation =>
    async ({ viewer, area }) => {
      const made = await given(area, state);
      return () => mutate(viewer, field, input(made));
    };

  return {
    lifeOverview: reads('query ($branch: ID!) { lifeOverview(organisationId: $branch) { owed } }'),
    branchMonth: reads('query ($branch: ID!) { branchMonth(organisationId: $branch) { name } }'),
    lifeRateList: reads(
      `query ($branch: ID!) {
        lifeRateList(organisationId: $branch, kind: EDUCATION, side: GAP, year: 2026, month: 1) { total } }`,
    ),
    meeting: reads('query ($id: ID!) { meeting(id: $id) { state } }'),
    rosterChoice: reads('query ($id: ID!) { rosterChoice(id: $id) { name } }'),
    attendanceCode: reads('query ($id: ID!) { attendanceCode(id: $id) { __typename } }', 'ANNOUNCED'),
    previewYear: read(async ({ viewer, area }) => {
      const { branch } = await given(area);
      const document = 'query ($input: PreviewYearInput!) { previewYear(input: $input) { __typename } }';
      return () => ask(viewer, document, { input: year(branch) });
    }),
    async planYear({ viewer, area }) {
      const { branch } = await given(area);
      return () => mutate(viewer, 'planYear', year(branch));
    },
    async planMeeting({ viewer, area }) {
      const { branch } = await given(area);
      const input = { id: newUuid(), organisationId: branch, kinds: ['THEME_DAY'], on: addDays(today(), 3) };
      return () => mutate(viewer, 'planMeeting', { ...input, time: '15:00', place: '會議室', minutes: 60 });
    },
    announceMeeting: changes('announceMeeting', 'PLANNED', ({ id }) => ({
      ...{ id, place: '會議室', agenda: [], ...ABOUT },
    })),
    cancelMeeting: changes('cancelMeeting', 'PLANNED', ({ id }) => ({ id, reason: '改期' })),
    markAttendance: changes('markAttendance', 'ANNOUNCED', ({ id, resident }) => ({
      ...{ id, marks: [{ residentId: resident, mark: 'PRESENT' }] },
    })),
    makeUpMeeting: changes('makeUpMeeting', 'SIGNED', ({ id, resident }) => ({
      ...{ id, residentId: resident, on: today(), note: '看錄像' },
    })),
    keepMinutes: changes('keepMinutes', 'ANNOUNCED', ({ id }) => ({
      ...{ id, ...ABOUT, minuted: [{ kind: 'THEME_DAY', text: '學習' }], votes: [] },
    })),
    signMinutes: changes('signMinutes', 'HELD', ({ id }) => ({ id })),
    addAddendum: changes('addAddendum', 'SIGNED', ({ id }) => ({ id, text: '更正' })),
    async recordTalk({ viewer, area }) {
      const { branch, resident } = await given(area, 'SIGNED', 3);
      const input = { id: newUuid(), organisationId: branch, residentId: resident, note: '外出' };
      return () => mutate(viewer, 'recordTalk', { ...input, deadline: addDays(today(), 60) });
    },
  };
}
