import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type PlainDate, plainDate } from '../../base/index.js';
import { type OrganisationId, organisationId, type OrganisationKind } from '../structure/index.js';
import {
  cadence,
  type CadenceAsked,
  type CadenceCell,
  debtOf,
  type Gathering,
  type InForce,
} from './cadence.js';
import { MeetingKind, meetingRules } from './meeting-kinds.js';
import { overdueOn } from './overdue.js';

const date = (text: string): PlainDate => plainDate.parse(text);
const id = (n: number): OrganisationId =>
  organisationId.parse(`019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`);
const YEAR = { from: date('2026-01-01'), to: date('2026-12-31') };
const days: PlainDate[] = Array.from({ length: 365 }, (_, n) => addDays(YEAR.from, n));

/** Slow and obvious: it walks over the days, counts, and takes one meeting after the other. */
function oracle({ inForce, gatherings, committees, today }: CadenceAsked): Map<string, string> {
  const cells = new Map<string, string>();
  const quarterOf = (day: PlainDate) => Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  const nameOf = (length: string, day: PlainDate) =>
    length === 'MONTH' ? day.slice(0, 7) : length === 'QUARTER' ? `Q${quarterOf(day)}` : day.slice(0, 4);
  const kindOn = (versions: readonly InForce[], day: PlainDate): OrganisationKind | null => {
    for (const row of versions)
      if ((!row.from || row.from <= day) && (!row.to || day <= row.to)) return row.kind;
    return null;
  };
  for (const organisation of new Set(inForce.map((row) => row.organisationId))) {
    const versions = inForce.filter((row) => row.organisationId === organisation);
    const kinds = new Map(days.map((day) => [day, kindOn(versions, day)]));
    for (const kind of Object.values(MeetingKind)) {
      const { every, owedBy, ofCommittee, times } = meetingRules[kind];
      const names = [...new Set(days.map((day) => nameOf(every, day)))];
      const rows = names.map((name) => {
        const own = days.filter((day) => nameOf(every, day) === name);
        const last = own.at(-1) ?? YEAR.to;
        const standing = own.filter((day) => kinds.get(day) !== null).length;
        const kindThen = kinds.get(last) ?? null;
        const owed =
          kindThen !== null &&
          owedBy.includes(kindThen) &&
          standing >= own.length / 2 &&
          (!ofCommittee || (committees.get(organisation)?.has(last) ?? false));
        return { name, own, required: owed ? times : 0, held: 0, late: 0 };
      });
      const meetings = gatherings
        .filter((each) => each.organisationId === organisation && each.kinds.includes(kind))
        .toSorted((a, b) => (a.on < b.on ? -1 : 1));
      for (const { on } of meetings) {
        const at = rows.findIndex(({ name }) => name === nameOf(every, on));
        const row = rows[at];
        if (!row) continue;
        row.held += 1;
        if (row.held <= row.required) continue;
        const debt = rows.slice(0, at).find((each) => each.required - each.held - each.late > 0);
        if (debt) debt.late += 1;
      }
      for (const { name, own, required, held, late } of rows) {
        if (required === 0 && held === 0) continue;
        const missing = Math.max(0, required - held - late);
        const left = own.filter((day) => day >= today).length;
        const soon = { MONTH: 7, QUARTER: 15, YEAR: 30 }[every];
        const open = left === own.length && own[0] !== today ? 'AHEAD' : left <= soon ? 'DUE_SOON' : 'DUE';
        const state =
          required === 0
            ? 'NOT_REQUIRED'
            : missing === 0
              ? late > 0
                ? 'LATE'
                : 'DONE'
              : left === 0
                ? 'OWED'
                : open;
        cells.set(`${organisation} ${kind} ${name}`, `${required} ${held} ${late} ${missing} ${state}`);
      }
    }
  }
  return cells;
}

function told(cells: readonly CadenceCell[]): Map<string, string> {
  return new Map(
    cells.map(({ organisationId: who, kind, period, required, held, late, missing, state }) => {
      const { every } = meetingRules[kind];
      const month = period.from.slice(0, 7);
      const quarter = `Q${Math.floor((Number(month.slice(5)) - 1) / 3)}`;
      const name = every === 'MONTH' ? month : every === 'QUARTER' ? quarter : month.slice(0, 4);
      return [`${who} ${kind} ${name}`, `${required} ${held} ${late} ${missing} ${state}`];
    }),
  );
}

const BRANCHES = 300;
const aDay = fc.integer({ min: 0, max: 364 }).map((n) => days[n] ?? YEAR.from);
const aBranch = fc.integer({ min: 0, max: BRANCHES - 1 });
const aKind = fc.constantFrom<OrganisationKind>(
  ...(['ESTATE_BRANCH', 'VILLAGE_BRANCH', 'JOINT_BRANCH', 'BUILDING_GROUP', 'GENERAL_BRANCH'] as const),
);

/** A change of the tree: one closes, one is split off it, or it goes on as another kind. */
const aChange = fc.record({
  branch: aBranch,
  on: aDay,
  what: fc.constantFrom('CLOSE', 'SPLIT', 'TRANSFER'),
  kind: aKind,
});

