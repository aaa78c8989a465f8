import '../../testing/production.js';
import { beforeEach, expect, it } from '@jest/globals';
import { type Action, type CareScope, grants, type Viewer } from '@linli/domain/access';
import { addDays } from '@linli/domain/base';
import { bookingId } from '@linli/domain/services/bookings';
import { setTimeout as sleep } from 'node:timers/promises';
import { contexts } from '../../contexts.js';
import { newUuid } from '../../platform/database/index.js';
import { buildApi } from '../../platform/graphql/index.js';
import { runsScenario } from '../../services/runs/runs.scenario.js';
import { newId, testApi } from '../../testing/index.js';

const api = testApi();
const { database } = api;
const runs = runsScenario(database);
const { given, when, today } = runs;

const VERB = '{ __typename }';
const put = (name: string, type: string) =>
  `mutation ($${name}: ${type}Input!) { ${name}(input: $${name}) ${VERB} }`;
/** Every operation that a grant opens for an elder, and the scope that it takes. */
const WALK: Readonly<Record<string, readonly [CareScope, string]>> = {
  booking: ['BOOKINGS', 'query ($booking: ID!) { booking(id: $booking) { id } }'],
  bookings: [
    'BOOKINGS',
    'query ($elder: ID!) { bookings(when: COMING, first: 5, beneficiaryId: $elder) { edges { cursor } } }',
  ],
  bookableSessions: [
    'BOOKINGS',
    'query ($centre: ID!, $elder: ID!, $day: Date!) { bookableSessions(centreId: $centre, beneficiaryId: $elder, from: $day, to: $day) { placesLeft } }',
  ],
  lunches: [
    'BOOKINGS',
    'query ($centre: ID!, $elder: ID!, $day: Date!) { lunches(centreId: $centre, beneficiaryId: $elder, from: $day, to: $day) { day } }',
  ],
  nearbyCentres: ['BOOKINGS', 'query ($elder: ID!) { nearbyCentres(beneficiaryId: $elder) { metres } }'],
  home: [
    'BOOKINGS',
    'query ($centre: ID!, $elder: ID!) { home(beneficiaryId: $elder, centreId: $centre) { comingBookings } }',
  ],
  ...Object.fromEntries(
    [
      ...['book', 'bookGroup', 'joinWaitlist', 'acceptOffer', 'rescheduleBooking'],
      ...['cancelBooking', 'cancelGroup', 'appealNoShow', 'joinSeries', 'bookRange', 'leaveRun'],
      ...['createStandingOrder', 'takeOutStandingDay', 'putBackStandingDay', 'changeStandingDay'],
      ...['pauseStandingOrder', 'resumeStandingOrder', 'endStandingOrder'],
    ].map((name) => [
      name,
      ['BOOKINGS', put(name, `${name.charAt(0).toUpperCase()}${name.slice(1)}`)] as const,
    ]),
  ),
  bookingRun: ['BOOKINGS', 'query ($run: ID!) { bookingRun(id: $run) { id } }'],
  seriesOffers: [
    'BOOKINGS',
    'query ($classes: ID!, $elder: ID!) { seriesOffers(serviceId: $classes, beneficiaryId: $elder) { refusal } }',
  ],
  rangeOffer: [
    'BOOKINGS',
    'query ($classes: ID!, $elder: ID!, $day: Date!) { rangeOffer(serviceId: $classes, beneficiaryId: $elder, from: $day, to: $day) { refusal } }',
  ],
  standingOrders: ['BOOKINGS', 'query ($elder: ID!) { standingOrders(beneficiaryId: $elder) { id } }'],
  standingOrder: ['BOOKINGS', 'query ($standing: ID!) { standingOrder(id: $standing) { id } }'],
  previewStandingOrder: [
    'BOOKINGS',
    'query ($dinner: ID!, $elder: ID!, $day: Date!) { previewStandingOrder(beneficiaryId: $elder, serviceId: $dinner, weekdays: [1], from: $day, to: $day) { days { day } } }',
  ],
  visitAddress: ['BOOKINGS', 'query ($elder: ID!) { visitAddress(beneficiaryId: $elder) { __typename } }'],
  emergencyContacts: [
    'CONTACTS',
    'query ($elder: ID!) { emergencyContacts(residentId: $elder) { contacts { rank } } }',
  ],
  saveEmergencyContacts: ['CONTACTS', put('saveEmergencyContacts', 'SaveEmergencyContacts')],
  homeDoor: ['CONTACTS', 'query ($elder: ID!) { homeDoor(residentId: $elder) { door } }'],
  saveHomeDoor: ['CONTACTS', put('saveHomeDoor', 'SaveHomeDoor')],
};
/** Held by residents, and answered by no grant: a list of one's own, or of staff by place. */
const NOT_OF_A_GRANT = [
  'myPeople',
  'findResidents',
  'failedDeliveries',
  'markDeliveryTold',
  'revealUndeliveredNumber',
];

