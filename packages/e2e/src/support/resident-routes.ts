import { idOf, STORY, sampleEstates, sampleResidents } from '@linli/sample';
import { type ApiClient, dayFromNow, newId } from '../api.js';
import { severalRoutes } from './several-routes.js';
import { standingRoutes } from './standing-routes.js';

/** Enough of the sample for finding somebody: it is the same from the beginning, however many follow. */
const RESIDENTS = 2000;
/** Of a division's code, those that say which community it is in. */
const COMMUNITY_DIGITS = 12;

/** Somebody of working age who cares for another person, and whom no other test signs in. */
export function phoneOfCarer(): string {
  const today = dayFromNow(0) as Parameters<typeof sampleResidents>[0];
  const estates = sampleEstates(today);
  const { residents, carers } = sampleResidents(today, estates, RESIDENTS);
  const story = Object.values(STORY).map(({ phone }): string => phone);
  const caring = new Set(carers.map(({ carerId }) => carerId));
  const found = residents.find(
    ({ id, phone, buildingCode, birthDate }) =>
      caring.has(id) &&
      phone !== null &&
      !story.includes(phone) &&
      buildingCode.startsWith('411103001') &&
      birthDate > dayFromNow(-60 * 365),
  );
  if (!found?.phone) throw new Error('Nobody in the sample cares for anybody');
  return found.phone;
}

/** Phones of two grown-ups of 嵩山路社區 whom no other test signs in, each in a building of their own. */
export function neighbours(): readonly string[] {
  const today = dayFromNow(0) as Parameters<typeof sampleResidents>[0];
  const { residents, carers } = sampleResidents(today, sampleEstates(today), RESIDENTS);
  const known = new Set(Object.values(STORY).map(({ phone }): string => phone));
  const caring = new Set(carers.map(({ carerId }) => carerId));
  const mother = residents.find(({ id }) => id === idOf('resident mother'))?.buildingCode ?? '';
  const found = residents.filter(
    ({ id, phone, buildingCode, birthDate }) =>
      phone !== null &&
      !known.has(phone) &&
      !caring.has(id) &&
      buildingCode !== mother &&
      buildingCode.startsWith(mother.slice(0, COMMUNITY_DIGITS)) &&
      birthDate < dayFromNow(-20 * 365),
  );
  const phones = [
    found.at(-1)?.phone,
    found.find((each) => each.buildingCode !== found.at(-1)?.buildingCode)?.phone,
  ];
  return phones.filter((phone): phone is string => typeof phone === 'string');
}

interface Elder {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
}

/** Elders of 嵩山路社區 whom no other test signs in. */
function elders(): readonly Elder[] {
  const today = dayFromNow(0) as Parameters<typeof sampleResidents>[0];
  const { residents, carers } = sampleResidents(today, sampleEstates(today), RESIDENTS);
  const others = [...Object.values(STORY).map(({ phone }): string => phone), ...neighbours()];
  const inCare = new Set(carers.flatMap(({ carerId, elderId }) => [carerId, elderId]));
  return residents.flatMap(({ id, name, phone, buildingCode, birthDate }) =>
    phone !== null &&
    !others.includes(phone) &&
    !inCare.has(id) &&
    buildingCode.startsWith('411103001001') &&
    birthDate < dayFromNow(-70 * 365)
      ? [{ id, name, phone }]
      : [],
  );
}

function elderOf(turn: number): Elder {
  const found = elders()[turn];
  if (!found) throw new Error('Too few elders in the sample have a phone');
  return found;
}

export const elder = (): Elder => elderOf(0);

/** Another one, for who joins a class. */
export const learner = (): Elder => elderOf(1);

interface Line {
  readonly refusal: string | null;
  readonly session: {
    id: string;
    day: string;
    service: { id: string; category: string; way: string | null };
  };
}

