import type { PersonId, Viewer } from '@linli/domain/access';
import { type Eater, labelsOf, type MealLabel } from '@linli/domain/services/meals';
import { recordRead } from '../../access/audit/index.js';
import { homeAddress, joinHome } from '../../organisation/people/index.js';
import { type Database, statement } from '../../platform/database/index.js';
import { centreFor } from '../centres/index.js';
import { menusBetween } from '../menus/index.js';
import { readBooks } from './books.js';
import type { AtMeal } from './kitchen-sheet.queries.js';

const eatersByIds = statement<{ ids: readonly PersonId[] }, Eater & { id: PersonId }>({
  name: 'eaters-by-ids',
  text: `
    SELECT resident.id, resident.name, ${homeAddress} AS building
    FROM resident
      ${joinHome}
    WHERE resident.id = ANY (:ids::uuid[])`,
});

/** The labels of a meal: made of the same books as its sheet, so there are as many. */
export async function labelsOfMeal(db: Database, viewer: Viewer, at: AtMeal): Promise<MealLabel[]> {
  const { centreId, day, meal } = at;
  await centreFor(db, viewer, 'RUN_KITCHEN', centreId);
  const { portions, slips, personOf } = await readBooks(db, at);
  const ids = portions.flatMap(({ bookingId }) => personOf.get(bookingId) ?? []);
  const [people, [menu]] = await Promise.all([
    eatersByIds(db, { ids }),
    menusBetween(db, { centreId, from: day, to: day, meal }),
  ]);
  await recordRead(db, viewer, {
    ...{ action: 'LABELS_SHOWN', subjectKind: 'resident', ids },
    places: { centreIds: [centreId] },
  });
  const byId = new Map(people.map((person) => [person.id, person]));
  const eaters = new Map<string, Eater>();
  for (const [bookingId, id] of personOf) {
    const person = byId.get(id);
    if (person) eaters.set(bookingId, person);
  }
  const late = new Set<string>(slips.filter(({ change }) => change === 1).map(({ bookingId }) => bookingId));
  return labelsOf(portions, eaters, menu?.dishes ?? [], late);
}