let elder: Viewer;
let centre: string;
let variables: Readonly<Record<string, unknown>>;
beforeEach(async () => {
  elder = await given.resident({ needs: ['LIVING_ALONE'], allergies: ['EGG'] });
  centre = await given.usualCentre();
  const booking = await when.hasBooked(elder, await given.session());
  const [free, other] = [await given.session(), await given.session()];
  const forHer = { beneficiaryId: elder.personId, channel: 'APP' };
  const service = await given.service({ meal: 'DINNER', way: 'PICK_UP' });
  const [standing, group] = [newUuid(), newUuid()];
  await database().query('UPDATE booking SET group_id = $2 WHERE id = $1', [booking.id, group]);
  const series = await runs.given.series({ days: 2, from: 5 });
  const classes = series.dates[0]?.serviceId ?? '';
  const run = newUuid();
  await database().query(
    `INSERT INTO booking_run (id, service_id, beneficiary_id, booker_id, channel, from_day, to_day, places)
     VALUES ($1, $2, $3, $3, 'APP', now(), now(), 1)`,
    [run, classes, elder.personId],
  );
  await database().query('UPDATE booking SET run_id = $2 WHERE id = $1', [booking.id, run]);
  const soon = addDays(today(), 2);
  await database().query(
    `INSERT INTO standing_order (id, beneficiary_id, service_id, weekdays, valid_from, booker_id)
     VALUES ($1, $2, $3, '{1,2,3,4,5,6,7}', $4, $2)`,
    [standing, elder.personId, service, soon],
  );
  const ofOrder = { id: standing, day: soon };
  variables = {
    createStandingOrder: {
      ...{ id: newUuid(), beneficiaryId: elder.personId, weekdays: [1], from: soon },
      serviceId: await given.service({ meal: 'DINNER', way: 'PICK_UP' }),
    },
    ...{ takeOutStandingDay: ofOrder, putBackStandingDay: ofOrder },
    changeStandingDay: { ...ofOrder, texture: 'SOFT' },
    pauseStandingOrder: { id: standing, from: soon, to: soon },
    resumeStandingOrder: { id: standing, from: soon, to: soon },
    endStandingOrder: { id: standing, lastDay: soon },
    ...{ standing, dinner: service },
    ...{ elder: elder.personId, centre, booking: booking.id, day: today() },
    book: { id: newId(bookingId), sessionId: free.id, ...forHer },
    bookGroup: {
      ...{ id: newUuid(), sessionId: free.id, channel: 'APP' },
      members: [{ id: newId(bookingId), beneficiaryId: elder.personId }],
    },
    joinSeries: { id: newUuid(), seriesId: series.id, ...forHer },
    bookRange: {
      ...{ id: newUuid(), serviceId: classes, ...forHer },
      ...{ from: today(), to: today(), days: [today()] },
    },
    leaveRun: { id: run, reason: '搬家' },
    ...{ run, classes },
    cancelGroup: { id: group, reason: '臨時有事' },
    joinWaitlist: { id: newId(bookingId), sessionId: free.id, ...forHer },
    rescheduleBooking: { id: newId(bookingId), from: booking.id, sessionId: other.id },
    ...{ acceptOffer: { id: booking.id }, cancelBooking: { id: booking.id, reason: '臨時有事' } },
    appealNoShow: { id: booking.id, reason: '住院' },
    saveEmergencyContacts: { residentId: elder.personId, contacts: [] },
    saveHomeDoor: { residentId: elder.personId, door: '401' },
  };
});
const carerWith = async (...scopes: CareScope[]): Promise<Viewer> => ({
  ...{ ...(await given.resident()), caresFor: [{ personId: elder.personId, scopes }] },
});

