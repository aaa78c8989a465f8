import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type PlainDate, plainDate } from '../../base/index.js';
import type { Refusal } from '../../refusals/index.js';
import { organisationId } from '../structure/index.js';
import { AttendanceMark, isPassed, isQuorate, missingFor, quorumOf, wasThere } from './attendance.js';
import { monthsBefore, rungOf } from './ladder.js';
import {
  meetingMoves,
  MeetingMove,
  MeetingState,
  type MinutesFacts,
  nextMeetingState,
  refusalToAnnounce,
  refusalToAskLeave,
  refusalToAttend,
  refusalToSign,
} from './meeting-state.js';
import { planned, standingKey } from './planning.js';
import {
  attendanceRate,
  denominatorOf,
  educationCoverage,
  type MemberLife,
  participation,
  valueOf,
} from './rates.js';

const date = (text: string): PlainDate => plainDate.parse(text);
const branch = organisationId.parse('019ab000-0000-7000-8000-000000000001');
const roster = (...marks: (AttendanceMark | null)[]) => marks.map((mark) => ({ voting: true, mark }));

it.each([
  // due, present, in favour → quorate, passed, quorate for an election
  [10, 5, 5, true, false, false],
  [10, 6, 6, true, true, false],
  [10, 4, 4, false, false, false],
  [10, 8, 5, true, false, true],
  [10, 8, 6, true, true, true],
  [11, 6, 6, true, true, false],
  [0, 0, 0, false, false, false],
])('of %i due %i came and %i were in favour', (due, present, inFavour, quorate, passed, electing) => {
  const vote = { election: false, inFavour, against: 0, abstained: 0 };
  expect(isQuorate({ due, present }, false)).toBe(quorate);
  expect(isPassed({ due, present }, vote)).toBe(passed);
  expect(isQuorate({ due, present }, true)).toBe(electing);
});

it('probationary members are on the roster and have no vote', () => {
  const lines = [...roster('PRESENT', 'ONLINE', 'LEAVE'), { voting: false, mark: 'PRESENT' as const }];
  expect(quorumOf(lines)).toEqual({ due: 3, present: 2 });
});

it('a gathering counts for a kind only with what the kind asks for', () => {
  const half = { roster: roster('PRESENT', 'UNEXCUSED'), lecturer: null };
  expect(missingFor('BRANCH_COMMITTEE', half)).toBeNull();
  expect(missingFor('BRANCH_COMMITTEE', { ...half, roster: roster('PRESENT', 'LEAVE', 'LEAVE') })).toBe(
    'LESS_THAN_HALF',
  );
  expect(missingFor('PARTY_LECTURE', half)).toBe('NO_LECTURER');
  expect(missingFor('PARTY_LECTURE', { ...half, lecturer: '段永強' })).toBeNull();
  expect(missingFor('THEME_DAY', { ...half, roster: roster('LEAVE') })).toBe('NOBODY_PRESENT');
});

it('from each state only the moves of the table; what is signed has none', () => {
  for (const state of Object.values(MeetingState))
    for (const move of Object.values(MeetingMove))
      expect(nextMeetingState(state, move)).toBe(meetingMoves[state][move]);
  expect(Object.keys(meetingMoves.SIGNED)).toEqual([]);
});

const startsAt = new Date('2026-11-24T14:30:00+08:00');
const at = (state: MeetingState, time: string) => ({
  state,
  startsAt,
  now: new Date(`2026-11-24T${time}:00+08:00`),
});

it('nothing is announced once it has begun, and nobody is told of a meeting of nobody', () => {
  expect(refusalToAnnounce(at('PLANNED', '14:29'), 3)).toBeUndefined();
  expect(refusalToAnnounce(at('PLANNED', '14:30'), 3)).toBe('ANNOUNCED_TOO_LATE');
  expect(refusalToAnnounce(at('PLANNED', '10:00'), 0)).toBe('ROSTER_EMPTY');
  expect(refusalToAnnounce(at('SIGNED', '10:00'), 3)).toBe('MEETING_SIGNED');
});

it('attendance from an hour before; leave until it begins', () => {
  expect(refusalToAttend(at('ANNOUNCED', '13:29'))).toBe('MEETING_NOT_YET');
  expect(refusalToAttend(at('ANNOUNCED', '13:30'))).toBeUndefined();
  expect(refusalToAttend(at('HELD', '20:00'))).toBeUndefined();
  expect(refusalToAttend(at('SIGNED', '20:00'))).toBe('MEETING_SIGNED');
  expect(refusalToAskLeave(at('ANNOUNCED', '14:29'))).toBeUndefined();
  expect(refusalToAskLeave(at('ANNOUNCED', '14:30'))).toBe('MEETING_BEGUN');
});

const whole: MinutesFacts = {
  kinds: ['BRANCH_MEETING', 'PARTY_LECTURE'],
  minuted: ['BRANCH_MEETING', 'PARTY_LECTURE'],
  ...{
    minutes: '學習',
    firstTopic: '領學',
    lecturer: '段永強',
    roster: roster('PRESENT', 'LEAVE'),
    votes: [],
  },
};

