import { expect, it } from '@jest/globals';
import { personId, type PersonId } from '../../access/index.js';
import { addDays, plainDate, type PlainDate } from '../../base/index.js';
import { CARE_DAYS_AT_MOST, CARERS_AT_MOST, careStateOf, grantCareInput, refusalToCare } from './care.js';

const uuid = (n: number) => `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const person = (n: number): PersonId => personId.parse(uuid(n));
const today: PlainDate = plainDate.parse('2026-11-23');
const [elder, carer, other] = [person(1), person(2), person(3)];
const wish = { elderId: elder, carerId: carer, carers: [other], until: addDays(today, 30), today };

it.each([
  ['a second carer', {}, null],
  ['the last day that there is', { until: addDays(today, CARE_DAYS_AT_MOST) }, null],
  ['a day more', { until: addDays(today, CARE_DAYS_AT_MOST + 1) }, 'CARE_DATE_WRONG'],
  ['tomorrow', { until: addDays(today, 1) }, null],
  ['today', { until: today }, 'CARE_DATE_WRONG'],
  ['yesterday', { until: addDays(today, -1) }, 'CARE_DATE_WRONG'],
  ['nobody', { carerId: undefined }, 'CARER_UNKNOWN'],
  ['oneself', { carerId: elder }, 'CARE_OF_ONESELF'],
  ['whoever cares already', { carers: [carer] }, 'CARE_GRANTED_ALREADY'],
  [
    'the last of so many',
    { carers: Array.from({ length: CARERS_AT_MOST - 1 }, (_, i) => person(i + 10)) },
    null,
  ],
  [
    'one more',
    { carers: Array.from({ length: CARERS_AT_MOST }, (_, i) => person(i + 10)) },
    'CARERS_TOO_MANY',
  ],
])('to grant care to %s: %j → %s', (_who, unlike, refusal) => {
  expect(refusalToCare({ ...wish, ...unlike })).toBe(refusal);
});

const now = new Date('2026-11-23T00:00:00Z');
const [before, after] = [new Date(now.getTime() - 1), new Date(now.getTime() + 1)];
it.each([
  [after, null, 'ACTIVE'],
  [now, null, 'EXPIRED'],
  [before, null, 'EXPIRED'],
  [after, before, 'ENDED'],
])('ends %s, revoked %s: %s', (endsAt, revokedAt, state) => {
  expect(careStateOf({ endsAt, revokedAt }, now)).toBe(state);
});

it.each([
  [[], false],
  [['BOOKINGS'], true],
  [['BOOKINGS', 'BOOKINGS'], false],
  [['BOOKINGS', 'HEALTH', 'CONTACTS'], true],
  [['POINTS'], false],
])('the scopes %j can be granted: %s', (scopes, can) => {
  const input = {
    ...{ id: uuid(9), elderId: elder, carerName: '王曉敏', carerPhone: '13900000001' },
    ...{ scopes, until: '2026-12-31' },
  };
  expect(grantCareInput.safeParse(input).success).toBe(can);
});
