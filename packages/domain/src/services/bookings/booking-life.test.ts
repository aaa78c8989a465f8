import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainDate } from '../../base/index.js';
import {
  type ChangeFacts,
  refusalToAccept,
  refusalToCancel,
  refusalToCheckIn,
  refusalToDecide,
  refusalToUndoCheckIn,
} from './booking-changes.js';
import { type BookingMove, BookingState, nextBookingState } from './booking-state.js';
import { type Appeal, refusalToAppeal, refusalToDecideAppeal } from './no-show.js';
import { heldUntil } from './waitlist.js';

// Minutes from noon of the day before: until when one may leave, the cut-off, the session, the job that settles it.
const NOON = new Date('2026-11-24T12:00:00+08:00').getTime();
const at = (minutes: number): Date => new Date(NOON + minutes * 60_000);
const [LEAVE, MIDNIGHT, CUT_OFF, STARTS, SETTLED, NEXT_DAY] = [480, 720, 1290, 1395, 1575, 2160];
const HOLD = 60;

interface Setting {
  readonly first: 'REQUESTED' | 'WAITLISTED' | 'CONFIRMED';
  readonly needsApproval: boolean;
}

/** A booking as the server keeps it: moved by the table of states, behind the refusals. */
class House {
  state: BookingState;
  now = 0;
  private checkedInAt: Date | null = null;
  private held: Date | null = null;
  private appeal: Appeal | null = null;
  private settled = false;
  constructor(private readonly setting: Setting) {
    this.state = setting.first;
  }
  private get facts(): ChangeFacts {
    return {
      ...{ now: at(this.now), state: this.state, checkedInAt: this.checkedInAt, heldUntil: this.held },
      ...{ sessionState: 'SCHEDULED', day: plainDate.parse('2026-11-25'), startsAt: at(STARTS) },
      ...{ cancelUntil: at(LEAVE), closesAt: at(CUT_OFF) },
    };
  }
  private goes(move: BookingMove, refusal?: unknown): boolean {
    const next = nextBookingState(this.state, move);
    if (refusal !== undefined || !next) return false;
    this.state = next;
    return true;
  }
  approve = () => this.goes('CONFIRM', refusalToDecide(this.facts));
  decline = () => this.goes('DECLINE', refusalToDecide(this.facts));
  leave = () => this.goes('CANCEL', refusalToCancel(this.facts, { isStaff: false }));
  cancel = () => this.goes('CANCEL', refusalToCancel(this.facts, { isStaff: true }));
  accept = () => this.goes(this.setting.needsApproval ? 'REQUEST' : 'CONFIRM', refusalToAccept(this.facts));
  arrive = () =>
    this.goes('CHECK_IN', refusalToCheckIn(this.facts)) && Boolean((this.checkedInAt = at(this.now)));
  undo = () => {
    if (!this.goes('UNDO_CHECK_IN', refusalToUndoCheckIn(this.facts))) return false;
    this.checkedInAt = null;
    return true;
  };
  free = () => {
    const until = heldUntil(at(this.now), HOLD, at(CUT_OFF));
    return until !== undefined && this.goes('OFFER') && Boolean((this.held = until));
  };
  deliver = () => this.goes('DELIVER');
  ask = () => {
    if (refusalToAppeal(this.state, this.appeal)) return false;
    this.appeal = { reason: '住院', decision: null };
    return true;
  };
  heal = () => this.decides('HEALED') && this.goes('HEAL');
  uphold = () => this.decides('UPHELD');
  private decides(decision: 'HEALED' | 'UPHELD'): boolean {
    if (!this.appeal || refusalToDecideAppeal(this.state, this.appeal)) return false;
    this.appeal = { ...this.appeal, decision };
    return true;
  }
  pass(minutes: number): void {
    this.now += minutes;
    if (this.state === 'OFFERED' && this.held && this.held <= at(this.now)) this.goes('LAPSE');
    if (this.state === 'WAITLISTED' && this.now >= CUT_OFF) this.goes('LAPSE');
    if (this.state === 'REQUESTED' && this.now >= CUT_OFF) this.goes('DECLINE');
    if (this.now < SETTLED || this.settled) return;
    this.settled = true;
    if (!this.goes('COMPLETE')) this.goes('MISS');
  }
}

