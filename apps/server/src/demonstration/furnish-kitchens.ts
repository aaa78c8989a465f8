import { addDays, plainDateOf } from '@linli/domain/base';
import { idOf, sampleCentres, sampleMenus } from '@linli/sample';
import { now, type Transaction } from '../platform/database/index.js';
import { furnishFoodSafety } from '../services/food-safety/index.js';
import { PAST_DAYS } from './furnish-services.js';

const MEASURED = '10:52';
/** A kitchen measures a little above what it must. */
const TENTHS = [745, 812, 768, 903, 721];

/** What the kitchen of the first centre measured and released until now: nothing of what is still to be cooked. */
export async function furnishKitchens(tx: Transaction): Promise<void> {
  const [centre] = sampleCentres;
  if (!centre) return;
  const moment = await now(tx);
  const from = addDays(plainDateOf(moment), -PAST_DAYS);
  const cook = { byId: idOf('account shabei.chufang'), byName: '邱師傅' };
  const meals = sampleMenus([centre.key], from, PAST_DAYS + 1).flatMap(({ day, dishes }, i) => {
    const at = new Date(`${day}T${MEASURED}:00+08:00`);
    const isSunday = new Date(`${day}T00:00:00Z`).getUTCDay() === 0;
    if (at > moment || isSunday) return [];
    const measured = dishes.map(({ name }, n) => ({
      ...{ dish: name, celsiusTenths: TENTHS[(i + n) % TENTHS.length] ?? 745 },
    }));
    return [
      {
        id: idOf(`food safety ${centre.key} ${day}`),
        centreId: centre.id,
        day,
        meal: 'LUNCH',
        dishes: measured,
        at,
        ...cook,
      },
    ];
  });
  await furnishFoodSafety(tx, meals);
}
