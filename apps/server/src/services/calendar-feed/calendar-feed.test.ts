import '../../testing/production.js';
import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import ICAL from 'ical.js';
import { newUuid } from '../../platform/database/index.js';
import { testApi } from '../../testing/index.js';
import { bookingScenario, hours } from '../bookings/booking.scenario.js';

const { database, ask, url } = testApi();
const { given, when } = bookingScenario(database);

const FIELDS = '... on CalendarFeed { id path madeAt revokedAt } ... on Refused { code }';
const MAKE = `mutation ($id: ID!) { makeCalendarFeed(input: { id: $id }) { ${FIELDS} } }`;
const REVOKE = `mutation ($id: ID!) { revokeCalendarFeed(input: { id: $id }) { ${FIELDS} } }`;
interface Made {
  readonly id: string;
  readonly path: string;
  readonly revokedAt: string | null;
  readonly code?: string;
}
const make = async (viewer: Viewer, id = newUuid()) =>
  (await ask(viewer, MAKE, { id })).data?.makeCalendarFeed as Made;
const fetched = (path: string, headers: Record<string, string> = {}) => fetch(`${url()}${path}`, { headers });
const statusOf = async (path: string) => (await fetched(path)).status;

/** As a calendar reads it: another library than the one that wrote it. */
async function read(path: string) {
  const text = await (await fetched(path)).text();
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[] as [string, object[], object[]]);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  return { text, calendar, events };
}
const speaks = ({ personId }: Viewer, language: string) =>
  database().query('UPDATE resident SET language = $2 WHERE id = $1', [personId, language]);

it('a calendar finds the bookings of one person, by their own UID, in China’s time', async () => {
  const viewer = await given.resident({ name: '標記姓名' });
  await speaks(viewer, 'zh-Hant');
  const startsAt = new Date('2027-03-01T03:30:00Z');
  const service = await given.service({ name: '健康檢查；「血壓」, 一' });
  const booked = await given.session({
    service,
    startsAt,
    endsAt: new Date('2027-03-01T04:15:00Z'),
    opensAt: hours(-1),
  });
  const { id, ticketNumber } = await when.hasBooked(viewer, booked);
  const gone = await when.hasBooked(viewer, await given.session());
  await when.cancels(viewer, gone);
  await when.hasBooked(await given.resident(), booked);

  const { path } = await make(viewer);
  const { text, calendar, events } = await read(path);
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  expect(events.map(({ uid }) => uid).toSorted()).toEqual([`${id}@linli`, `${gone.id}@linli`].toSorted());
  const event = events.find(({ uid }) => uid === `${id}@linli`);
  expect(event?.summary).toBe('健康檢查；「血壓」, 一');
  expect(event?.location).toContain('沙北街道鄰里中心');
  expect(event?.description).toBe(`票號 ${ticketNumber}`);
  expect(event?.startDate.toJSDate()).toEqual(startsAt);
  expect(text).toContain('DTSTART;TZID=Asia/Shanghai:20270301T113000');
  expect(event?.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
  const cancelled = events.find(({ uid }) => uid === `${gone.id}@linli`);
  expect(cancelled?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(cancelled?.summary).toMatch(/^已取消：/);
  // No line is longer than calendars take, none has a bare line feed, and nobody is named.
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  expect(text).not.toMatch(/標記姓名|李桂蘭|139\d{8}/);
});

it.each([
  ['zh-Hans', '已取消：', '邻里预约'],
  ['en', 'Cancelled: ', 'Linli bookings'],
])('speaks the language of the person: %s', async (language, prefix, name) => {
  const viewer = await given.resident();
  await speaks(viewer, language);
  await when.cancels(viewer, await when.hasBooked(viewer, await given.session()));
  const { calendar, events } = await read((await make(viewer)).path);
  expect(events[0]?.summary.startsWith(prefix)).toBe(true);
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe(name);
});

it('an address that was taken back, or replaced, is not there at once; the trail of it has no address', async () => {
  const viewer = await given.resident();
  const first = await make(viewer);
  expect(await statusOf(first.path)).toBe(200);
  const again = await make(viewer, first.id);
  expect([again.id, await statusOf(first.path), await statusOf(again.path)]).toEqual([first.id, 404, 200]);
  const second = await make(viewer);
  expect([await statusOf(again.path), await statusOf(second.path)]).toEqual([404, 200]);

  const { data } = await ask(viewer, '{ calendarFeed { id path } }');
  expect(data?.calendarFeed).toEqual({ id: second.id, path: null });
  const etag = (await fetched(second.path)).headers.get('etag') ?? '';
  for (let i = 0; i < 2; i += 1) {
    const revoked = (await ask(viewer, REVOKE, { id: second.id })).data?.revokeCalendarFeed as Made;
    expect(revoked.revokedAt).not.toBeNull();
    expect((await fetched(second.path, { 'if-none-match': etag })).status).toBe(404);
  }
  expect((await ask(viewer, '{ calendarFeed { id } }')).data?.calendarFeed).toBeNull();
  expect((await make(viewer, second.id)).code).toBe('CONFLICT');

  const rows = await database().query<object[]>('SELECT * FROM calendar_feed');
  const token = second.path.slice('/calendar/'.length, -'.ics'.length);
  expect(JSON.stringify(rows)).not.toContain(token);
});

it('nobody takes over, or takes back, the feed of another', async () => {
  const [viewer, other] = [await given.resident(), await given.resident()];
  const { id, path } = await make(viewer);
  const own = await make(other);
  expect((await make(other, id)).code).toBe('CONFLICT');
  expect((await ask(other, REVOKE, { id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  expect([await statusOf(path), await statusOf(own.path)]).toEqual([200, 200]);
});

it('ten that make one at once have one between them', async () => {
  const viewer = await given.resident();
  const made = await Promise.all(Array.from({ length: 10 }, () => make(viewer)));
  const statuses = await Promise.all(made.map(({ path }) => statusOf(path)));
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
});

it('is kept by the calendar alone, and asked about each time', async () => {
  const viewer = await given.resident();
  await when.hasBooked(viewer, await given.session());
  const { path } = await make(viewer);
  const first = await fetched(path);
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const etag = first.headers.get('etag') ?? '';
  const second = await fetched(path, { 'if-none-match': etag });
  expect([second.status, await second.text()]).toEqual([304, '']);
  await when.hasBooked(viewer, await given.session({ startsAt: hours(30), endsAt: hours(31) }));
  expect((await fetched(path, { 'if-none-match': etag })).status).toBe(200);
});

it('is fetched at most 60 times an hour', async () => {
  const { path } = await make(await given.resident());
  const statuses: number[] = [];
  for (let i = 0; i < 61; i += 1) statuses.push(await statusOf(path));
  expect([new Set(statuses.slice(0, 60)), statuses[60]]).toEqual([new Set([200]), 429]);
});

it('whoever guesses is soon told to wait, and finds nothing in the answers; right addresses still open', async () => {
  const { path } = await make(await given.resident());
  const wrong = ['/calendar/x.ics', `/calendar/${'a'.repeat(43)}.ics`, '/calendar/%00.ics', `${path}x`];
  const answers = new Set<string>();
  for (let i = 0; i < 80; i += 1) {
    const response = await fetched(wrong[i % wrong.length] ?? '');
    answers.add(`${response.status} ${await response.text()}`);
  }
  expect(answers).toEqual(new Set(['404 Not found', '429 Too many requests']));
  expect(await statusOf(path)).toBe(200);
});
