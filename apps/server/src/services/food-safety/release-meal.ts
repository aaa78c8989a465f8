import type { PersonId, Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import {
  detailsOfFaults,
  type MealReleaseId,
  refusalToRelease,
  type ReleaseMealInput,
} from '@linli/domain/services/food-safety';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import { type Database, statement, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { Refused } from '../../platform/graphql/index.js';
import type { MealSafety } from './food-safety.type.js';
import { type AtMeal, safetyOf, safetyToChange } from './meal-safety.js';

interface Row extends AtMeal {
  readonly id: MealReleaseId;
  readonly byId: PersonId;
  readonly byName: string;
}

const insertRelease = statement<Row, { id: MealReleaseId }>({
  name: 'insert-meal-release',
  text: `
    INSERT INTO meal_release (id, centre_id, day, meal, by_id, by_name)
    VALUES (:id, :centreId, :day, :meal, :byId, :byName) ON CONFLICT DO NOTHING RETURNING id`,
});

const releaseById = statement<{ id: MealReleaseId }, AtMeal>({
  name: 'meal-release-by-id',
  text: 'SELECT centre_id, day, meal FROM meal_release WHERE id = :id',
});

/** 放行 The signature under samples and temperatures: refused while one is missing or out of bounds, naming which. */
export const releaseMeal = (
  db: Database,
  viewer: Viewer,
  input: ReleaseMealInput,
): Promise<MealSafety | Refused> =>
  transaction(db, async (tx) => {
    const { id, centreId, day, meal } = input;
    const at = { centreId, day, meal };
    const { isToday, dishes, faults, shown } = await safetyToChange(tx, viewer, at);
    const [earlier] = await releaseById(tx, { id });
    const isOf = earlier?.centreId === centreId && earlier.day === day && earlier.meal === meal;
    if (earlier) return isOf ? shown : new Refused(Refusal.CONFLICT);
    if (shown.released) return shown;
    const refusal = refusalToRelease({ isToday, dishes, faults });
    if (refusal) return new Refused(refusal, faults.length > 0 ? detailsOfFaults(faults) : {});

    const [row] = await insertRelease(tx, { ...at, id, byId: viewer.personId, byName: viewer.name });
    if (!row) return new Refused(Refusal.CONFLICT);
    await recordEvent(tx, { name: 'food-safety.released', subjectId: centreId, payload: { day, meal } });
    const after = (await safetyOf(tx, at)).shown;
    await recordAudit(tx, {
      ...{ actor: actorOf(viewer), action: 'MEAL_RELEASED' },
      subject: { kind: 'CENTRE', id: centreId, name: null },
      detail: { day, meal, entries: after.entries.length },
      places: { ...placesOf(viewer), centreIds: [centreId] },
    });
    return after;
  });
