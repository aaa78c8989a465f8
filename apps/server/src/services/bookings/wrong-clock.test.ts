import { afterEach, expect, it, jest } from '@jest/globals';
import { testDatabase } from '../../testing/index.js';
import { bookableSessions } from './bookable-sessions.js';
import { booked, bookingScenario, expectRefused, hours, minutes } from './booking.scenario.js';

const database = testDatabase();
const { given, when, storedBooking } = bookingScenario(database);

const DAY = 24 * 3_600_000;
/** The clock of the machine that serves, and nothing else of it. */
const clockIsOutBy = (milliseconds: number) =>
  jest.useFakeTimers({
    now: Date.now() + milliseconds,
    doNotFake: [
      ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
      ...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
    ],
  });
afterEach(() => void jest.useRealTimers());

it.each([
  ['a day fast', DAY],
  ['a day slow', -DAY],
  ['a year slow', -365 * DAY],
])(
  'a server whose clock is %s books, holds, cancels and checks in by the clock of the database',
  async (_what, out) => {
    const service = await given.service({ policy: { waitlist: true, hold_minutes: 60 } });
    const open = await given.session({ service, capacity: 1, startsAt: hours(3), closesAt: hours(2) });
    const closed = await given.session({ startsAt: hours(3), closesAt: minutes(-1), walkIn: false });
    const today = await given.arriving({ opensAt: hours(-48) });
    const [lan, ma, zhao] = [await given.resident(), await given.resident(), await given.resident()];
    const staff = given.staff(today.centreId);
    const coming = await when.hasBooked(staff, today, { beneficiaryId: zhao.personId, channel: 'COUNTER' });
    const shown = {
      centreId: closed.centreId,
      beneficiaryId: lan.personId,
      from: closed.day,
      to: closed.day,
    };

    clockIsOutBy(out);
    expect(Math.abs(Date.now() - hours(0).getTime())).toBeLessThan(1000);
    expectRefused(await when.books(lan, closed), 'PAST_CUT_OFF');
    const lines = await bookableSessions(database(), lan, shown);
    const refusals = new Map(lines.map(({ session, refusal }) => [session.id, refusal]));
    expect([refusals.get(closed.id), refusals.get(open.id)]).toEqual(['PAST_CUT_OFF', null]);
    const held = booked(await when.books(lan, open));
    const waiting = booked(await when.waits(ma, open));
    booked(await when.cancels(lan, held));
    booked(await when.checksIn(staff, coming));

    jest.useRealTimers();
    const offer = (await storedBooking(waiting)) ?? {};
    expect(offer.state).toBe('OFFERED');
    expect(Math.round(((offer.held_until as Date).getTime() - Date.now()) / 60_000)).toBe(60);
    booked(await when.accepts(ma, waiting));
  },
);
