import { expect, it } from '@jest/globals';
import { type AreaId, type CentreId, type PersonId, personId, type Viewer } from '@linli/domain/access';
import { bookingId } from '@linli/domain/services/bookings';
import { queueNotices } from '../../notices/outbox/index.js';
import { noticeOf } from '../../notices/outbox/notice.scenario.js';
import { transaction } from '../../platform/database/index.js';
import { newId, testApi } from '../../testing/index.js';
import { runsScenario } from '../runs/runs.scenario.js';
import { cases, who } from './reach-table.scenario.js';

const { database, ask } = testApi({}, { staysSignedIn: true });
const runs = runsScenario(database);
const { given, when, today } = runs;

const VERB = '{ ... on Booking { id } ... on Refused { code } }';
const RUN = '{ ... on BookingRun { id bookings { id } } ... on Refused { code } }';
const DECIDED = '{ ... on DecidedBookings { bookings { id } } ... on Refused { code } }';
const ORDER = '{ ... on StandingOrder { id state } ... on Refused { code } }';
const DOCUMENTS: Record<string, string> = {
  booking: 'query ($booking: ID!) { booking(id: $booking) { id } }',
  bookings:
    'query ($lan: ID!) { bookings(when: COMING, first: 10, beneficiaryId: $lan) { edges { node { id } } } }',
  bookableSessions:
    'query ($centre: ID!, $lan: ID!, $day: Date!) { bookableSessions(centreId: $centre, beneficiaryId: $lan, from: $day, to: $day) { placesLeft } }',
  lunches:
    'query ($centre: ID!, $lan: ID!, $day: Date!) { lunches(centreId: $centre, beneficiaryId: $lan, from: $day, to: $day) { day } }',
  home: 'query ($centre: ID!, $lan: ID!) { home(beneficiaryId: $lan, centreId: $centre) { comingBookings } }',
  nearbyCentres: 'query ($lan: ID!) { nearbyCentres(beneficiaryId: $lan) { metres } }',
  book: `mutation ($id: ID!, $session: ID!, $lan: ID!, $channel: Channel!) { book(input: { id: $id, sessionId: $session, beneficiaryId: $lan, channel: $channel }) ${VERB} }`,
  bookAndCheckIn: `mutation ($id: ID!, $session: ID!, $lan: ID!) { bookAndCheckIn(input: { id: $id, sessionId: $session, beneficiaryId: $lan }) ${VERB} }`,
  joinWaitlist: `mutation ($id: ID!, $session: ID!, $lan: ID!, $channel: Channel!) { joinWaitlist(input: { id: $id, sessionId: $session, beneficiaryId: $lan, channel: $channel }) ${VERB} }`,
  acceptOffer: `mutation ($booking: ID!) { acceptOffer(input: { id: $booking }) ${VERB} }`,
  rescheduleBooking: `mutation ($id: ID!, $booking: ID!, $session: ID!) { rescheduleBooking(input: { id: $id, from: $booking, sessionId: $session }) ${VERB} }`,
  cancelBooking: `mutation ($booking: ID!) { cancelBooking(input: { id: $booking, reason: "臨時有事" }) ${VERB} }`,
  bookGroup: `mutation ($id: ID!, $member: ID!, $session: ID!, $lan: ID!, $channel: Channel!) { bookGroup(input: { id: $id, sessionId: $session, channel: $channel, members: [{ id: $member, beneficiaryId: $lan }] }) { ... on BookingGroup { id bookings { id } } ... on Refused { code } } }`,
  cancelGroup: `mutation ($booking: ID!) { cancelGroup(input: { id: $booking, reason: "臨時有事" }) { ... on BookingGroup { id bookings { id } } ... on Refused { code } } }`,
  bookingRun: 'query ($run: ID!) { bookingRun(id: $run) { id bookings { id } series { id } } }',
  seriesOffers:
    'query ($classes: ID!, $lan: ID!) { seriesOffers(serviceId: $classes, beneficiaryId: $lan) { refusal } }',
  rangeOffer:
    'query ($days: ID!, $lan: ID!, $soon: Date!) { rangeOffer(serviceId: $days, beneficiaryId: $lan, from: $soon, to: $soon) { refusal } }',
  joinSeries: `mutation ($id: ID!, $series: ID!, $lan: ID!, $channel: Channel!) { joinSeries(input: { id: $id, seriesId: $series, beneficiaryId: $lan, channel: $channel }) ${RUN} }`,
  bookRange: `mutation ($id: ID!, $days: ID!, $lan: ID!, $soon: Date!, $channel: Channel!) { bookRange(input: { id: $id, serviceId: $days, beneficiaryId: $lan, channel: $channel, from: $soon, to: $soon, days: [$soon] }) ${RUN} }`,
  leaveRun: `mutation ($run: ID!) { leaveRun(input: { id: $run, reason: "搬家" }) ${RUN} }`,
  checkIn: `mutation ($booking: ID!) { checkIn(input: { id: $booking }) ${VERB} }`,
  undoCheckIn: `mutation ($booking: ID!) { undoCheckIn(input: { id: $booking }) ${VERB} }`,
  waitlist: 'query ($free: ID!) { waitlist(sessionId: $free) { id } }',
  openRequests: 'query ($centre: ID!) { openRequests(centreId: $centre) { id } }',
  openAppeals: 'query ($centre: ID!) { openAppeals(centreId: $centre) { id appeal { reason } mayAppeal } }',
  approveBooking: `mutation ($booking: ID!) { approveBooking(input: { id: $booking }) ${VERB} }`,
  declineBooking: `mutation ($booking: ID!) { declineBooking(input: { id: $booking, reason: "不合條件" }) ${VERB} }`,
  approveBookings: `mutation ($booking: ID!) { approveBookings(input: { ids: [$booking] }) ${DECIDED} }`,
  declineBookings: `mutation ($booking: ID!) { declineBookings(input: { ids: [$booking], reason: "不合條件" }) ${DECIDED} }`,
  decideAppeal: `mutation ($booking: ID!) { decideAppeal(input: { id: $booking, decision: HEALED }) ${VERB} }`,
  appealNoShow: `mutation ($booking: ID!) { appealNoShow(input: { id: $booking, reason: "住院" }) ${VERB} }`,
  failedDeliveries: '{ failedDeliveries(first: 5) { edges { node { id } } } }',
  markDeliveryTold:
    'mutation ($failed: ID!) { markDeliveryTold(input: { id: $failed }) { ... on FailedDelivery { id } ... on Refused { code } } }',
  revealUndeliveredNumber:
    'mutation ($failed: ID!) { revealUndeliveredNumber(input: { id: $failed }) { ... on NumberToCall { name } ... on Refused { code } } }',
  standingOrders: 'query ($lan: ID!) { standingOrders(beneficiaryId: $lan) { id } }',
  standingOrder: 'query ($standing: ID!) { standingOrder(id: $standing) { id } }',
  previewStandingOrder:
    'query ($lan: ID!, $service: ID!, $soon: Date!) { previewStandingOrder(beneficiaryId: $lan, serviceId: $service, weekdays: [1], from: $soon, to: $soon) { days { day } } }',
  createStandingOrder: `mutation ($id: ID!, $lan: ID!, $service: ID!, $soon: Date!) { createStandingOrder(input: { id: $id, beneficiaryId: $lan, serviceId: $service, weekdays: [1], from: $soon }) ${ORDER} }`,
  takeOutStandingDay: `mutation ($standing: ID!, $soon: Date!) { takeOutStandingDay(input: { id: $standing, day: $soon }) ${ORDER} }`,
  putBackStandingDay: `mutation ($standing: ID!, $soon: Date!) { putBackStandingDay(input: { id: $standing, day: $soon }) ${ORDER} }`,
  changeStandingDay: `mutation ($standing: ID!, $soon: Date!) { changeStandingDay(input: { id: $standing, day: $soon, texture: SOFT }) ${ORDER} }`,
  pauseStandingOrder: `mutation ($standing: ID!, $soon: Date!) { pauseStandingOrder(input: { id: $standing, from: $soon, to: $soon }) ${ORDER} }`,
  resumeStandingOrder: `mutation ($standing: ID!, $soon: Date!) { resumeStandingOrder(input: { id: $standing, from: $soon, to: $soon }) ${ORDER} }`,
  endStandingOrder: `mutation ($standing: ID!, $soon: Date!) { endStandingOrder(input: { id: $standing, lastDay: $soon }) ${ORDER} }`,
  desk: 'query ($centre: ID!, $day: Date!) { desk(centreId: $centre, day: $day) { day } }',
  kitchenSheet:
    'query ($centre: ID!, $day: Date!) { kitchenSheet(centreId: $centre, day: $day, meal: LUNCH) { orders } }',
  subsidyRules: 'query { subsidyRules { id } }',
};
const DENIALS: Record<string, string> = { NOT_FOUND: '-', FORBIDDEN: 'x', UNAUTHENTICATED: '!' };