const aYear = fc
  .record({
    kinds: fc.array(aKind, { minLength: BRANCHES, maxLength: BRANCHES }),
    changes: fc.array(aChange, { minLength: 60, maxLength: 200 }),
    meetings: fc.array(
      fc.record({
        branch: fc.integer({ min: 0, max: BRANCHES + 199 }),
        on: aDay,
        kinds: fc.uniqueArray(fc.constantFrom(...Object.values(MeetingKind)), { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 500, maxLength: 3000 },
    ),
    seats: fc.array(fc.tuple(aBranch, fc.integer({ min: 1, max: 12 })), { maxLength: 400 }),
    today: aDay,
  })
  .map(({ kinds, changes, meetings, seats, today }): CadenceAsked => {
    const inForce: InForce[] = kinds.map((kind, n) => ({
      organisationId: id(n),
      kind,
      from: null,
      to: null,
    }));
    changes.forEach(({ branch, on, what, kind }, n) => {
      const at = inForce.findLastIndex((row) => row.organisationId === id(branch) && row.to === null);
      const open = inForce[at];
      if (!open || (open.from !== null && open.from >= on)) return;
      if (what !== 'SPLIT') inForce[at] = { ...open, to: addDays(on, -1) };
      if (what === 'SPLIT') inForce.push({ organisationId: id(BRANCHES + n), kind, from: on, to: null });
      if (what === 'TRANSFER') inForce.push({ organisationId: id(branch), kind, from: on, to: null });
    });
    const committees = new Map<OrganisationId, Set<PlainDate>>();
    for (const [branch, month] of seats) {
      const last = days.findLast((day) => Number(day.slice(5, 7)) === month) ?? YEAR.to;
      committees.set(id(branch), (committees.get(id(branch)) ?? new Set()).add(last));
    }
    const gatherings: Gathering[] = meetings.map((meeting) => ({
      organisationId: id(meeting.branch),
      kinds: meeting.kinds,
      on: meeting.on,
    }));
    return { inForce, gatherings, committees, ...YEAR, today };
  });

it('12 months of 300 branches that split, close and change: equal to the slow count in every cell', () => {
  let cells = 0;
  fc.assert(
    fc.property(aYear, (asked) => {
      const [fast, slow] = [told(cadence(asked)), oracle(asked)];
      cells += slow.size;
      expect([...fast].toSorted()).toEqual([...slow].toSorted());
    }),
    { numRuns: 6 },
  );
  expect(cells).toBeGreaterThan(6 * BRANCHES * 12);
}, 120_000);

it('overdue on a day is who the count of that day says owes something', () => {
  let overdue = 0;
  fc.assert(
    fc.property(aYear, fc.uniqueArray(aDay, { minLength: 3, maxLength: 3 }), (asked, sought) => {
      const fast = overdueOn(asked, sought);
      for (const today of sought) {
        const then = { ...asked, today, gatherings: asked.gatherings.filter(({ on }) => on <= today) };
        const owing = new Set(
          cadence(then).flatMap(({ state, organisationId: who }) => (state === 'OWED' ? [who] : [])),
        );
        overdue += owing.size;
        const said = [...fast].flatMap(([who, own]) => (own.has(today) ? [who] : []));
        expect(said.toSorted()).toEqual([...owing].toSorted());
      }
    }),
    { numRuns: 3 },
  );
  expect(overdue).toBeGreaterThan(100);
}, 120_000);

const branch = (from: string | null, to: string | null, n = 1): InForce => ({
  organisationId: id(n),
  kind: 'ESTATE_BRANCH',
  from: from === null ? null : date(from),
  to: to === null ? null : date(to),
});
const themeDay = (on: string, n = 1): Gathering => ({
  organisationId: id(n),
  kinds: ['THEME_DAY'],
  on: date(on),
});
const asked = (more: Partial<CadenceAsked>): CadenceAsked => ({
  ...{ inForce: [branch(null, null)], gatherings: [], committees: new Map(), today: date('2026-11-24') },
  ...{ from: date('2026-09-01'), to: date('2026-12-31') },
  ...more,
});
const themeDays = (more: Partial<CadenceAsked>) =>
  cadence(asked(more))
    .filter(({ kind }) => kind === 'THEME_DAY')
    .map(({ period, state }) => `${period.from.slice(5, 7)} ${state}`);

it('what is due, due soon, ahead and owed; a late one clears the debt and stays late', () => {
  expect(themeDays({})).toEqual(['09 OWED', '10 OWED', '11 DUE_SOON', '12 AHEAD']);
  expect(themeDays({ today: date('2026-11-23') })[2]).toBe('11 DUE');
  const gatherings = [themeDay('2026-11-20'), themeDay('2026-11-21')];
  expect(themeDays({ gatherings })).toEqual(['09 LATE', '10 OWED', '11 DONE', '12 AHEAD']);
  expect(debtOf(cadence(asked({ gatherings })).filter(({ kind }) => kind === 'THEME_DAY'))).toBe(1);
});

it('one that came too early pays for nothing later', () => {
  expect(themeDays({ gatherings: [themeDay('2026-09-01'), themeDay('2026-09-30')] })[1]).toBe('10 OWED');
});

it('half of the period and its last day; a debt is not inherited', () => {
  // September: 15 of 30 days are half, 14 are not.
  expect(themeDays({ inForce: [branch('2026-09-16', null)] })[0]).toBe('09 OWED');
  expect(themeDays({ inForce: [branch('2026-09-17', null)] })[0]).toBe('10 OWED');
  const split = cadence(asked({ inForce: [branch(null, '2026-10-15'), branch('2026-10-16', null, 2)] }));
  const owing = split.filter(({ kind, state }) => kind === 'THEME_DAY' && state === 'OWED');
  expect(owing.map((cell) => [cell.organisationId, cell.period.from])).toEqual([
    [id(1), '2026-09-01'],
    [id(2), '2026-10-01'],
  ]);
  // The new one's meetings pay nothing of the old one's.
  const paid = cadence(
    asked({
      inForce: [branch(null, '2026-10-15'), branch('2026-10-16', null, 2)],
      gatherings: [themeDay('2026-10-20', 2), themeDay('2026-10-21', 2)],
    }),
  );
  expect(paid.find(({ organisationId: who, kind }) => who === id(1) && kind === 'THEME_DAY')?.state).toBe(
    'OWED',
  );
});