/** Where this resident can go, with the ids of what there is today. One line a route. */
export async function residentRoutes(resident: ApiClient): Promise<readonly (readonly [string, string])[]> {
  const { lunch, service } = await bookable(resident);
  const ticket = await someTicket(resident, lunch);
  const { day, service: meal } = lunch.session;
  const offer = `/services/${service.session.service.id}`;
  return [
    ['home', '/'],
    ['language', '/language'],
    ['lunch', '/lunch'],
    ['lunch, another day', `/lunch?day=${dayFromNow(5)}`],
    ['lunch, check', `/lunch/check?day=${day}&way=${meal.way ?? ''}`],
    ['services', '/services'],
    ['services of a kind', '/services?category=HAIRCUT'],
    ['services, which centre', '/services/centre'],
    ['service', offer],
    ['service, time chosen', `${offer}?session=${service.session.id}`],
    ['service, wait', `${offer}/wait?session=${service.session.id}&day=${service.session.day}`],
    ['service, check', `${offer}/check?session=${service.session.id}&day=${service.session.day}`],
    ['bookings', '/bookings'],
    ['bookings, past', '/bookings?when=past'],
    ['ticket', `/bookings/${ticket}`],
    ['ticket, new', `/bookings/${ticket}?new=1`],
    ['move', `/bookings/${ticket}/move`],
    ['move, check', `/bookings/${ticket}/move/check?session=${lunch.session.id}`],
    ['appeal', `/bookings/${ticket}/appeal`],
    ...(await standingRoutes(resident, meal.id)),
    ...(await severalRoutes(resident)),
    ['me', '/me'],
    ['devices', '/me/devices'],
    ['organisational life', '/me/life'],
    ['organisational life, confirming', '/me/life/confirm#code'],
    ['notices', '/me/notices'],
    ['calendar', '/me/calendar'],
    ['reminders', '/me/reminders'],
    ['care', '/me/care'],
    ['care, new', '/me/care/new'],
    ['care, change', '/me/care/019ab000-0000-7000-8000-000000000000'],
    ['contacts', '/me/contacts'],
    ...['new', 'new/relation', 'new/phone', 'door', 'door/hours', 'door/hint'].map(
      (step) => [`contacts, ${step}`, `/me/contacts/${step}`] as const,
    ),
    ['nowhere', '/nowhere'],
  ];
}

async function bookable(resident: ApiClient): Promise<{ lunch: Line; service: Line }> {
  const { home } = await resident.ask<{ home: { centre: { id: string }; beneficiary: { id: string } } }>(
    '{ home { centre { id } beneficiary { id } } }',
  );
  const query = `query ($centreId: ID!, $beneficiaryId: ID!, $from: Date!, $to: Date!) {
    bookableSessions(centreId: $centreId, beneficiaryId: $beneficiaryId, from: $from, to: $to) {
      refusal session { id day service { id category way } } } }`;
  const { bookableSessions } = await resident.ask<{ bookableSessions: Line[] }>(query, {
    ...{ centreId: home.centre.id, beneficiaryId: home.beneficiary.id },
    ...{ from: dayFromNow(0), to: dayFromNow(6) },
  });
  const open = bookableSessions.filter(({ refusal }) => refusal === null);
  const isMeal = ({ session }: Line) => session.service.category === 'MEAL';
  const [lunch, service] = [open.filter(isMeal).at(-1), open.find((line) => !isMeal(line))];
  if (!lunch || !service) throw new Error('Nothing can be booked this week');
  return { lunch, service };
}

/** A booking that can still be given back; made when there is none. */
async function someTicket(resident: ApiClient, { session }: Line): Promise<string> {
  const { bookings } = await resident.ask<{
    bookings: { edges: { node: { id: string; viewerCan: string[] } }[] };
  }>('{ bookings(when: COMING, first: 50) { edges { node { id viewerCan } } } }');
  const next = bookings.edges.find(({ node }) => node.viewerCan.includes('CANCEL'));
  if (next) return next.node.id;
  const { me } = await resident.ask<{ me: { id: string } }>('{ me { id } }');
  const input = { id: newId(), sessionId: session.id, beneficiaryId: me.id, channel: 'APP' };
  const book = 'mutation ($input: BookInput!) { book(input: $input) { __typename ... on Booking { id } } }';
  await resident.ask(book, { input });
  return input.id;
}
