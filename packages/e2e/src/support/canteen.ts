import { idOf, SAMPLE_PASSWORD } from '@linli/sample';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient, dayFromNow, nearestId, newId } from '../api.js';
import { inDatabase } from './database.js';
import type { Address } from './shared-house.js';

/** The canteen's cadre: everything below 嵩山路社區 is hers. */
export const CADRE = 'songshanlu.shequ';
export const CAPACITY = 40;
const MINUTE = 60_000;

export interface Canteen {
  readonly id: string;
  readonly name: string;
  readonly serviceId: string;
  readonly day: string;
  /** HH:MM in China. */
  readonly starts: string;
}

/** HH:MM in China, so many minutes from now. */
const clockIn = (minutes: number): string =>
  new Date(Date.now() + 8 * 60 * MINUTE + minutes * MINUTE).toISOString().slice(11, 16);

/** What begins in a few minutes must begin today: just before midnight one waits for the new day. */
async function awayFromMidnight(): Promise<void> {
  const LEAST_MINUTES = 11;
  const day = 24 * 60 * MINUTE;
  const left = day - ((Date.now() + 8 * 60 * MINUTE) % day);
  if (left < LEAST_MINUTES * MINUTE) await sleep(left + 2000);
}

interface CentreToOpen {
  readonly id: string;
  readonly name: string;
  /** Whose building it opens in. */
  readonly near: string;
  readonly kind?: 'NEIGHBOURHOOD_CENTRE' | 'ACTIVITY_ROOM';
}

/** A centre in somebody's own building, and its cadre, who is signed in. */
export async function openCentre(
  house: Address,
  { id, name, near, kind = 'NEIGHBOURHOOD_CENTRE' }: CentreToOpen,
): Promise<ApiClient> {
  // No command makes a centre without opening hours yet.
  await inDatabase(
    house,
    `INSERT INTO centre (id, name, kind, area_id, address, phone)
     SELECT $1, $2, $3, building_id, '示範樓 1 層', '03955550999' FROM resident WHERE id = $4`,
    [id, name, kind, near],
  );
  const cadre = new ApiClient(() => house, 'CONSOLE');
  await cadre.signInAs(CADRE, SAMPLE_PASSWORD);
  return cadre;
}

/**
 * A canteen in somebody's own building, which is the nearest to them then. It keeps no opening hours, so that its lunch
 * of today can still be booked and attended at any hour of any day.
 */
export async function openCanteen(house: Address, near = idOf('resident mother')): Promise<Canteen> {
  await awayFromMidnight();
  const [id, name] = [nearestId(), '示範樓下食堂'];
  const cadre = await openCentre(house, { id, name, near });
  const day = dayFromNow(0);
  await freeTheDay(house, near, day);
  await saveMenu(cadre, id, day);
  const serviceId = newId();
  await saveLunch(cadre, id, serviceId);
  const starts = clockIn(8);
  await publish(cadre, { serviceId, day, starts });
  return { id, name, serviceId, day, starts };
}

/** Nobody can be in two places: what the demonstration has for them today would stand in the way of this lunch. */
const freeTheDay = (house: Address, residentId: string, day: string) =>
  inDatabase(
    house,
    `WITH gone AS (
       UPDATE booking
       SET state = 'CANCELLED', cancelled_at = now(), cancel_reason = '示範', checked_in_at = NULL
       FROM session, booking before
       WHERE session.id = booking.session_id AND day = $2 AND booking.beneficiary_id = $1
         AND before.id = booking.id AND booking.state IN ('CONFIRMED', 'CHECKED_IN')
       RETURNING booking.session_id, (before.state = 'CHECKED_IN')::int AS came)
     UPDATE session_places SET taken = taken - 1, checked_in = checked_in - came
     FROM gone WHERE gone.session_id = session_places.session_id`,
    [residentId, day],
  );

export async function done(cadre: ApiClient, verb: string, input: object): Promise<void> {
  const type = `${verb[0]?.toUpperCase() ?? ''}${verb.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${verb}(input: $input) { __typename ... on Refused { code } } }`;
  const answer = await cadre.ask<Record<string, { __typename: string; code?: string }>>(query, { input });
  if (answer[verb]?.__typename === 'Refused') throw new Error(`${verb}: ${answer[verb].code ?? ''}`);
}

const saveMenu = (cadre: ApiClient, centreId: string, day: string) =>
  done(cadre, 'saveMenu', {
    ...{ id: newId(), centreId, day, meal: 'LUNCH' },
    dishes: [
      { name: '土豆紅燒肉', look: 'braised-pork', allergens: ['SOY'], textures: ['REGULAR', 'SOFT'] },
      { name: '清炒時蔬', look: 'greens', allergens: [], textures: ['REGULAR', 'SOFT'] },
    ],
  });

export const saveLunch = (
  cadre: ApiClient,
  centreId: string,
  id: string,
  way: 'DINE_IN' | 'DELIVERY' = 'DINE_IN',
) =>
  done(cadre, 'saveService', {
    ...{
      id,
      centreId,
      category: 'MEAL',
      meal: 'LUNCH',
      way,
      name: way === 'DINE_IN' ? '午餐・堂食' : '午餐・送餐',
    },
    ...{ description: '一葷兩素一湯。', place: '一樓', priceFen: 1200, careNeeds: [], opensDaysAhead: 7 },
    ...{ cutOffMinutes: 0, cancelMinutes: 0, walkIn: true, followsCalendar: false, active: true },
  });

export function publish(
  cadre: ApiClient,
  { serviceId, day, starts }: Omit<Canteen, 'id' | 'name'>,
): Promise<void> {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
  const slots = [{ weekday, starts, ends: '23:59', capacity: CAPACITY }];
  return done(cadre, 'publishTimetable', { serviceId, slots, from: day, to: day });
}
