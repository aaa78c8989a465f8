import '../../testing/production.js';
import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { type NewNotice, NoticeKind } from '@linli/domain/notices';
import { newUuid, transaction } from '../../platform/database/index.js';
import { testApi, wholeCare } from '../../testing/index.js';
import { carryOnce } from './courier.js';
import { carrier } from './courier.scenario.js';
import { queueNotices } from './index.js';
import { givenReachable, noticeOf } from './notice.scenario.js';
import { testKey } from '../../organisation/people/people.scenario.js';

const { database, ask, listen, url } = testApi();

const NODE = 'id kind at isRead title text bookingId service centre startsAt until about { name isMe }';
const LIST = `query ($first: Int!, $after: String) { myNotices(first: $first, after: $after) {
  unread pageInfo { hasNextPage endCursor } edges { cursor node { ${NODE} } } } }`;
const READ = `mutation ($ids: [ID!]) { markNoticesRead(input: { ids: $ids }) { ... on NoticesRead { unread } } }`;

interface Page {
  readonly unread: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly cursor: string; readonly node: Record<string, unknown> }[];
}
const queue = (...notices: NewNotice[]) => transaction(database(), (tx) => queueNotices(tx, notices));
const givenViewer = async (caresFor: Viewer['caresFor'] = []): Promise<Viewer> => ({
  ...{ personId: await givenReachable(database()), face: 'RESIDENT', name: '王桂蘭', caresFor },
  duties: [{ role: 'RESIDENT', areaId: null, organisationId: null, centreId: null }],
});
const pageOf = async (viewer: Viewer, first = 10, after: string | null = null): Promise<Page> => {
  const { data, errors } = await ask(viewer, LIST, { first, after });
  expect(errors).toBeUndefined();
  return data?.myNotices as Page;
};

