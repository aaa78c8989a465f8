import { expect, it } from '@jest/globals';
import { price, session, TODAY, TOMORROW } from '../../testing/bookings';
import { arrivingOf, isUsable, type Option, optionsToShow } from './quick-options';

const NOON = new Date(`${TODAY}T04:00:00Z`);
const at = (hour: string, day = TODAY) => new Date(`${day}T${hour}:00+08:00`).toISOString();

const option = (part: Partial<Option> = {}, of: Record<string, unknown> = {}): Option => ({
  session: session(1, { startsAt: at('13:00'), endsAt: at('14:00'), closesAt: at('12:30'), ...of }),
  ...{ placesLeft: 3, refusal: null, refusalDetails: {}, price, bookingId: null, allergens: [] },
  mayJoinWaitlist: false,
  ...part,
});

it('what the server refuses is not offered; an allergy is asked about', () => {
  const usable = (refusal: Option['refusal']) => isUsable(option({ refusal }), 'COUNTER', NOON);
  expect(
    [null, 'ALLERGY_CLASH', 'QUOTA_REACHED', 'PAST_CUT_OFF', 'SESSION_FULL'].map((one) =>
      usable(one as never),
    ),
  ).toEqual([true, true, false, false, false]);
});

it('after the cut-off what is left is for the counter, not for the telephone', () => {
  const closed = option({}, { closesAt: at('12:00') });
  expect([isUsable(closed, 'COUNTER', NOON), isUsable(closed, 'PHONE', NOON)]).toEqual([true, false]);
  const open = option({}, { closesAt: at('12:01') });
  expect(isUsable(open, 'PHONE', NOON)).toBe(true);
});

it('a check-in comes with the booking when it begins within the hour, whatever it is', () => {
  const meal = { ...session(1).service, category: 'MEAL', meal: 'LUNCH', way: 'DINE_IN' };
  const arriving = (of: Record<string, unknown>, mode: 'COUNTER' | 'PHONE' = 'COUNTER') =>
    arrivingOf(option({}, of), mode, NOON);
  expect([arriving({}), arriving({ service: meal }), arriving({ startsAt: at('11:30') })]).toEqual([
    'NOW',
    'NOW',
    'NOW',
  ]);
  expect([arriving({ startsAt: at('13:01') }), arriving({ startsAt: at('13:01'), service: meal })]).toEqual([
    'EARLY',
    'EARLY',
  ]);
  expect(arriving({ day: TOMORROW, startsAt: at('09:00', TOMORROW) })).toBe('OTHER_DAY');
  expect(arriving({}, 'PHONE')).toBe('PHONE');
  expect(arriving({ service: { ...meal, way: 'DELIVERY' } })).toBe('DELIVERY');
});

it('what can be booked comes first, and what is over not at all', () => {
  const full = option({ refusal: 'SESSION_FULL' }, { id: 'full', startsAt: at('12:30') });
  const over = option({}, { id: 'over', endsAt: at('11:00') });
  const open = option({}, { id: 'open' });
  expect(optionsToShow([full, over, open], 'COUNTER', NOON).map((one) => one.session.id)).toEqual([
    'open',
    'full',
  ]);
});
