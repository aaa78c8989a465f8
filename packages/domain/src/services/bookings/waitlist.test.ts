import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { areaId } from '../../access/index.js';
import { plainDate } from '../../base/index.js';
import type { Refusal } from '../../refusals/index.js';
import { holdsAPlace, type BookingMove, type BookingState, nextBookingState } from './booking-state.js';
import { heldUntil, refusalToJoin, refusalToTakeUp, toBeOffered, type WaitingFacts } from './waitlist.js';

const street = areaId.parse('019ab000-0000-7000-8000-000000000002');
const at = (time: string) => new Date(`2026-11-${time}:00+08:00`);
const full: WaitingFacts = {
  now: at('24T19:00'),
  sessionState: 'SCHEDULED',
  opensAt: at('18T00:00'),
  closesAt: at('25T09:30'),
  endsAt: at('25T12:30'),
  walkIn: true,
  atCounter: false,
  alreadyBooked: false,
  bookedThisWeek: 0,
  weeklyQuota: 5,
  bookedThisMonth: 0,
  monthlyQuota: null,
  ...{ wholeSeries: null, needsAssessment: false, assessedUntil: null, day: plainDate.parse('2026-11-25') },
  ...{ overlapService: null, overlapStartsAt: null, resourceTaken: null, resourceTakenUntil: null },
  ...{ visitLacks: null, minAge: 60, careNeeds: [], residentAreaId: null },
  age: 78,
  needs: [],
  homeLineage: [street],
  ...{ clashes: [], clashingDishes: [] },
  allowAllergens: false,
  counterOnlyUntil: null,
  taken: 40,
  capacity: 40,
  waitlist: true,
};

it('one waits for what is full, where the service has a list, until the cut-off', () => {
  expect(refusalToJoin(full)).toBeUndefined();
  expect(refusalToJoin({ ...full, taken: 39 })).toBe('PLACES_LEFT');
  expect(refusalToJoin({ ...full, waitlist: false })).toBe('NO_WAITLIST');
  expect(refusalToJoin({ ...full, now: full.closesAt })).toBe('PAST_CUT_OFF');
  // What is left after the cut-off is given at the counter at once: there is nothing to wait for.
  expect(refusalToJoin({ ...full, now: full.closesAt, atCounter: true })).toBe('PAST_CUT_OFF');
});

const refused: [Refusal, Partial<WaitingFacts>][] = [
  ['NOT_ELIGIBLE', { age: 50 }],
  ['ALREADY_BOOKED', { alreadyBooked: true }],
  ['QUOTA_REACHED', { bookedThisWeek: 5 }],
  ['SESSION_CANCELLED', { sessionState: 'CANCELLED' }],
  ['ALLERGY_CLASH', { clashes: ['EGG'] }],
];
it.each(refused)('who could not book cannot wait: %s', (refusal, unlike) => {
  expect(refusalToJoin({ ...full, ...unlike })).toBe(refusal);
});

it('what is held is taken up by the rules of booking, it not counted against itself', () => {
  const offered = { ...full, alreadyBooked: true, bookedThisWeek: 5 };
  expect(refusalToTakeUp(offered)).toBeUndefined();
  expect(refusalToTakeUp({ ...offered, bookedThisWeek: 6 })).toBe('QUOTA_REACHED');
  expect(refusalToTakeUp({ ...offered, overlapService: '理髮' })).toBe('OVERLAPS');
});

it('a place is held for the minutes of the service, never beyond the cut-off, and not at all after it', () => {
  const closes = at('25T09:30');
  expect(heldUntil(at('25T08:00'), 60, closes)).toEqual(at('25T09:00'));
  expect(heldUntil(at('25T08:45'), 60, closes)).toEqual(closes);
  expect(heldUntil(closes, 60, closes)).toBeUndefined();
});

// A session and its people as the server keeps them, moved only by the table of states and by `toBeOffered`.
interface Row {
  readonly person: number;
  readonly queueNumber: number;
  state: BookingState;
  heldUntil: number;
}
class Session {
  readonly rows: Row[] = [];
  private queued = 0;
  now = 0;
  constructor(
    public capacity: number,
    readonly closesAt: number,
    readonly hold: number,
  ) {}

  get taken(): number {
    return this.rows.filter(({ state }) => holdsAPlace(state)).length;
  }
  of(person: number): Row | undefined {
    return this.rows.find((row) => row.person === person && nextBookingState(row.state, 'CANCEL'));
  }
  comes(person: number): void {
    if (this.of(person) || this.now >= this.closesAt) return;
    const state = this.taken < this.capacity ? 'CONFIRMED' : 'WAITLISTED';
    this.rows.push({
      person,
      state,
      queueNumber: state === 'WAITLISTED' ? (this.queued += 1) : 0,
      heldUntil: 0,
    });
  }
  moves(row: Row | undefined, move: BookingMove): void {
    const next = row && nextBookingState(row.state, move);
    if (!row || !next) return;
    row.state = next;
    this.offers();
  }
  grows(): void {
    this.capacity += 1;
    this.offers();
  }
  passes(minutes: number): void {
    this.now += minutes;
    const over = ({ state, heldUntil: held }: Row) =>
      (state === 'OFFERED' && held <= this.now) || (state === 'WAITLISTED' && this.closesAt <= this.now);
    for (const row of this.rows.filter(over)) row.state = nextBookingState(row.state, 'LAPSE') ?? row.state;
    this.offers();
  }
  private offers(): void {
    const date = (minutes: number) => new Date(minutes * 60_000);
    const until = heldUntil(date(this.now), this.hold, date(this.closesAt));
    if (!until) return;
    const waiting = this.rows.filter(({ state }) => state === 'WAITLISTED');
    for (const row of toBeOffered(waiting, this.capacity - this.taken)) {
      row.state = nextBookingState(row.state, 'OFFER') ?? row.state;
      row.heldUntil = until.getTime() / 60_000;
    }
  }
}

