import { buffer } from 'node:stream/consumers';
import type { CentreId } from '@linli/domain/access';
import { addDays, plainDateOf } from '@linli/domain/base';
import { newUuid } from '../../platform/database/index.js';
import { xlsxOf } from '../../platform/files/index.js';
import type { testApi } from '../../testing/index.js';
import { type Operation, read } from './operation.scenario.js';
import { asker } from './refusal-driver.scenario.js';

const EGGS = { name: '番茄炒蛋', look: 'egg', note: null, allergens: ['EGG'], textures: ['REGULAR'] };
const RICE = { ...EGGS, name: '米飯', allergens: [] };
let days = 20;

/** A lunch that is frozen, with a menu that clashes with the allergy of the one who ordered it. */
function givenLunch(api: ReturnType<typeof testApi>) {
  const sql = (text: string, values: unknown[]) => api.database().query<unknown>(text, values);
  return async (centre: CentreId) => {
    const [menu, service, session, lan, booking] = [1, 2, 3, 4, 5].map(() => newUuid());
    const startsAt = new Date(Date.now() + (days += 8) * 86_400_000);
    const day = plainDateOf(startsAt);
    await sql(`INSERT INTO menu (id, centre_id, day, meal, dishes) VALUES ($1, $2, $3, 'LUNCH', $4)`, [
      ...[menu, centre, day, JSON.stringify([EGGS, RICE])],
    ]);
    await sql(
      `INSERT INTO service (id, centre_id, category, name, description, place, meal, way, price_fen, opens_days_ahead,
         cut_off_minutes, cancel_minutes, walk_in, follows_calendar)
       VALUES ($1, $2, 'MEAL', '午餐', '示例', '一樓', 'LUNCH', 'DINE_IN', 1200, 7, 60, 60, true, false)`,
      [service, centre],
    );
    await sql(
      `INSERT INTO session (id, service_id, centre_id, day, starts_at, ends_at, capacity, opens_at, closes_at,
         cancel_until, walk_in)
       VALUES ($1, $2, $3, $4, $5::timestamptz, $5::timestamptz + interval '1 hour', 10, now() - interval '2 days',
         now() - interval '1 day', now() - interval '1 day', true)`,
      [session, service, centre, day, startsAt],
    );
    await sql(
      `INSERT INTO resident (id, name, birth_date, building_id, allergies)
       SELECT $1, '李桂蘭', '1948-01-01', area_id, '{EGG}' FROM centre WHERE id = $2`,
      [lan, centre],
    );
    await sql(
      `INSERT INTO booking (id, session_id, beneficiary_id, booker_id, channel, state, ticket_number, full_fen,
         subsidy_fen)
       VALUES ($1, $2, $3, $3, 'APP', 'CONFIRMED', '1001', 1200, 0)`,
      [booking, session, lan],
    );
    await sql('UPDATE session_places SET taken = 1, issued = 1 WHERE session_id = $1', [session]);
    return { menu, booking, day };
  };
}

/** A week far off, each time another one, with one meal. */
async function aSheet(): Promise<{ from: string; content: string }> {
  const from = addDays(plainDateOf(new Date()), (days += 8));
  const headings = ['Date', 'Meal', 'Dish', 'Allergens', 'Textures'];
  const rows = [headings, [from, 'Lunch', '米飯', 'none', '']];
  const bytes = await buffer(await xlsxOf({ name: 'x', widths: [], rows }));
  return { from, content: bytes.toString('base64') };
}

