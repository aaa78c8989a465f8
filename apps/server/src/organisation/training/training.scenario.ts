import type { OrganisationId, PersonId, Viewer } from '@linli/domain/access';
import { type PlainDate, plainDateOf } from '@linli/domain/base';
import {
  type PlanTrainingInput,
  type ScheduleTrainingInput,
  trainingPlanId,
  type TrainingSessionId,
  trainingSessionId,
} from '@linli/domain/organisation/training';
import type { Database } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { newId } from '../../testing/index.js';
import {
  cancelTraining,
  planTraining,
  recordTraining,
  scheduleTraining,
  signTraining,
} from './training-verbs.js';

/** The words that the tests of training are written in. */
export function trainingScenario(database: () => Database) {
  const today = (): PlainDate => plainDateOf(new Date());
  const year = (): number => Number(today().slice(0, 4));
  const holdsPost = (residentId: PersonId, organisationId: OrganisationId, kind: string, from: string) =>
    database().query(
      `INSERT INTO post_version (id, kind, organisation_id, resident_id, selection, valid_from, recorded_by)
       VALUES (gen_random_uuid(), $1, $2, $3, 'ELECTED', $4, '測試')`,
      [kind, organisationId, residentId, from],
    );
  const plans = (viewer: Viewer, organisationId: OrganisationId, unlike: Partial<PlanTrainingInput> = {}) =>
    planTraining(database(), viewer, {
      ...{
        id: newId(trainingPlanId),
        organisationId,
        year: year(),
        title: '黨員培訓',
        audience: 'ALL_MEMBERS',
      },
      ...{ form: 'GATHERED', minutes: 240, ...unlike },
    });
  /** Early this morning, unless it says otherwise. */
  const schedules = (
    viewer: Viewer,
    planId: ScheduleTrainingInput['planId'],
    unlike: Partial<ScheduleTrainingInput> = {},
  ) =>
    scheduleTraining(database(), viewer, {
      ...{ id: newId(trainingSessionId), planId, on: today(), time: '00:00', place: '黨校', topic: '黨章' },
      ...{ lecturer: '段永強', minutes: 240, ...unlike },
    });
  const records = (viewer: Viewer, id: TrainingSessionId, who: readonly PersonId[], minutes = 240) =>
    recordTraining(database(), viewer, {
      id,
      attendees: who.map((residentId) => ({ residentId, minutes })),
    });
  const signs = (viewer: Viewer, id: TrainingSessionId) => signTraining(database(), viewer, { id });
  const cancels = (viewer: Viewer, id: TrainingSessionId) =>
    cancelTraining(database(), viewer, { id, reason: '停電' });

  /** From planned to signed. */
  async function trains(
    viewer: Viewer,
    organisationId: OrganisationId,
    who: readonly PersonId[],
    unlike: Partial<PlanTrainingInput> & { readonly on?: PlainDate } = {},
  ) {
    const { on = today(), minutes = 240, ...about } = unlike;
    const must = <Answer extends object>(answer: Answer | Refused): Answer => {
      if (answer instanceof Refused) throw new Error(`refused: ${answer.code}`);
      return answer;
    };
    const plan = must(
      await plans(viewer, organisationId, { ...about, year: Number(on.slice(0, 4)), minutes }),
    );
    const session = must(await schedules(viewer, plan.id, { on, minutes }));
    must(await records(viewer, session.id, who, minutes));
    return must(await signs(viewer, session.id));
  }
  return { today, year, holdsPost, plans, schedules, records, signs, cancels, trains };
}
