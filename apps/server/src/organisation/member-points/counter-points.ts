import type { Viewer } from '@linli/domain/access';
import { plainDateOf } from '@linli/domain/base';
import {
  type AnswerPointAppealInput,
  type AppealPointsInput,
  type CounterPointsInput,
  type PointAppealId,
  type PointEntryId,
  refusalToAppeal,
  refusalToCounter,
} from '@linli/domain/organisation/member-points';
import { Refusal } from '@linli/domain/refusals';
import {
  type Database,
  now,
  secondLook,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { notePoints } from './note-points.js';
import { myPointEntry, pointEntryFor } from './points.queries.js';
import type { PointEntry } from './points.type.js';

const counterOf = statement<{ id: PointEntryId }, { counters: PointEntryId | null; evidence: string }>({
  name: 'counter-of-points',
  text: 'SELECT counters, evidence FROM point_entry WHERE id = :id',
});

const insert = statement<CounterPointsInput & { by: string; byName: string }, never>({
  name: 'counter-points',
  text: `
    INSERT INTO point_entry (id, organisation_id, resident_id, item_id, points, done_on, evidence, state, entered_by,
      entered_by_name, counters)
    SELECT :id, organisation_id, resident_id, item_id, -points, done_on, :reason, 'PUBLISHED', :by, :byName, id
    FROM point_entry WHERE id = :entryId`,
});

async function counter(tx: Transaction, viewer: Viewer, input: CounterPointsInput): Promise<PointEntry> {
  await insert(tx, { ...input, by: viewer.personId, byName: viewer.name });
  const after = await pointEntryFor(tx, viewer, input.entryId);
  await notePoints(tx, viewer, after, 'POINTS_COUNTERED', { reason: input.reason });
  return after;
}

/** 沖減 What was wrong stays, and beside it stands what takes it back. The same again is the same. */
export const counterPoints = (
  db: Database,
  viewer: Viewer,
  input: CounterPointsInput,
): Promise<PointEntry | Refused> =>
  secondLook(() =>
    transaction(db, async (tx) => {
      const entry = await pointEntryFor(tx, viewer, input.entryId);
      const [known] = await counterOf(tx, { id: input.id });
      if (known)
        return known.counters === input.entryId && known.evidence === input.reason
          ? entry
          : new Refused(Refusal.CONFLICT);
      const refusal = entry.isCounter ? Refusal.POINTS_COUNTERED : refusalToCounter(entry, entry.isOwn);
      return refusal ? new Refused(refusal) : counter(tx, viewer, input);
    }),
  );

const insertAppeal = statement<AppealPointsInput, never>({
  name: 'appeal-points',
  text: 'INSERT INTO point_appeal (id, entry_id, text) VALUES (:id, :entryId, :text)',
});

/** 申訴 The member's own, until the last day of the notice. The same again is the same. */
export const appealPoints = (
  db: Database,
  viewer: Viewer,
  input: AppealPointsInput,
): Promise<PointEntry | Refused> =>
  secondLook(() =>
    transaction(db, async (tx) => {
      const entry = await myPointEntry(tx, viewer, input.entryId);
      if (entry.appeal?.id === input.id)
        return entry.appeal.text === input.text ? entry : new Refused(Refusal.CONFLICT);
      const appeal = entry.appeal === null ? 'NONE' : entry.appeal.upheld === null ? 'OPEN' : 'ANSWERED';
      const { state, isCountered, noticeUntil } = entry;
      const refusal = refusalToAppeal(
        { state, isCountered, noticeUntil, appeal },
        plainDateOf(await now(tx)),
      );
      if (refusal) return new Refused(refusal);
      await insertAppeal(tx, input);
      const after = await myPointEntry(tx, viewer, input.entryId);
      await notePoints(tx, viewer, after, 'POINTS_APPEALED', { text: input.text });
      return after;
    }),
  );

const entryOfAppeal = statement<{ id: PointAppealId }, { entryId: PointEntryId }>({
  name: 'entry-of-point-appeal',
  text: 'SELECT entry_id FROM point_appeal WHERE id = :id',
});
const setAnswer = statement<Omit<AnswerPointAppealInput, 'counterId'> & { byName: string }, never>({
  name: 'answer-point-appeal',
  text: 'UPDATE point_appeal SET upheld = :upheld, answer = :answer, answered_by_name = :byName WHERE id = :id',
});

/** Upheld, a counter-entry takes the points back; never answered by who entered them. Twice is once. */
export const answerPointAppeal = (
  db: Database,
  viewer: Viewer,
  { counterId, ...input }: AnswerPointAppealInput,
): Promise<PointEntry | Refused> =>
  transaction(db, async (tx) => {
    const [found] = await entryOfAppeal(tx, { id: input.id });
    if (!found) throw notFound('point appeal');
    const entry = await pointEntryFor(tx, viewer, found.entryId);
    if (entry.appeal && entry.appeal.upheld !== null)
      return entry.appeal.upheld === input.upheld && entry.appeal.answer === input.answer
        ? entry
        : new Refused(Refusal.APPEAL_ANSWERED);
    if (entry.isOwn) return new Refused(Refusal.POINTS_ARE_YOUR_OWN);
    await setAnswer(tx, { ...input, byName: viewer.name });
    if (input.upheld && !entry.isCountered)
      return counter(tx, viewer, { id: counterId, entryId: entry.id, reason: input.answer });
    const after = await pointEntryFor(tx, viewer, entry.id);
    await notePoints(tx, viewer, after, 'POINT_APPEAL_ANSWERED', { answer: input.answer });
    return after;
  });