it('shows the latest first, a page at a time, each once', async () => {
  const viewer = await givenViewer();
  for (let i = 0; i < 7; i += 1) await queue(noticeOf(viewer.personId, 'APPROVED', { key: `k${i}` }));
  const seen: unknown[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Page = await pageOf(viewer, 3, after);
    expect(page.unread).toBe(7);
    seen.push(...page.edges.map(({ node }) => node.id));
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  expect(new Set(seen).size).toBe(7);
  expect(seen).toEqual([...seen].sort().reverse());
  expect((await pageOf(viewer, 3, 'no cursor')).edges).toHaveLength(3);
});

it('has words for every kind', async () => {
  const viewer = await givenViewer();
  await queue(...Object.values(NoticeKind).map((kind) => noticeOf(viewer.personId, kind)));
  const { edges } = await pageOf(viewer, 100);
  expect(edges).toHaveLength(Object.keys(NoticeKind).length);
  for (const { node } of edges) {
    const [theme = ''] = String(node.kind).split('_');
    const what = { MEETING: '主題黨日', CARE: '代為預約' }[theme] ?? '健康檢查';
    expect([node.kind, String(node.text)]).toEqual([node.kind, expect.stringContaining(what)]);
    expect(String(node.title)).toMatch(/^[^{}]{2,20}$/);
    expect(node.about).toEqual({ name: '王桂蘭', isMe: true });
  }
});

it.each([
  ['zh-Hans', '健康检查', '预约提醒'],
  ['en', '健康檢查', 'Reminder'],
])('is in the language of whoever reads: %s', async (locale, service, title) => {
  const viewer = await givenViewer();
  await queue(noticeOf(viewer.personId, 'REMINDER'));
  const cookie = await cookieFrom(viewer);
  const response = await fetch(`${url()}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-linli-face': 'RESIDENT',
      'x-linli-locale': locale,
      cookie,
    },
    body: JSON.stringify({ query: LIST, variables: { first: 1 } }),
  });
  const { data } = (await response.json()) as { data: { myNotices: Page } };
  expect(data.myNotices.edges[0]?.node).toMatchObject({ title, text: expect.stringContaining(service) });
});

it('marks some as read, then all, and only one’s own', async () => {
  const [viewer, other] = [await givenViewer(), await givenViewer()];
  await queue(...['a', 'b', 'c'].map((key) => noticeOf(viewer.personId, 'APPROVED', { key })));
  await queue(noticeOf(other.personId, 'APPROVED'));
  const first = (await pageOf(viewer)).edges[0]?.node.id;
  const others = (await pageOf(other)).edges[0]?.node.id;
  const unread = async (ids?: unknown[]) =>
    ((await ask(viewer, READ, { ids })).data?.markNoticesRead as { unread: number }).unread;
  expect([await unread([first, others]), await unread([first]), await unread([])]).toEqual([2, 2, 2]);
  expect((await pageOf(viewer)).edges.map(({ node }) => node.isRead)).toEqual([true, false, false]);
  expect(await unread()).toBe(0);
  expect((await pageOf(other)).unread).toBe(1);
  const [event] = await database().query<{ payload: object }[]>(
    `SELECT payload FROM event WHERE name = 'notices.read' AND subject_id = $1`,
    [viewer.personId],
  );
  expect(event?.payload).toEqual({});
});

it('a carer reads what concerns the elder, as long as they care: then neither inbox nor message has it', async () => {
  const elder = await givenViewer();
  const carer = await givenViewer([wholeCare(elder.personId)]);
  const about = elder.personId;
  await queue(noticeOf(carer.personId, 'PLACE_OFFERED', { about }), noticeOf(carer.personId, 'APPROVED'));
  const { edges, unread } = await pageOf(carer);
  expect([edges.length, unread]).toEqual([2, 2]);
  expect(edges.find(({ node }) => node.kind === 'PLACE_OFFERED')?.node).toMatchObject({
    about: { name: '王桂蘭', isMe: false },
    text: expect.stringMatching(/^您家人的事：/),
  });

  await database().query('UPDATE carer_grant SET revoked_at = now() WHERE carer_id = $1', [carer.personId]);
  const after = await pageOf({ ...carer, caresFor: [] });
  expect([after.edges.map(({ node }) => node.kind), after.unread]).toEqual([['APPROVED'], 1]);
  const { sender, got } = carrier();
  await carryOnce({
    db: database(),
    dataKey: testKey(),
    senders: [sender],
    clockOf: () => Promise.resolve(noonToday()),
  });
  expect(got.some(({ text }) => text.includes('您家人') || text.includes('您家人的事'))).toBe(false);
});

it('a phone that follows hears of a notice, and that it was read elsewhere', async () => {
  const viewer = await givenViewer();
  const client = await listen(viewer);
  const heard: { name: string; subjectId: string }[] = [];
  const following = client.iterate({
    query: 'subscription { noticeNews(after: "0-0") { name subjectId cursor } }',
  });
  await queue(noticeOf(viewer.personId, 'APPROVED'));
  await ask(viewer, READ, {});
  for await (const { data } of following as AsyncIterable<{
    data: { noticeNews: { name: string; subjectId: string } };
  }>) {
    heard.push(data.noticeNews);
    if (heard.length === 2) break;
  }
  await client.dispose();
  expect(heard.map(({ name }) => name)).toEqual(['notices.queued', 'notices.read']);
  expect(heard.every(({ subjectId }) => subjectId === viewer.personId)).toBe(true);
});

it('says by which channels notices can come, and keeps what was not spoken of', async () => {
  const viewer = await givenViewer();
  const show = 'smsNotices wechatNotices reminders mealReminders noticeChannels';
  const save = async (more: string) =>
    (
      await ask(
        viewer,
        `mutation { savePreferences(input: { language: "en", elderMode: true ${more} }) { ... on Preferences { ${show} } } }`,
      )
    ).data?.savePreferences;
  const usual = { smsNotices: true, wechatNotices: true, reminders: true, mealReminders: false };
  expect(await save('')).toEqual({ ...usual, noticeChannels: ['SMS'] });
  const changed = { ...usual, smsNotices: false, mealReminders: true, noticeChannels: ['SMS'] };
  expect(await save('smsNotices: false mealReminders: true')).toEqual(changed);
  expect(await save('reminders: null')).toEqual(changed);
});

const noonToday = (): Date =>
  new Date(`${new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10)}T12:00:00+08:00`);

async function cookieFrom(viewer: Viewer): Promise<string> {
  const { cookieFor, openSession } = await import('../../access/sessions/index.js');
  const { token } = await openSession(database(), {
    ...{ face: 'RESIDENT', personId: viewer.personId, displayName: viewer.name, device: newUuid() },
    ...{ areaId: null, centreId: null },
  });
  return cookieFor('RESIDENT', token, 60, false);
}
