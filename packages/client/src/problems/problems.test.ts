import { beforeAll, expect, it } from '@jest/globals';
import { createI18n, type Translator } from '@linli/i18n';
import { catalogs, type CommonMessages } from '@linli/i18n/common';
import { isNetworkProblem, problemMessage, problemOf } from './problem.js';
import { CareNeed } from '@linli/domain/organisation/people';
import { conditionOf, isRefused, refusalMessage } from './refused.js';

let hant: Translator<CommonMessages>;
beforeAll(async () => {
  hant = await createI18n(catalogs, 'zh-Hant');
});

it('tells a refusal in words', () => {
  const refused = { __typename: 'Refused', code: 'SESSION_FULL', details: {} } as const;
  expect(isRefused(refused)).toBe(true);
  expect([isRefused({ __typename: 'Booking' }), isRefused(null), isRefused(undefined)]).toEqual([
    false,
    false,
    false,
  ]);
  expect(refusalMessage(refused, hant.t)).toBe('剛剛滿了。');
});

it('tells moments, days and amounts of the details as such', () => {
  const details = { opensAt: '2026-11-24T03:30:00.000Z', day: '2026-11-24', priceFen: 450, count: 3 };
  const told = refusalMessage(
    { code: 'NOT_OPEN_YET', details },
    (key, values) => JSON.stringify([key, values]),
    hant.format,
  );
  expect(JSON.parse(told)).toEqual([
    'refusal.NOT_OPEN_YET',
    { opensAt: '11月24日 週二 11:30', day: '11月24日 週二', priceFen: '¥4.50', count: 3 },
  ]);
});

it('names the day that cannot be had, of several', () => {
  const refused = { code: 'SESSION_FULL', details: { capacity: 8, onDay: '2026-12-01' } } as const;
  expect(refusalMessage(refused, hant.t, hant.format)).toBe('12月1日 週二：剛剛滿了。');
});

it('names the condition that is not met, in every language', async () => {
  const refused = (details: Record<string, string | number>) => ({ code: 'NOT_ELIGIBLE', details }) as const;
  const tooYoung = refused({ bound: 'AGE', minAge: 60, careNeeds: 'DISABLED_FULLY' });
  const inNoNeed = refused({ bound: 'CARE_NEED', minAge: 60, careNeeds: 'DISABLED_FULLY DISABLED_PARTLY' });
  const elsewhere = refused({ bound: 'AREA' });
  expect([tooYoung, inNoNeed, elsewhere].map((each) => conditionOf(each, hant.t))).toEqual([
    '限 60 歲及以上',
    '限失能、半失能的居民',
    '限服務範圍內的居民',
  ]);
  expect(refusalMessage(tooYoung, hant.t)).toBe('限 60 歲及以上，目前不符合。');
  const asked: string[] = [];
  conditionOf(elsewhere, ((key: string) => asked.push(key)) as never);
  expect(asked).not.toContain('CareNeed.');
  expect(refusalMessage(refused({}), hant.t)).toBe(hant.t('refusal.NOT_ELIGIBLE'));
  expect(conditionOf({ code: 'SESSION_FULL', details: { bound: 'AGE' } }, hant.t)).toBeUndefined();
  for (const locale of ['zh-Hant', 'zh-Hans', 'en'] as const) {
    const { t } = await createI18n(catalogs, locale);
    const everyNeed = refused({ bound: 'CARE_NEED', careNeeds: Object.values(CareNeed).join(' ') });
    expect(refusalMessage(everyNeed, t)).not.toMatch(/CareNeed|[{}]|undefined/);
  }
});

const graphqlError = (code: string, issues?: object[]) =>
  Object.assign(new Error('x'), { errors: [{ message: 'x', extensions: { code, issues } }] });

it('knows the five surprises of the server and the network', () => {
  const codes = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'INTERNAL'];
  expect(codes.map((code) => problemOf(graphqlError(code), hant.t).code)).toEqual(codes);
  expect(problemOf(graphqlError('SOMETHING_NEW'), hant.t).code).toBe('INTERNAL');
  expect(problemOf('a string', hant.t).code).toBe('INTERNAL');
  expect(problemMessage(new TypeError('Failed to fetch'), hant.t)).toBe('網絡不通。請檢查網絡後再試一次。');
});

it('says why somebody cannot be found whom one cared for until the grant ran out', () => {
  const error = { errors: [{ extensions: { code: 'NOT_FOUND', reason: 'CARE_EXPIRED' } }] };
  expect(problemOf(error, hant.t)).toMatchObject({
    code: 'NOT_FOUND',
    message: hant.t('problem.CARE_EXPIRED'),
  });
});

it('says beside each field what is wrong with it', () => {
  const issues = [
    { path: 'phone', code: 'invalid_format' },
    { path: 'guests.0.name', code: 'custom' },
  ];
  const { message, fields } = problemOf(graphqlError('BAD_USER_INPUT', issues), hant.t);
  expect(message).toBe(hant.t('problem.BAD_USER_INPUT'));
  expect(fields).toEqual({ phone: '格式不對', 'guests.0.name': '這一項不對，請檢查' });
});

it('a lost request is the network; an answer is not, whatever it says', () => {
  const server = (statusCode: number) => Object.assign(new Error('x'), { name: 'ServerError', statusCode });
  expect([502, 503, 504, 408, 429].map((status) => isNetworkProblem(server(status)))).toEqual(
    Array(5).fill(true),
  );
  expect([400, 403, 413, 500].map((status) => isNetworkProblem(server(status)))).toEqual(
    Array(4).fill(false),
  );
  expect(isNetworkProblem(graphqlError('INTERNAL'))).toBe(false);
});
