import type { CareNeed } from '@linli/domain/organisation/people';
import fc from 'fast-check';
import { hours } from './booking.scenario.js';

const mostly = <Value>(usual: Value, ...others: Value[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
/** What a wish can meet. */
export const situations = fc.record({
  state: mostly<'SCHEDULED' | 'CANCELLED'>('SCHEDULED', 'CANCELLED'),
  opensAt: mostly(hours(-24), hours(1)),
  times: mostly(
    { closesAt: hours(12), startsAt: hours(24), endsAt: hours(25) },
    { closesAt: hours(-3), startsAt: hours(-2), endsAt: hours(1) },
    { closesAt: hours(-3), startsAt: hours(-2), endsAt: hours(-1) },
  ),
  walkIn: fc.boolean(),
  atCounter: fc.boolean(),
  capacity: fc.constantFrom(2, 1),
  weeklyQuota: fc.constantFrom<(number | null)[]>(null, null, 2, 1, 0),
  monthlyQuota: fc.constantFrom<(number | null)[]>(null, null, null, 2, 1),
  elsewhere: mostly<'no' | 'there' | 'fetched' | 'resting' | 'rested'>(
    'no',
    'there',
    'fetched',
    'resting',
    'rested',
  ),
  neighbourBooked: fc.boolean(),
  booked: mostly(false, true),
  minAge: mostly<number | null>(null, 60, 90),
  age: fc.constantFrom(59, 60, 78, 90),
  careNeeds: mostly<CareNeed[]>([], ['LIVING_ALONE', 'DISABLED_FULLY']),
  needs: fc.subarray<CareNeed>(['LIVING_ALONE', 'LOW_INCOME']),
  isForCommunity: mostly(false, true),
  livesHere: mostly(true, false),
  peanuts: mostly(false, true),
  allergic: mostly(true, false),
  allowAllergens: fc.boolean(),
  waitlist: fc.boolean(),
  missed: mostly(0, 2, 3),
  roomTaken: mostly(false, true),
  assessment: mostly<'unneeded' | 'missing' | 'expired' | 'valid'>('unneeded', 'missing', 'expired', 'valid'),
  ofClass: mostly<'none' | 'strange' | 'joined' | 'complete' | 'left'>(
    'none',
    'strange',
    'joined',
    'complete',
    'left',
  ),
  /** 上門服務: whether it is one, and what it lacks. */
  visit: mostly<'no' | 'whole' | 'NO_WORKER' | 'NO_HOME_DOOR'>('no', 'whole', 'NO_WORKER', 'NO_HOME_DOOR'),
});
export type Situation = typeof situations extends fc.Arbitrary<infer Value> ? Value : never;

const plain: Situation = {
  ...{ state: 'SCHEDULED', opensAt: hours(-24), walkIn: false, atCounter: false, capacity: 2 },
  times: { closesAt: hours(12), startsAt: hours(24), endsAt: hours(25) },
  ...{ weeklyQuota: null, monthlyQuota: null, elsewhere: 'no', neighbourBooked: false, booked: false },
  ...{ minAge: null, age: 78, careNeeds: [], needs: [], isForCommunity: false, livesHere: true },
  ...{ peanuts: false, allergic: true, allowAllergens: false, waitlist: true, missed: 0, roomTaken: false },
  ...{ assessment: 'unneeded', ofClass: 'none' },
  visit: 'no',
};
const unlikePlain: readonly Partial<Situation>[] = [
  {},
  { roomTaken: true },
  ...[{ visit: 'whole' as const }, { visit: 'NO_WORKER' as const }, { visit: 'NO_HOME_DOOR' as const }],
  { elsewhere: 'there' },
  { state: 'CANCELLED' },
  { opensAt: hours(1) },
  { times: { closesAt: hours(-3), startsAt: hours(-2), endsAt: hours(1) } },
  { times: { closesAt: hours(-3), startsAt: hours(-2), endsAt: hours(-1) } },
  { capacity: 1, neighbourBooked: true },
  { capacity: 1, neighbourBooked: true, waitlist: false },
  ...([{ assessment: 'missing' }, { assessment: 'expired' }, { ofClass: 'strange' }] as const),
  ...[{ weeklyQuota: 0 }, { minAge: 90 }, { missed: 3 }, { peanuts: true }, { booked: true }],
];

/** One way to each answer: chance may pass by what is rare. */
export const corners = unlikePlain.map((unlike) => ({ ...plain, ...unlike }));
