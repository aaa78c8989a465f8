import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { delivery, NoticeKind } from '@linli/domain/notices';
import { readOutbox } from '../../access/codes/index.js';
import { testKey } from '../../organisation/people/people.scenario.js';
import { listenToLog, testDatabase } from '../../testing/index.js';
import { startCourier } from './courier.js';
import { carrier, courierWords, noon } from './courier.scenario.js';
import { givenReachable, newPhone, noticeOf, PHONE_MARK } from './notice.scenario.js';
import { outboxSender, sendersOf, tellOfChannels } from './senders.js';
import { readEnvironment } from '../../platform/environment.js';

const db = testDatabase();
const { queue, round, deliveryOf } = courierWords(db);
let logged: string[];
beforeEach(async () => {
  logged = listenToLog();
  await db().query('DELETE FROM notice');
});
afterEach(() => {
  expect(logged.join('\n')).not.toContain(PHONE_MARK);
  jest.restoreAllMocks();
});
const later = new Date(Date.now() + 30 * 24 * 3_600_000);

it('sends in the language of the person, to their phone, once', async () => {
  const phone = newPhone();
  const to = await givenReachable(db(), { phone, language: 'zh-Hans' });
  await queue(noticeOf(to, 'PLACE_OFFERED', { until: later }));
  const { sender, got } = carrier();
  expect(await round(noon(1), sender)).toBe(1);
  expect(await round(noon(1), sender)).toBe(0);
  expect(got).toHaveLength(1);
  expect(got[0]).toMatchObject({ to: phone, text: expect.stringMatching(/^【邻里中心】.*健康检查/) });
  expect(await deliveryOf(to)).toEqual([
    { state: 'SENT', problem: null, tries: 1, unsure: true, ended: true },
  ]);
});

it('takes each channel to its own carrier, by the name it knows the person by', async () => {
  const to = await givenReachable(db(), { openId: 'open-1' });
  await queue(noticeOf(to, 'APPROVED', { until: later }));
  const [sms, wechat] = [carrier(), carrier('SENT', { channel: 'WECHAT' })];
  await round(noon(1), sms.sender, wechat.sender);
  expect([sms.got.map(({ to: phone }) => phone.length), wechat.got.map((message) => message.to)]).toEqual([
    [11],
    ['open-1'],
  ]);
});

it('by night only what is urgent, or too late in the morning, leaves the house', async () => {
  const night = noon(1, 10 * 60);
  const morning = noon(2, -5 * 60);
  const [calm, timely, soon, urgent] = [
    await givenReachable(db()),
    await givenReachable(db()),
    await givenReachable(db()),
    await givenReachable(db()),
  ];
  await queue(
    noticeOf(calm, 'BOOKING_CONFIRMED', { until: later }),
    noticeOf(timely, 'BOOKING_CANCELLED_BY_CENTRE', { until: later }),
    noticeOf(soon, 'BOOKING_CANCELLED_BY_CENTRE', { until: new Date(morning.getTime() + 30 * 60_000) }),
    noticeOf(urgent, 'PLACE_OFFERED', { until: later }),
  );
  const { sender } = carrier();
  const states = async () => {
    const all = await Promise.all([calm, timely, soon, urgent].map(deliveryOf));
    return all.map(([only]) => only?.state);
  };
  expect(await round(night, sender)).toBe(2);
  expect(await states()).toEqual(['QUEUED', 'QUEUED', 'SENT', 'SENT']);
  await round(new Date(morning.getTime() - 1000), sender);
  expect(await states()).toEqual(['QUEUED', 'QUEUED', 'SENT', 'SENT']);
  await round(morning, sender);
  expect(await states()).toEqual(['SENT', 'SENT', 'SENT', 'SENT']);
});

it('waits longer after each failure, and in the end it has FAILED', async () => {
  const to = await givenReachable(db());
  await queue(noticeOf(to, 'APPROVED', { until: later }));
  const { sender, got } = carrier('NOT_SENT');
  let at = noon(1);
  for (const wait of delivery.backOff.slice(0, -1)) {
    expect(await round(at, sender)).toBe(1);
    expect((await deliveryOf(to))[0]).toMatchObject({ state: 'QUEUED', unsure: false });
    expect(await round(new Date(at.getTime() + (wait - 1) * 1000), sender)).toBe(0);
    at = new Date(at.getTime() + wait * 1000);
  }
  await round(at, sender);
  await round(new Date(at.getTime() + 3 * 3_600_000), sender);
  expect(got).toHaveLength(delivery.backOff.length + 1);
  expect(new Set(got.map(({ key }) => key)).size).toBe(1);
  expect(await deliveryOf(to)).toEqual([
    { state: 'FAILED', problem: 'UNREACHABLE', tries: 6, unsure: true, ended: true },
  ]);
  expect(await round(noon(3), sender)).toBe(0);
});