// The same written down naively: who is in, who is asked until when, and who stands in line.
class Model {
  readonly inside = new Set<number>();
  readonly asked = new Map<number, number>();
  line: number[] = [];
  now = 0;
  constructor(
    public capacity: number,
    readonly closesAt: number,
    readonly hold: number,
  ) {}

  settle(): void {
    for (const [person, until] of this.asked) if (until <= this.now) this.asked.delete(person);
    if (this.now >= this.closesAt) this.line = [];
    while (this.line.length > 0 && this.inside.size + this.asked.size < this.capacity) {
      const head = this.line.shift();
      if (head !== undefined) this.asked.set(head, Math.min(this.now + this.hold, this.closesAt));
    }
  }
  comes(person: number): void {
    const known = this.inside.has(person) || this.asked.has(person) || this.line.includes(person);
    if (known || this.now >= this.closesAt) return;
    if (this.inside.size + this.asked.size < this.capacity) this.inside.add(person);
    else this.line.push(person);
  }
  accepts(person: number): void {
    if (this.asked.delete(person)) this.inside.add(person);
  }
  leaves(person: number): void {
    this.inside.delete(person);
    this.asked.delete(person);
    this.line = this.line.filter((each) => each !== person);
    this.settle();
  }
}

const person = fc.integer({ min: 0, max: 6 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('comes' as const), who: person }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('leaves' as const), who: person }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('accepts' as const), who: person }) },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('passes' as const), who: fc.integer({ min: 1, max: 70 }) }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('grows' as const), who: fc.constant(0) }) },
);

const by = ([one]: [number, number], [other]: [number, number]): number => one - other;
/** Who is in, who is asked until when, who stands in line: of the session, and of the model. */
const looks = {
  session: ({ rows }: Session): string => {
    const of = (state: BookingState) => rows.filter((row) => row.state === state);
    const asked = of('OFFERED').map(({ person: who, heldUntil: until }): [number, number] => [who, until]);
    const inside = of('CONFIRMED')
      .map((row) => row.person)
      .toSorted();
    return JSON.stringify([inside, asked.toSorted(by), of('WAITLISTED').map((row) => row.person)]);
  },
  model: ({ inside, asked, line }: Model): string =>
    JSON.stringify([[...inside].toSorted(), [...asked].toSorted(by), line]),
};

function goes(session: Session, model: Model, { act, who }: { act: string; who: number }): void {
  if (act === 'comes') {
    session.comes(who);
    model.comes(who);
  } else if (act === 'passes') {
    session.passes(who);
    model.now += who;
    model.settle();
  } else if (act === 'grows') {
    session.grows();
    model.capacity += 1;
    model.settle();
  } else if (act === 'leaves') {
    session.moves(session.of(who), 'CANCEL');
    model.leaves(who);
  } else {
    const offered = session.rows.filter(({ state }) => state === 'OFFERED');
    const row = offered[who % Math.max(1, offered.length)];
    session.moves(row, 'CONFIRM');
    if (row) model.accepts(row.person);
  }
}

it('10,000 histories of a session go as in a plain model: first come, first served, nothing oversold or left over', () => {
  const seen: Partial<Record<BookingState, number>> = {};
  const history = fc.record({
    capacity: fc.integer({ min: 1, max: 3 }),
    hold: fc.constantFrom(30, 60),
    steps: fc.array(step, { minLength: 5, maxLength: 30 }),
  });
  fc.assert(
    fc.property(history, ({ capacity, hold, steps }) => {
      const [session, model] = [new Session(capacity, 240, hold), new Model(capacity, 240, hold)];
      for (const each of steps) {
        goes(session, model, each);
        if (looks.session(session) !== looks.model(model)) {
          expect(looks.session(session)).toBe(looks.model(model));
        }
        const isIdle =
          session.now < session.closesAt && model.line.length > 0 && session.taken < session.capacity;
        if (isIdle || session.taken > session.capacity) throw new Error('oversold, or a place left over');
      }
      for (const { state, heldUntil: was } of session.rows) {
        if (was > 0) seen[state] = (seen[state] ?? 0) + 1;
      }
    }),
    { numRuns: 10_000 },
  );
  // It saw offers of every end, or it proved little.
  for (const state of ['CONFIRMED', 'LAPSED', 'CANCELLED'] as const) expect(seen[state]).toBeGreaterThan(100);
}, 60_000);
