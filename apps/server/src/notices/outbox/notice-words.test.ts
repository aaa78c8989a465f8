import { describe, expect, it } from '@jest/globals';
import { type MoreOf, NoticeKind, type Occasion } from '@linli/domain/notices';
import { LOCALES } from '@linli/i18n';
import { centreId } from '@linli/domain/access';
import { sampleCentres } from '@linli/sample';
import { newId } from '../../testing/index.js';
import { ONE_SMS, smsOf, type StoredNotice, wordsOf } from './notice-words.js';

const ticket = { ticketNumber: '4321' };
const reason = { reason: '設備檢修。' };
const instead = { ...reason, instead: '2026-11-26T03:30:00Z' };
const before = { ...ticket, oldStartsAt: '2026-11-23T01:00:00Z', oldEndsAt: '2026-11-23T02:00:00Z' };
const until = { until: '2026-11-22T02:05:00Z' };
/** What each kind is given, and no more. */
const more: { readonly [Kind in NoticeKind]: MoreOf<Kind> } = {
  ...{ BOOKING_CONFIRMED: ticket, BOOKING_MOVED: before, SESSION_TIME_CHANGED: before, APPROVED: ticket },
  ...{ BOOKING_CANCELLED_BY_CENTRE: instead, BOOKING_CANCELLED_FOR_YOU: reason, DECLINED: reason },
  ...{ REQUEST_RECEIVED: {}, WAITLISTED: {}, PLACE_OFFERED: until, OFFER_LAPSED: {} },
  ...{ REMINDER: ticket, MEAL_REMINDER: ticket, STANDING_ORDER_SKIPPED: reason },
  ...{ NO_SHOW: {}, COUNTER_ONLY: until, NO_SHOW_HEALED: {}, APPEAL_DECLINED: reason },
  ...{ RUN_BOOKED: { times: '8', lastAt: '2027-01-12T03:30:00Z' }, RUN_LEFT: { times: '5', ...reason } },
  SERIES_CLOSED: { times: '5', ...reason },
  RUN_APPROVED: { times: '8', lastAt: '2027-01-12T03:30:00Z' },
  RUN_DECLINED: { times: '5', ...reason },
  MEETING_ANNOUNCED: { meeting: 'BRANCH_MEETING,THEME_DAY', place: '黨群服務中心' },
  MEETING_CANCELLED: { meeting: 'BRANCH_MEETING,THEME_DAY', ...reason },
  CARE_GRANTED: { scopes: 'BOOKINGS,HEALTH', ...until },
  CARE_CHANGED: { scopes: 'BOOKINGS,HEALTH', ...until },
  CARE_REVOKED: { scopes: 'BOOKINGS,HEALTH' },
};
const WHAT = { 'zh-Hant': '健康檢查', 'zh-Hans': '健康检查', en: '健康檢查' };
const MEETING = {
  'zh-Hant': '支部黨員大會、主題黨日',
  'zh-Hans': '支部党员大会、主题党日',
  en: 'Branch meeting, Theme day',
};
const CARE = {
  'zh-Hant': '代為預約、查看照護需要和過敏',
  'zh-Hans': '代为预约、查看照护需要和过敏',
  en: 'Book for them, See care needs and allergies',
};
const wordsOfWhat = (said: object) => ('meeting' in said ? MEETING : 'scopes' in said ? CARE : WHAT);
const occasion: Occasion = {
  ...{
    bookingId: null,
    sessionId: 'x',
    centreId: newId(centreId),
    service: '健康檢查',
    centre: '沙北街道鄰里中心',
  },
  ...{ startsAt: '2026-11-24T03:30:00Z', endsAt: '2026-11-24T04:30:00Z' },
};
const noticeOf = (kind: NoticeKind, unlike: Partial<Occasion> = {}): StoredNotice => ({
  kind,
  parameters: { ...occasion, ...more[kind], ...unlike },
  isForOther: false,
});

describe.each(Object.values(NoticeKind))('%s', (kind) => {
  it.each(LOCALES)('is whole in %s', async (locale) => {
    const { title, text } = await wordsOf(noticeOf(kind), locale);
    for (const words of [title, text])
      expect(words).not.toMatch(/[{}]|undefined|null|NaN|Invalid|notice\.|。。/);
    expect(text).toContain(wordsOfWhat(more[kind])[locale]);
    if ('place' in more[kind]) expect(text).toContain(locale === 'zh-Hans' ? '党群服务中心' : '黨群服務中心');
    if ('ticketNumber' in more[kind]) expect(text).toContain('4321');
    if ('reason' in more[kind]) expect(text).toContain(locale === 'zh-Hans' ? '设备检修' : '設備檢修');
    if ('times' in more[kind]) expect(text).toMatch('lastAt' in more[kind] ? /8/ : /5/);
    if ('lastAt' in more[kind]) expect(text).toMatch(/1月12日|12 Jan/);
    if ('until' in more[kind]) expect(text).toMatch(/11月22日|22 Nov/);
    if ('oldStartsAt' in more[kind]) expect(text).toContain('09:00');
    // Never a space or a mark where a value should be.
    expect(text).not.toMatch(/ {2}|：。|，。|（）|: \./);
  });

  it('is one message in Chinese, with the signature first, whatever the centre and the service are called', async () => {
    const names = sampleCentres.flatMap((centre) =>
      centre.services.map((service) => ({ centre: centre.name, service: service.name })),
    );
    expect(names.length).toBeGreaterThan(20);
    for (const unlike of [...names, { centre: '一'.repeat(60), service: '二'.repeat(60) }]) {
      const [hant, hans] = [
        await smsOf(noticeOf(kind, unlike), 'zh-Hant'),
        await smsOf(noticeOf(kind, unlike), 'zh-Hans'),
      ];
      expect([hant.length <= ONE_SMS, hans.length <= ONE_SMS, hant]).toEqual([true, true, hant]);
      expect([hant.slice(0, 6), hans.slice(0, 6)]).toEqual(['【鄰里中心】', '【邻里中心】']);
    }
  });
});

it('says whose affair it is to who looks after them', async () => {
  const { text } = await wordsOf({ ...noticeOf('PLACE_OFFERED'), isForOther: true }, 'zh-Hant');
  expect(text).toBe(
    '您家人的事：11月24日 週二 11:30的健康檢查（沙北街道鄰里中心）有名額了，給您留到 11月22日 週日 10:05，請及時確認。',
  );
});

it('reads like a sentence', async () => {
  expect(await smsOf(noticeOf('BOOKING_CANCELLED_BY_CENTRE'), 'zh-Hans')).toBe(
    '【邻里中心】很抱歉，11月24日 周二 11:30的健康检查（沙北街道邻里中心）取消了：设备检修。可改订 11月26日 周四 11:30。',
  );
  const alone = { ...noticeOf('BOOKING_CANCELLED_BY_CENTRE'), parameters: { ...occasion, ...reason } };
  expect(await smsOf(alone, 'zh-Hant')).toMatch(/取消了：設備檢修。$/);
  expect(await smsOf(noticeOf('REMINDER'), 'en')).toBe(
    '【Linli】Reminder: 健康檢查 on Tue 24 Nov 11:30 at 沙北街道鄰里中心. Ticket 4321.',
  );
});