it('what a carrier refuses is not offered again', async () => {
  const to = await givenReachable(db());
  await queue(noticeOf(to, 'APPROVED', { until: later }));
  const { sender, got } = carrier('REFUSED');
  await round(noon(1), sender);
  await round(noon(2), sender);
  expect(got).toHaveLength(1);
  expect((await deliveryOf(to))[0]).toMatchObject({ state: 'FAILED', problem: 'REFUSED' });
});

it.each([
  ['knows keys: it is asked again, with the same one', 3000, ['QUEUED', null], 2],
  ['knows none: people look into it', 0, ['FAILED', 'UNCERTAIN'], 1],
])('a carrier that broke off and %s', async (_what, knowsKeysFor, [state, problem], tries) => {
  const to = await givenReachable(db());
  await queue(noticeOf(to, 'APPROVED', { until: later }));
  const { sender, got } = carrier(
    () => {
      throw new Error(`to ${PHONE_MARK} broke off`);
    },
    { knowsKeysFor },
  );
  await round(noon(1), sender);
  expect((await deliveryOf(to))[0]).toMatchObject({ state, problem });
  await round(noon(1, 2), sender);
  expect([got.length, new Set(got.map(({ key }) => key)).size]).toEqual([tries, 1]);
});

it('what is no use any more is not sent, and what no carrier takes does not pile up', async () => {
  const [late, alone] = [
    await givenReachable(db()),
    await givenReachable(db(), { phone: null, openId: 'o' }),
  ];
  await queue(noticeOf(late, 'REMINDER', { until: noon(1) }), noticeOf(alone, 'APPROVED', { until: later }));
  const { sender, got } = carrier();
  await round(noon(1), sender);
  expect(got).toEqual([]);
  expect((await deliveryOf(late))[0]).toMatchObject({ state: 'EXPIRED', problem: null });
  expect((await deliveryOf(alone))[0]).toMatchObject({ state: 'SKIPPED', problem: 'NOT_CONNECTED' });
});

it('whose phone was taken away in between is said to have none', async () => {
  const to = await givenReachable(db());
  await queue(noticeOf(to, 'APPROVED', { until: later }));
  await db().query(
    'UPDATE resident SET phone_cipher = NULL, phone_index = NULL, phone_masked = NULL WHERE id = $1',
    [to],
  );
  await round(noon(1), carrier().sender);
  expect((await deliveryOf(to))[0]).toMatchObject({ state: 'FAILED', problem: 'NO_ADDRESS' });
});

it('the demonstration shows every kind on its page, and nothing outside of it is connected by itself', async () => {
  const to = await givenReachable(db(), { openId: 'open-2', wishes: 'meal_reminders = true' });
  await queue(...Object.values(NoticeKind).map((kind) => noticeOf(to, kind, { until: later })));
  const environment = readEnvironment({ PORT: '0' });
  const courier = startCourier(
    {
      ...{ db: db(), dataKey: testKey(), senders: sendersOf(db(), environment) },
      clockOf: () => Promise.resolve(noon(1)),
    },
    5,
  );
  while ((await deliveryOf(to)).some(({ state }) => state !== 'SENT'))
    await new Promise((soon) => setTimeout(soon, 20));
  await courier.stop();
  const page = await readOutbox(db(), testKey(), true);
  expect(page).toHaveLength(30);
  expect(new Set(page.map(({ channel }) => channel))).toEqual(new Set(['SMS', 'WECHAT']));
  expect(await readOutbox(db(), testKey(), false)).toEqual([]);

  const real = { ...environment, DEMONSTRATION: false };
  expect(sendersOf(db(), real)).toEqual([]);
  const said: string[] = [];
  tellOfChannels(sendersOf(db(), { ...real, SMS_GATEWAY: 'https://a.example' }), (line) => said.push(line));
  expect(said).toEqual([expect.stringContaining('WECHAT_GATEWAY')]);
});

it('workers side by side share the work', async () => {
  const people = await Promise.all(Array.from({ length: 60 }, () => givenReachable(db())));
  await queue(...people.map((to) => noticeOf(to, 'APPROVED', { until: later })));
  const { sender, got } = carrier();
  const rounds = Array.from({ length: 8 }, () => round(noon(1), sender));
  await Promise.all(rounds);
  while ((await round(noon(1), sender)) > 0);
  expect(got).toHaveLength(60);
  expect(new Set(got.map(({ key }) => key)).size).toBe(60);
});

it('goes on after a database that was away, and says so without words of what was sent', async () => {
  let broken = true;
  const to = await givenReachable(db());
  await queue(noticeOf(to, 'APPROVED', { until: later }));
  const courier = startCourier(
    {
      ...{ db: db(), dataKey: testKey(), senders: [outboxSender(db(), testKey(), 'SMS')] },
      clockOf: () => (broken ? Promise.reject(new Error(PHONE_MARK)) : Promise.resolve(noon(1))),
    },
    5,
  );
  while (!logged.some((line) => line.includes('notices could not be carried')))
    await new Promise((soon) => setTimeout(soon, 5));
  broken = false;
  while ((await deliveryOf(to))[0]?.state !== 'SENT') await new Promise((soon) => setTimeout(soon, 5));
  await courier.stop();
});