async function cast() {
  const { district, street, community, otherCommunity, building, otherBuilding } = await given.tree();
  const centreId = await given.usualCentre();
  const elsewhere = await given.centre({ area: otherCommunity });
  const lan = await given.resident();
  const viewers: Record<string, Viewer | undefined> = {
    own: lan,
    carer: await given.resident({ caresFor: [lan.personId] }),
    stranger: await given.resident(),
    staff: given.staff(centreId),
    otherStaff: given.staff(elsewhere),
    kitchen: given.worker('KITCHEN', { centreId }),
    volunteer: given.worker('DELIVERY_VOLUNTEER', { centreId }),
    screen: { ...given.worker('SCREEN', { centreId }), personId: newId(personId), face: 'SCREEN' },
    cadre: given.worker('COMMUNITY_CADRE', { areaId: community }),
    sibling: given.worker('COMMUNITY_CADRE', { areaId: otherCommunity }),
    lead: given.worker('BUILDING_LEAD', { areaId: building }),
    otherLead: given.worker('BUILDING_LEAD', { areaId: otherBuilding }),
    nobody: undefined,
    revoked: await givenRevoked(lan.personId),
    ended: await givenEnded(community),
    district: given.worker('DISTRICT_CADRE', { areaId: district }),
    town: given.worker('TOWN_CADRE', { areaId: street }),
    branch: given.worker('BRANCH_SECRETARY', { areaId: building }),
    grid: given.worker('GRID_LEAD', { areaId: building }),
  };
  return { lan, centreId, viewers };
}

