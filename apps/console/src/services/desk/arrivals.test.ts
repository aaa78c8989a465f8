import { expect, it } from '@jest/globals';
import { arrival, session, TODAY } from '../../testing/bookings';
import {
  cardText,
  findScanned,
  isCallable,
  latenessOf,
  matches,
  readTicket,
  viewsOf,
  withoutVisits,
} from './arrivals';

const at = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const lunch = session(2, {
  startsAt: at(-60).toISOString(),
  endsAt: at(15).toISOString(),
  service: { ...session(2).service, category: 'MEAL', meal: 'LUNCH', way: 'DINE_IN' },
});

it('someone is late ten minutes after the start, and not a minute earlier', () => {
  const starting = (minutes: number) =>
    arrival(1, '馬秋蓮', { session: session(1, { startsAt: at(minutes).toISOString() }) });
  expect(latenessOf(starting(-9), new Date())).toBeUndefined();
  expect(latenessOf(starting(-12), new Date())).toEqual({ kind: 'LATE', minutes: 12 });
});

it('a meal is served for a while: late is only who comes near its end', () => {
  const eater = arrival(1, '馬秋蓮', { session: lunch });
  expect(latenessOf(eater, at(-40))).toBeUndefined();
  expect(latenessOf(eater, new Date())).toMatchObject({ kind: 'LAST_CALL' });
  expect(latenessOf(eater, at(16))).toEqual({ kind: 'OVER' });
  expect(latenessOf({ ...eater, state: 'CHECKED_IN' }, at(16))).toBeUndefined();
});

it('the views: the late ones first, the delivered apart, the cancelled in none but theirs', () => {
  const delivered = session(3, { service: { ...lunch.service, way: 'DELIVERY' } });
  const all = [
    arrival(1, '李桂蘭'),
    arrival(2, '孫長河', { session: lunch }),
    arrival(3, '吳守義', { state: 'CHECKED_IN', checkedInAt: at(-1).toISOString() }),
    arrival(4, '程文彬', { state: 'CANCELLED' }),
    arrival(5, '宋慶梅', { session: delivered }),
  ];
  const names = (view: 'due' | 'late' | 'here' | 'all' | 'cancelled', sessionId?: string) =>
    viewsOf(all, new Date(), sessionId)[view].map(({ beneficiary }) => beneficiary.name);
  expect(names('due')).toEqual(['孫長河', '李桂蘭']);
  expect(names('late')).toEqual(['孫長河']);
  expect(names('here')).toEqual(['吳守義']);
  expect(names('all')).toHaveLength(3);
  expect(names('cancelled')).toEqual(['程文彬']);
  expect(names('due', delivered.id)).toEqual(['宋慶梅']);
});

it('whom a worker goes to is not at the desk, neither in the list nor among the figures', () => {
  const { service } = session(4);
  const visit = session(4, { service: { ...service, policy: { ...service.policy, atHome: true } } });
  const whole = {
    ...{ centre: { id: 'one', name: '中心', viewerCan: [] }, day: TODAY, asOf: '', cursor: '1' },
    sessions: [session(1), visit],
    arrivals: [arrival(1, '李桂蘭'), arrival(2, '孫長河', { session: visit })],
  };
  const { sessions, arrivals } = withoutVisits(whole);
  expect(sessions.map(({ id }) => id)).toEqual([session(1).id]);
  expect(arrivals.map(({ beneficiary }) => beneficiary.name)).toEqual(['李桂蘭']);
});

it('one finds by name, ticket and the end of the phone', () => {
  const one = arrival(18, '李桂蘭');
  expect(['桂蘭', '0318', '18', '2207'].map((text) => matches(one, text))).toEqual([true, true, true, true]);
  expect(['王', '0319', '9999'].map((text) => matches(one, text))).toEqual([false, false, false]);
});

it('a ticket is read from a number, an id, or a link that holds it', () => {
  const one = arrival(18, '李桂蘭');
  expect(readTicket('0318')).toEqual({ ticketNumber: '0318' });
  expect(readTicket(`https://linli.example/bookings/${one.id}`)).toEqual({ bookingId: one.id });
  expect(readTicket(cardText(one.beneficiary.id))).toEqual({ personId: one.beneficiary.id });
  expect(readTicket('  ')).toBeUndefined();
  expect(findScanned([one], { ticketNumber: '318' })).toBe(one);
  expect(findScanned([one], { bookingId: one.id })).toBe(one);
  expect(findScanned([one], { ticketNumber: '0319' })).toBeUndefined();
});

it('a paper card is whoever it belongs to: the first of the day that is due, else where they are already', () => {
  const [early, later] = [arrival(1, '李桂蘭', { session: lunch }), arrival(2, '李桂蘭')];
  const beneficiary = early.beneficiary;
  const own = [
    { ...later, beneficiary },
    early,
    { ...arrival(3, '吳守義'), beneficiary: { ...beneficiary, id: '019ab000-0000-7000-8000-00000000aaaa' } },
  ];
  const scanned = { personId: beneficiary.id };
  expect(findScanned(own, scanned)?.id).toBe(early.id);
  const came = own.map((each) => (each.id === early.id ? { ...each, state: 'CHECKED_IN' as const } : each));
  expect(findScanned(came, scanned)?.id).toBe(later.id);
  const both = came.map((each) => ({ ...each, state: 'CHECKED_IN' as const }));
  expect(findScanned(both, scanned)?.id).toBe(early.id);
  expect(findScanned([], scanned)).toBeUndefined();
});

it('a masked number cannot be called', () => {
  expect([isCallable('139****2207'), isCallable('0395-5550162'), isCallable(null)]).toEqual([
    false,
    true,
    false,
  ]);
});
