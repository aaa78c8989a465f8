import type { AreaId, OrganisationId } from '@linli/domain/access';
import { plainDateOf } from '@linli/domain/base';
import { newUuid } from '../../platform/database/index.js';
import type { testApi } from '../../testing/index.js';
import { type Operation, read } from './operation.scenario.js';
import { CADRES, row } from './place-row.scenario.js';
import { asker } from './refusal-driver.scenario.js';

const KEEPERS = row([...CADRES, 'BRANCH_SECRETARY'], 'yes yes none none');

/** Training that an organisation holds, as in `place-table`: own, subtree, sibling, parent. */
export const trainingTable = {
  ...{ trainingYear: KEEPERS, trainingPeople: KEEPERS, learningOverview: KEEPERS, learningList: KEEPERS },
  ...{ planTraining: KEEPERS, scheduleTraining: KEEPERS, recordTraining: KEEPERS, signTraining: KEEPERS },
  ...{ cancelTraining: KEEPERS, effectiveCoverageSeries: KEEPERS },
};

type State = 'PLANNED' | 'HELD';

export function trainingOperations(
  api: ReturnType<typeof testApi>,
  givenBranch: (area: AreaId) => Promise<OrganisationId>,
): Readonly<Record<string, Operation>> {
  const { ask, mutate } = asker(api);
  const sql = (text: string, values: unknown[]) => api.database().query<unknown>(text, values);
  const today = plainDateOf(new Date());
  const year = Number(today.slice(0, 4));

  /** A branch that covers the area, with one member, and a session for all of its members that began an hour ago. */
  async function given(area: AreaId, state: State = 'PLANNED') {
    const [branch, resident, plan, id] = [await givenBranch(area), newUuid(), newUuid(), newUuid()];
    await sql(
      `INSERT INTO resident (id, name, birth_date, building_id) VALUES ($1, '李桂蘭', '1948-01-01', $2)`,
      [resident, area],
    );
    await sql(
      `INSERT INTO membership_version (resident_id, organisation_id, stage, valid_from, recorded_at)
       VALUES ($1, $2, 'FULL', '2020-01-01', now())`,
      [resident, branch],
    );
    await sql(
      `INSERT INTO training_plan (id, organisation_id, year, title, audience, form, minutes, planned_by)
       VALUES ($1, $2, $3, '黨員培訓', 'ALL_MEMBERS', 'GATHERED', 240, '甲')`,
      [plan, branch, year],
    );
    await sql(
      `INSERT INTO training_session (id, plan_id, for_id, state, day, starts_at, minutes, place, topic, lecturer, scheduled_by)
       SELECT $1, $2, $3, $4, (at AT TIME ZONE 'Asia/Shanghai')::date, at, 240, '黨校', '黨章', '乙', '甲'
       FROM (SELECT now() - interval '1 hour' AS at) clock`,
      [id, plan, branch, state],
    );
    if (state === 'HELD')
      await sql('INSERT INTO training_attendance (session_id, resident_id, minutes) VALUES ($1, $2, 240)', [
        ...[id, resident],
      ]);
    return { branch, resident, plan, id };
  }
  type Made = Awaited<ReturnType<typeof given>>;
  const reads = (document: string, variables: (made: Made) => object): Operation =>
    read(async ({ viewer, area }) => {
      const made = await given(area);
      return () => ask(viewer, document, variables(made));
    });
  const change =
    (field: string, state: State, input: (made: Made) => object): Operation =>
    async ({ viewer, area }) => {
      const made = await given(area, state);
      return () => mutate(viewer, field, input(made));
    };

  return {
    trainingYear: reads('query ($id: ID!) { trainingYear(organisationId: $id) { name } }', ({ branch }) => ({
      id: branch,
    })),
    trainingPeople: reads('query ($id: ID!) { trainingPeople(sessionId: $id) { total } }', ({ id }) => ({
      id,
    })),
    learningOverview: reads(
      'query ($id: ID!) { learningOverview(organisationId: $id) { name } }',
      ({ branch }) => ({ id: branch }),
    ),
    learningList: reads(
      `query ($id: ID!, $year: Int!) {
        learningList(organisationId: $id, duty: MEMBER, side: GAP, year: $year, month: 1) { total } }`,
      ({ branch }) => ({ id: branch, year }),
    ),
    effectiveCoverageSeries: read(async ({ viewer, area }) => {
      await given(area);
      const document = `query ($id: ID!, $on: Date!) {
        effectiveCoverageSeries(areaId: $id, from: $on, to: $on) { effective } }`;
      return () => ask(viewer, document, { id: area, on: today });
    }),
    planTraining: change('planTraining', 'PLANNED', ({ branch }) => ({
      ...{ id: newUuid(), organisationId: branch, year, title: '書記培訓', audience: 'SECRETARIES' },
      ...{ form: 'SECRETARY_CLASS', minutes: 240 },
    })),
    scheduleTraining: change('scheduleTraining', 'PLANNED', ({ plan }) => ({
      ...{ id: newUuid(), planId: plan, on: `${String(year)}-12-31`, time: '09:00', place: '黨校' },
      ...{ topic: '黨章', lecturer: '乙', minutes: 240 },
    })),
    recordTraining: change('recordTraining', 'PLANNED', ({ id, resident }) => ({
      ...{ id, attendees: [{ residentId: resident, minutes: 200 }] },
    })),
    signTraining: change('signTraining', 'HELD', ({ id }) => ({ id })),
    cancelTraining: change('cancelTraining', 'HELD', ({ id }) => ({ id, reason: '停電' })),
  };
}