/** The operations that answer this carer; the others say that there is nothing. */
async function openTo(carer: Viewer): Promise<string[]> {
  const open: string[] = [];
  // Moved and cancelled last: what stands before them wants the booking as it is.
  for (const [name, [, document]] of Object.entries(WALK)) {
    const { data, errors } = await api.ask({ ...carer, caresFor: [] }, document, variables);
    const code = errors?.[0]?.extensions.code;
    if (name === 'standingOrders' && code === undefined) {
      // A list of what one reaches: others have none.
      if ((data?.standingOrders as object[]).length > 0) open.push(name);
    } else if (code === undefined && data) open.push(name);
    else expect([name, code]).toEqual([name, 'NOT_FOUND']);
  }
  return open;
}
const namesOf = (...scopes: CareScope[]) =>
  Object.entries(WALK).flatMap(([name, [scope]]) => (scopes.includes(scope) ? [name] : []));
const stored = () =>
  database().query<object[]>(
    `SELECT booking.id, booking.state, door.resident_id
     FROM booking LEFT JOIN home_door door ON door.resident_id = beneficiary_id WHERE beneficiary_id = $1 ORDER BY 1`,
    [elder.personId],
  );
const enter = (carer: Viewer) => api.ask(carer, '{ me { id } }');
const end = (carer: Viewer, how: string) =>
  database().query(`UPDATE carer_grant SET ${how} WHERE carer_id = $1`, [carer.personId]);

it('the walk has every operation that a grant opens', async () => {
  const schema = await buildApi(contexts);
  const opened = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
    .flatMap((type) => Object.values(type?.getFields() ?? {}))
    .filter(({ extensions: { access } }) =>
      ['KNOWN', 'BOOKINGS', 'HEALTH', 'CONTACTS'].includes(grants.RESIDENT[access as Action] ?? ''),
    )
    .map(({ name }) => name);
  expect([...Object.keys(WALK), ...NOT_OF_A_GRANT].toSorted()).toEqual(opened.toSorted());
});

it.each<CareScope>(['BOOKINGS', 'HEALTH', 'CONTACTS'])(
  '%s opens its own operations and no other',
  async (scope) => {
    const carer = await carerWith(scope);
    await enter(carer);
    expect(await openTo(carer)).toEqual(namesOf(scope));
  },
);

it('what was taken back opens nothing of any scope from the next request on, and leaves every row as it was', async () => {
  const carer = await carerWith('BOOKINGS', 'HEALTH', 'CONTACTS');
  const before = await stored();
  await enter(carer);
  const seen = await api.ask({ ...carer, caresFor: [] }, WALK.booking?.[1] ?? '', variables);
  expect(seen.errors).toBeUndefined();
  await end(carer, 'revoked_at = now()');
  expect(await openTo(carer)).toEqual([]);
  expect(await stored()).toEqual(before);
});

it('what has run out says so, where somebody is named', async () => {
  const carer = await carerWith('BOOKINGS', 'HEALTH', 'CONTACTS');
  await enter(carer);
  await end(carer, `ends_at = now() - interval '1 second'`);
  expect(await openTo(carer)).toEqual([]);
  for (const name of ['home', 'book', 'lunches', 'emergencyContacts', 'saveHomeDoor']) {
    const { errors } = await api.ask({ ...carer, caresFor: [] }, WALK[name]?.[1] ?? '', variables);
    expect([name, errors?.[0]?.extensions]).toEqual([name, { code: 'NOT_FOUND', reason: 'CARE_EXPIRED' }]);
  }
});

it.each(['revoked_at = now()', `scopes = '{HEALTH}'`, 'ends_at = now()'])(
  'an open socket is closed within two seconds after %s',
  async (how) => {
    const carer = await carerWith('BOOKINGS');
    const client = await api.listen(carer);
    const closed = new Promise<number>((resolve) =>
      client.on('closed', (event) => resolve((event as { code: number }).code)),
    );
    const listening = new Promise<void>((resolve) => client.on('connected', () => resolve()));
    const quiet = { next: () => undefined, error: () => undefined, complete: () => undefined };
    client.subscribe({ query: 'subscription { noticeNews { name } }' }, quiet);
    await listening;
    await sleep(300);
    await end(carer, how);
    expect(await Promise.race([closed, sleep(2000, 'still open')])).toBe(4403);
    await client.dispose();
  },
);