/** The same as people would tell it: what has happened, and nothing of states. */
class Story {
  now = 0;
  end: 'gone' | 'lapsed' | 'declined' | null = null;
  waits: boolean;
  hasPlace: boolean;
  promised: boolean;
  until = Infinity;
  came = -1;
  ate = false;
  missed = false;
  settled = false;
  asked = 0;
  constructor(private readonly setting: Setting) {
    this.waits = setting.first === 'WAITLISTED';
    this.hasPlace = !this.waits;
    this.promised = setting.first === 'CONFIRMED';
  }
  private get isOpen(): boolean {
    return this.end === null && !this.ate && !this.missed;
  }
  private ends(how: 'gone' | 'lapsed' | 'declined', may: boolean): boolean {
    if (may) this.end = how;
    return may;
  }
  private get isAsked(): boolean {
    return this.isOpen && this.hasPlace && !this.promised && this.until === Infinity;
  }
  approve = () => this.isAsked && this.now < CUT_OFF && (this.promised = true);
  decline = () => this.ends('declined', this.isAsked && this.now < CUT_OFF);
  leave = () =>
    this.ends('gone', this.isOpen && this.came < 0 && this.now < (this.promised ? LEAVE : STARTS));
  cancel = () => this.ends('gone', this.isOpen && this.came < 0 && this.now < STARTS);
  accept = () => {
    if (!this.isOpen || this.until === Infinity || this.now >= this.until) return false;
    this.until = Infinity;
    this.promised = !this.setting.needsApproval;
    return true;
  };
  arrive = () => {
    const isToday = this.now >= MIDNIGHT && this.now < NEXT_DAY;
    if (!this.isOpen || !this.promised || this.came >= 0 || !isToday) return false;
    this.came = this.now;
    return true;
  };
  undo = () => {
    if (!this.isOpen || this.came < 0 || this.now >= this.came + 10) return false;
    this.came = -1;
    return true;
  };
  free = () => {
    if (!this.isOpen || !this.waits || this.now >= CUT_OFF) return false;
    this.waits = false;
    this.hasPlace = true;
    this.until = Math.min(this.now + 60, CUT_OFF);
    return true;
  };
  deliver = () => {
    const may = this.end === null && !this.ate && this.promised && this.came < 0;
    if (may) [this.ate, this.missed] = [true, false];
    return may;
  };
  ask = () => this.missed && this.asked === 0 && Boolean((this.asked = 1));
  heal = () => {
    const may = this.missed && this.asked === 1;
    if (may) [this.ate, this.missed, this.asked] = [true, false, 2];
    return may;
  };
  uphold = () => this.missed && this.asked === 1 && Boolean((this.asked = 2));
  pass(minutes: number): void {
    this.now += minutes;
    if (this.isOpen && (this.now >= this.until || (this.waits && this.now >= CUT_OFF))) this.end = 'lapsed';
    if (this.isAsked && this.now >= CUT_OFF) this.end = 'declined';
    if (this.settled || this.now < SETTLED) return;
    this.settled = true;
    if (this.isOpen && this.promised) [this.ate, this.missed] = [this.came >= 0, this.came < 0];
  }
  get state(): BookingState {
    if (this.end) return ({ gone: 'CANCELLED', lapsed: 'LAPSED', declined: 'DECLINED' } as const)[this.end];
    if (this.ate) return 'COMPLETED';
    if (this.missed) return 'NO_SHOW';
    if (this.came >= 0) return 'CHECKED_IN';
    if (this.promised) return 'CONFIRMED';
    if (this.waits) return 'WAITLISTED';
    return this.until === Infinity ? 'REQUESTED' : 'OFFERED';
  }
}

const ACTS = [
  ...['approve', 'decline', 'leave', 'cancel', 'accept', 'arrive', 'undo', 'free', 'deliver'],
  ...['ask', 'heal', 'uphold'],
] as const;
type Act = (typeof ACTS)[number];
const passing = fc.oneof(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 30, max: 700 }));
/** What often follows one on the other. */
const PAIRS: readonly (readonly (Act | number)[])[] = [
  ...([
    ['arrive', 'undo'],
    ['free', 'accept'],
    ['arrive', 9, 'undo'],
  ] as const),
  ...([
    [2000, 'ask', 'heal'],
    [2000, 'ask', 'uphold'],
  ] as const),
];
const pair = fc.constantFrom(...PAIRS);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...(ACTS as readonly Act[])) },
  { weight: 2, arbitrary: passing },
  { weight: 1, arbitrary: pair },
);
const life = fc.record({
  first: fc.constantFrom('REQUESTED' as const, 'WAITLISTED' as const, 'CONFIRMED' as const),
  needsApproval: fc.boolean(),
  steps: fc.array(step, { minLength: 8, maxLength: 40, size: 'max' }),
});

it('10,000 lives of a booking go as they are told: each act is possible exactly when people would say so', () => {
  const done: Partial<Record<Act, number>> = {};
  const ended: Partial<Record<BookingState, number>> = {};
  fc.assert(
    fc.property(life, ({ first, needsApproval, steps }) => {
      const setting = { first, needsApproval: needsApproval || first === 'REQUESTED' };
      const [house, story] = [new House(setting), new Story(setting)];
      for (const each of steps.flat()) {
        if (typeof each === 'number') {
          house.pass(each);
          story.pass(each);
        } else {
          const [happened, told] = [house[each](), story[each]()];
          if (happened !== told) expect([each, happened]).toEqual([each, told]);
          if (happened) done[each] = (done[each] ?? 0) + 1;
        }
        if (house.state !== story.state) expect(house.state).toBe(story.state);
      }
      ended[house.state] = (ended[house.state] ?? 0) + 1;
    }),
    { numRuns: 10_000, seed: 20261124 },
  );
  // Every act was done and every state seen at an end, or it proved little.
  for (const act of ACTS) expect([act, (done[act] ?? 0) > 50]).toEqual([act, true]);
  expect(Object.keys(ended).toSorted()).toEqual(Object.values(BookingState).toSorted());
}, 60_000);