it.each<[string, Partial<MinutesFacts>, Refusal | undefined]>([
  ['all of it', {}, undefined],
  ['no minutes', { minutes: null }, 'MINUTES_MISSING'],
  ['somebody unaccounted for', { roster: roster('PRESENT', null) }, 'ATTENDANCE_OPEN'],
  ['a kind that is not in them', { minuted: ['BRANCH_MEETING'] }, 'KIND_NOT_IN_MINUTES'],
  ['no first topic', { firstTopic: null }, 'FIRST_TOPIC_MISSING'],
  ['no lecturer', { lecturer: null }, 'DOES_NOT_COUNT'],
  [
    'more votes than voters',
    { votes: [{ election: false, inFavour: 1, against: 1, abstained: 0 }] },
    'VOTES_TOO_MANY',
  ],
])('minutes with %s', (_what, more, refusal) => {
  expect(refusalToSign({ state: 'HELD' }, { ...whole, ...more })).toBe(refusal);
});

const aMember = fc.record({
  residentId: fc.uuid(),
  exempt: fc.boolean(),
  due: fc.integer({ min: 0, max: 5 }),
  present: fc.integer({ min: 0, max: 5 }),
  minutes: fc.integer({ min: 0, max: 2400 }),
});

it('every rate is its two lists: nobody is lost, nobody is in both, the exempt are in neither', () => {
  fc.assert(
    fc.property(fc.array(aMember), fc.integer({ min: 1, max: 12 }), (members: MemberLife[], month) => {
      const due = members.filter((member) => member.due > 0);
      for (const [rate, all] of [
        [participation(members), due],
        [educationCoverage(members, month), members],
      ] as const) {
        expect(denominatorOf(rate)).toBe(all.filter(({ exempt }) => !exempt).length);
        expect(rate.exempt).toEqual(all.filter(({ exempt }) => exempt));
        expect(rate.met.filter((who) => rate.gap.includes(who))).toEqual([]);
        const counted = rate.met.length / denominatorOf(rate);
        expect(valueOf(rate)).toBe(denominatorOf(rate) === 0 ? null : counted);
      }
    }),
  );
});

it('leave and duty stay in the denominator; hours are due by the month', () => {
  const lines = Object.values(AttendanceMark).map((mark, n) => ({ residentId: String(n), mark }));
  expect(attendanceRate(lines).met).toEqual(lines.filter(({ mark }) => wasThere(mark)));
  expect(valueOf(attendanceRate(lines))).toBe(2 / 5);
  const member = { residentId: 'a', exempt: false, due: 1, present: 1, minutes: 16 * 60 };
  expect([5, 6, 7].map((month) => educationCoverage([member], month).met.length)).toEqual([1, 1, 0]);
});

it('three unexcused absences are a talk, the next a correction, half a year a list', () => {
  const today = date('2026-11-24');
  const days = ['2026-08-10', '2026-09-10', '2026-10-10'].map(date);
  const facts = { unexcused: days, lastPresent: date('2026-07-10'), since: date('2026-01-01'), talk: null };
  expect(rungOf({ ...facts, unexcused: days.slice(1) }, today)).toBe('NONE');
  expect(rungOf(facts, today)).toBe('TALK');
  const talk = { on: date('2026-10-20'), deadline: date('2026-12-20') };
  expect(rungOf({ ...facts, talk }, today)).toBe('CORRECTION');
  expect(rungOf({ ...facts, talk, lastPresent: date('2026-11-10') }, today)).toBe('NONE');
  const again = {
    ...facts,
    talk: { ...talk, deadline: date('2026-11-20') },
    unexcused: [...days, date('2026-11-10')],
  };
  expect(rungOf(again, today)).toBe('CORRECTION_OVER');
  expect(rungOf({ ...facts, lastPresent: date('2026-05-24') }, today)).toBe('BRANCH_DECIDES');
  expect(rungOf({ ...facts, lastPresent: date('2026-05-25') }, today)).toBe('TALK');
  expect(monthsBefore(date('2026-08-31'), 6)).toBe('2026-02-28');
});

it('a year is planned once: what stands is left out, who has no committee holds none', () => {
  const lines = [
    { kinds: ['THEME_DAY', 'BRANCH_MEETING'] as const, day: 10, time: '15:00' },
    { kinds: ['BRANCH_COMMITTEE'] as const, day: 5, time: '09:00' },
  ];
  const year = {
    ...{ from: date('2027-01-01'), to: date('2027-12-31'), lines },
    branches: [{ organisationId: branch, kind: 'ESTATE_BRANCH' as const, hasCommittee: false }],
  };
  const all = planned({ ...year, standing: new Set() });
  expect(all.map(({ on, kinds }) => `${on.slice(5)} ${kinds.length}`)).toEqual([
    ...['01-10 2', '02-10 1', '03-10 1', '04-10 2', '05-10 1', '06-10 1'],
    ...['07-10 2', '08-10 1', '09-10 1', '10-10 2', '11-10 1', '12-10 1'],
  ]);
  const standing = new Set([standingKey(branch, 'THEME_DAY', date('2027-02-01'))]);
  expect(planned({ ...year, standing })).toHaveLength(11);
});