/** What a kitchen does at a centre, and the desk about allergies. */
export function kitchenOperations(api: ReturnType<typeof testApi>): Readonly<Record<string, Operation>> {
  const { ask, mutate } = asker(api);
  const lunchAt = givenLunch(api);
  return {
    mealLabels: read(({ viewer, centre }) => {
      const document = `query ($centre: ID!, $day: Date!) {
        mealLabels(centreId: $centre, day: $day, meal: LUNCH) { number } }`;
      return Promise.resolve(() => ask(viewer, document, { centre, day: plainDateOf(new Date()) }));
    }),
    async substituteDish({ viewer, centre }) {
      const { menu } = await lunchAt(centre);
      const input = { id: newUuid(), menuId: menu, replaced: '米飯', reason: '沒到貨' };
      return () => mutate(viewer, 'substituteDish', { ...input, dish: { ...RICE, name: '饅頭' } });
    },
    previewCopyMenus: read(({ viewer, centre }) => {
      const document = `query ($centre: ID!, $from: Date!, $to: Date!) {
        previewCopyMenus(centreId: $centre, from: $from, to: $to) { written } }`;
      const from = plainDateOf(new Date());
      return Promise.resolve(() => ask(viewer, document, { centre, from, to: addDays(from, 7) }));
    }),
    async copyMenus({ viewer, centre }) {
      const { day } = await lunchAt(centre);
      const to = addDays(day, 7);
      return () => mutate(viewer, 'copyMenus', { centreId: centre, from: day, to, overwrite: true });
    },
    previewMenuSheet: read(async ({ viewer, centre }) => {
      const document = `query ($input: PreviewMenuSheetInput!) { previewMenuSheet(input: $input) {
        ... on MenuSheet { written } ... on Refused { code } } }`;
      const input = { centreId: centre, ...(await aSheet()) };
      return () => ask(viewer, document, { input });
    }),
    async importMenuSheet({ viewer, centre }) {
      const input = { centreId: centre, ...(await aSheet()), overwrite: true };
      return () => mutate(viewer, 'importMenuSheet', input);
    },
    allergyClashes: read(async ({ viewer, centre }) => {
      const { day } = await lunchAt(centre);
      const document = `query ($centre: ID!, $day: Date!) {
        allergyClashes(centreId: $centre, from: $day, to: $day) { dishes } }`;
      return async () => {
        const reply = await ask(viewer, document, { centre, day });
        if (reply.answer === 'yes' && (reply.value as object[]).length !== 1)
          throw new Error('nobody to tell');
        return reply;
      };
    }),
    async answerAllergyClash({ viewer, centre }) {
      const { booking } = await lunchAt(centre);
      return () => mutate(viewer, 'answerAllergyClash', { id: newUuid(), bookingId: booking, note: '換菜' });
    },
    revealClashNumber: read(async ({ viewer, centre }) => {
      const { booking } = await lunchAt(centre);
      return () => mutate(viewer, 'revealClashNumber', { bookingId: booking });
    }),
    mealSafety: read(({ viewer, centre }) => {
      const document = `query ($centre: ID!, $day: Date!) {
        mealSafety(centreId: $centre, day: $day, meal: LUNCH) { released } }`;
      return Promise.resolve(() => ask(viewer, document, { centre, day: plainDateOf(new Date()) }));
    }),
    async recordFoodSafety({ viewer, centre }) {
      const day = await dishesToday(api, centre);
      const entries = [{ dish: RICE.name, sampleGrams: 125, keepHours: 48, servedCold: true }];
      const input = { id: newUuid(), centreId: centre, day, meal: 'LUNCH', entries, reason: '重測' };
      return () => mutate(viewer, 'recordFoodSafety', input);
    },
    async releaseMeal({ viewer, centre }) {
      const day = await dishesToday(api, centre);
      await api.database().query(
        `INSERT INTO food_safety_entry (log_id, centre_id, day, meal, dish, sample_grams, keep_hours, served_cold, by_id,
           by_name)
         VALUES ($1, $2, $3, 'LUNCH', $4, 125, 48, true, $1, '邱師傅')`,
        [newUuid(), centre, day, RICE.name],
      );
      await api
        .database()
        .query(
          `UPDATE meal_release SET withdrawn_at = now(), withdrawn_by = 'ENTRY' WHERE withdrawn_at IS NULL`,
        );
      return () => mutate(viewer, 'releaseMeal', { id: newUuid(), centreId: centre, day, meal: 'LUNCH' });
    },
  };
}

async function dishesToday(api: ReturnType<typeof testApi>, centre: CentreId) {
  const day = plainDateOf(new Date());
  await api.database().query(
    `INSERT INTO menu (id, centre_id, day, meal, dishes) VALUES ($1, $2, $3, 'LUNCH', $4)
     ON CONFLICT (centre_id, day, meal) DO NOTHING`,
    [newUuid(), centre, day, JSON.stringify([RICE])],
  );
  return day;
}