/** She has no phone, and has to be told. */
async function givenFailedDelivery(lan: PersonId, centre: CentreId): Promise<string> {
  const notice = noticeOf(lan, 'BOOKING_CANCELLED_BY_CENTRE', { parameters: { centreId: centre } });
  await transaction(database(), (tx) => queueNotices(tx, [notice]));
  const [row] = await database().query<{ id: string }[]>('SELECT id FROM notice_delivery');
  return row?.id ?? '';
}

/** Every day, of a service of its own. */
async function givenStandingOrder(lan: PersonId, service: string): Promise<string> {
  const id = newId(bookingId);
  await database().query(
    `INSERT INTO standing_order (id, beneficiary_id, service_id, weekdays, valid_from, booker_id)
     VALUES ($1, $2, $3, '{1,2,3,4,5,6,7}', '2020-01-01', $2)`,
    [id, lan, service],
  );
  return id;
}

/** A class, day care of a day, and a run of hers that has this booking. */
async function givenRuns(lan: PersonId, booking: string) {
  const run = newId(bookingId);
  const series = await runs.given.series({ days: 2 });
  const [day] = await runs.given.dayCare([1]);
  const [date] = series.dates;
  if (!day || !date) throw new Error('no day');
  await database().query(
    `INSERT INTO booking_run (id, service_id, beneficiary_id, booker_id, channel, from_day, to_day, places)
     VALUES ($1, $2, $3, $3, 'APP', now(), now(), 1)`,
    [run, day.serviceId, lan],
  );
  await database().query('UPDATE booking SET run_id = $2 WHERE id = $1', [booking, run]);
  const left = () =>
    database().query<object[]>('SELECT FROM booking_run WHERE id = $1 AND left_at IS NOT NULL', [run]);
  const taken = () =>
    database().query<object[]>('SELECT FROM booking WHERE session_id = ANY ($1::uuid[])', [
      [day.id, date.id],
    ]);
  return { run, series: series.id, classes: date.serviceId, days: day.serviceId, left, taken };
}

async function givenRevoked(elder: PersonId): Promise<Viewer> {
  const viewer = await given.resident();
  await database().query(
    `INSERT INTO carer_grant (id, elder_id, carer_id, scopes, ends_at, revoked_at)
     VALUES ($1, $2, $3, '{BOOKINGS,HEALTH,CONTACTS}', now() + interval '1 day', now())`,
    [newId(bookingId), elder, viewer.personId],
  );
  return viewer;
}

async function givenEnded(area: AreaId): Promise<Viewer> {
  const viewer = { ...given.worker('COMMUNITY_CADRE', {}), duties: [] };
  const { personId: id } = viewer;
  await database().query(
    `INSERT INTO account (id, account, name, password_hash, must_change_password) VALUES ($1, $2, '前任', 'none', false)`,
    [id, `e${id.slice(-12)}`],
  );
  await database().query(
    `INSERT INTO duty (id, account_id, role, area_id, valid_from, valid_to)
     VALUES ($1, $2, 'COMMUNITY_CADRE', $3, '2020-01-01', (now() AT TIME ZONE 'Asia/Shanghai')::date - 1)`,
    [newId(bookingId), id, area],
  );
  return viewer;
}

const markOf = ({ data, errors }: Awaited<ReturnType<typeof ask>>): string => {
  const code = errors?.[0]?.extensions.code;
  if (code !== undefined) return DENIALS[code] ?? code;
  return /"(edges|standingOrders)":\[\]/.test(JSON.stringify(data)) ? '0' : '+';
};

/** What the operations are tried on: of this world alone, so that the next try finds nothing of the last one. */
async function givenWorld(lan: Viewer, centreId: CentreId) {
  const service = await given.service({ meal: 'DINNER', way: 'PICK_UP' });
  const booked = await given.session({
    service,
    startsAt: new Date(Date.now() + 3_600_000),
    opensAt: new Date(0),
    closesAt: new Date(Date.now() + 60_000),
  });
  const booking = await when.hasBooked(lan, booked);
  // A group of one has its booking's id here.
  await database().query('UPDATE booking SET group_id = id WHERE id = $1', [booking.id]);
  const free = await given.session({ service });
  // Of this booking alone: what was told about it reached nobody.
  await database().query('DELETE FROM notice');
  const standing = await givenStandingOrder(lan.personId, service);
  const { left, taken, ...several } = await givenRuns(lan.personId, booking.id);
  const failed = await givenFailedDelivery(lan.personId, centreId);
  const things = {
    ...{ booking: booking.id, session: free.id, free: free.id, lan: lan.personId, centre: centreId },
    ...{ day: today(), soon: free.day, failed, standing, service, ...several },
  };
  const bookingRow = () => database().query<object[]>('SELECT * FROM booking WHERE id = $1', [booking.id]);
  const before = await bookingRow();
  async function expectUntouched(): Promise<void> {
    expect(await bookingRow()).toEqual(before);
    expect(await database().query('SELECT FROM booking WHERE session_id = $1', [free.id])).toEqual([]);
    expect([...(await left()), ...(await taken())]).toEqual([]);
    expect(await database().query('SELECT FROM standing_order_day WHERE order_id = $1', [standing])).toEqual(
      [],
    );
    expect(
      await database().query(
        `SELECT FROM standing_order WHERE beneficiary_id = $1 AND service_id = $2 AND valid_to IS NULL AND paused = '[]'`,
        [lan.personId, service],
      ),
    ).toHaveLength(1);
    expect(await database().query('SELECT FROM notice_delivery WHERE told_at IS NOT NULL')).toEqual([]);
  }
  return { things, expectUntouched };
}

it.each(cases)(
  '%s is for whom the table says',
  async (operation, marks) => {
    const { lan, centreId, viewers } = await cast();
    const got: Record<string, string> = {};
    let world: Awaited<ReturnType<typeof givenWorld>> | undefined;
    for (const name of who) {
      const viewer = viewers[name];
      world ??= await givenWorld(lan, centreId);
      const reply = await ask(viewer, DOCUMENTS[operation] ?? '', {
        ...{ ...world.things, id: newId(bookingId), member: newId(bookingId) },
        channel: viewer?.face === 'CONSOLE' ? 'PHONE' : 'APP',
      });
      got[name] = markOf(reply);
      // Who is denied leaves the world as it was; after one who was let in, the next one is given another.
      if (got[name] === '+') world = undefined;
      else await world.expectUntouched();
    }
    expect(got).toEqual(Object.fromEntries(who.map((name, i) => [name, marks[i]])));
  },
  60_000,
);

it('the table has every operation of these rooms', () => {
  expect(Object.keys(DOCUMENTS)).toEqual(cases.map(([operation]) => operation));
});
