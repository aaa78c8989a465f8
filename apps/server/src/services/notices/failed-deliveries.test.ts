import '../../testing/production.js';
import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { queueNotices } from '../../notices/outbox/index.js';
import { noticeOf } from '../../notices/outbox/notice.scenario.js';
import { sealedPhone } from '../../organisation/people/index.js';
import { newUuid, transaction } from '../../platform/database/index.js';
import { readEnvironment } from '../../platform/environment.js';
import { testApi } from '../../testing/index.js';
import { bookingScenario, hours } from '../bookings/booking.scenario.js';

const { database, ask } = testApi();
const { given } = bookingScenario(database);

const LIST = `query ($first: Int!, $after: String) { failedDeliveries(first: $first, after: $after) {
  pageInfo { hasNextPage endCursor }
  edges { node { id kind channel problem service resident { name phone } toldAt } } } }`;
const TOLD = `mutation ($id: ID!) { markDeliveryTold(input: { id: $id }) { ... on FailedDelivery { tellerName toldAt } } }`;

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly { readonly node: { readonly id: string } & Record<string, unknown> }[];
}
const list = async (viewer: Viewer, first = 20, after?: string) =>
  (await ask(viewer, LIST, { first, after })).data?.failedDeliveries as Page;

it('the desk sees whom no message reached, tells them, and then they are off the list; the first who told is named', async () => {
  const centre = await given.centre();
  const [one, other] = [given.staff(centre), { ...given.staff(centre), name: '李建國' }];
  for (let i = 0; i < 3; i += 1) {
    const { personId } = await given.resident();
    const notice = noticeOf(personId, 'BOOKING_CANCELLED_BY_CENTRE', { parameters: { centreId: centre } });
    await transaction(database(), (tx) => queueNotices(tx, [notice]));
  }
  const late = noticeOf((await given.resident()).personId, 'DECLINED', {
    ...{ parameters: { centreId: centre }, until: hours(-1) },
  });
  await transaction(database(), (tx) => queueNotices(tx, [late]));

  const page = await list(one, 2);
  expect([page.edges.length, page.pageInfo.hasNextPage]).toEqual([2, true]);
  const rest = await list(one, 2, page.pageInfo.endCursor);
  expect([rest.edges.length, rest.pageInfo.hasNextPage]).toEqual([1, false]);
  const [first] = page.edges;
  expect(first?.node).toMatchObject({
    ...{ kind: 'BOOKING_CANCELLED_BY_CENTRE', channel: 'SMS', problem: 'NO_ADDRESS', toldAt: null },
    resident: { name: '李桂蘭', phone: null },
  });

  const told = await ask(one, TOLD, { id: first?.node.id });
  expect(told.data?.markDeliveryTold).toMatchObject({ tellerName: '周秀芬' });
  const again = await ask(other, TOLD, { id: first?.node.id });
  expect(again.data).toEqual(told.data);
  expect((await list(one)).edges.map(({ node }) => node.id)).toEqual(
    [...page.edges, ...rest.edges].map(({ node }) => node.id).slice(1),
  );
});

it('what is under way, or arrived, cannot be said to have been told', async () => {
  const centre = await given.centre();
  const { personId } = await given.resident();
  const notice = noticeOf(personId, 'BOOKING_CANCELLED_BY_CENTRE', { parameters: { centreId: centre } });
  await transaction(database(), (tx) => queueNotices(tx, [notice]));
  const [row] = await database()
    .query<{ id: string }[]>(
      `UPDATE notice_delivery SET state = 'SENT' FROM notice WHERE notice.id = notice_id AND resident_id = $1 RETURNING notice_delivery.id`,
      [personId],
    )
    .then(([rows]) => rows as unknown as { id: string }[]);
  const { errors } = await ask(given.staff(centre), TOLD, { id: row?.id });
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

it('whom a meeting of their branch was told to in vain is on nobody’s list at a centre', async () => {
  const centre = await given.centre();
  const staff = given.staff(centre);
  const { personId } = await given.resident();
  const [parameters, hidden] = [{ centreId: centre }, newUuid()];
  const meeting = noticeOf(personId, 'MEETING_CANCELLED', { parameters });
  const other = noticeOf(personId, 'BOOKING_CANCELLED_BY_CENTRE', { parameters });
  await transaction(database(), (tx) => queueNotices(tx, [meeting, other]));
  await database().query(
    `INSERT INTO notice_delivery (id, notice_id, channel, state, ended_at, problem)
     SELECT $2, id, 'SMS', 'FAILED', now(), 'REFUSED' FROM notice
     WHERE resident_id = $1 AND kind = 'MEETING_CANCELLED'`,
    [personId, hidden],
  );
  const { edges } = await list(staff);
  expect(edges.map(({ node }) => node.kind)).toEqual(['BOOKING_CANCELLED_BY_CENTRE']);
  const { errors } = await ask(staff, TOLD, { id: hidden });
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

it('the number of whom to call is shown until they are told, and that it was is on the trail', async () => {
  const centre = await given.centre();
  const staff = given.staff(centre);
  const { personId } = await given.resident({ name: '馬秋蓮' });
  const notice = noticeOf(personId, 'BOOKING_CANCELLED_BY_CENTRE', { parameters: { centreId: centre } });
  await transaction(database(), (tx) => queueNotices(tx, [notice]));
  const id = (await list(staff)).edges[0]?.node.id;
  const shows = async (viewer = staff) => {
    const document = `mutation ($id: ID!) { revealUndeliveredNumber(input: { id: $id }) {
      __typename ... on NumberToCall { name phone } ... on Refused { code } } }`;
    const { data, errors } = await ask(viewer, document, { id });
    return data?.revealUndeliveredNumber ?? errors?.[0]?.extensions.code;
  };
  expect(await shows()).toMatchObject({ code: 'NO_NUMBER_KNOWN' });
  const { dataKey } = readEnvironment({ PORT: '0' });
  const { phoneCipher, phoneIndex, phoneMasked } = sealedPhone(dataKey, '13512345679');
  await database().query(
    'UPDATE resident SET phone_cipher = $2, phone_index = $3, phone_masked = $4 WHERE id = $1',
    [personId, phoneCipher, phoneIndex, phoneMasked],
  );
  expect(await shows()).toEqual({ __typename: 'NumberToCall', name: '馬秋蓮', phone: '13512345679' });
  expect(await shows(given.staff(await given.centre()))).toBe('NOT_FOUND');
  await ask(staff, TOLD, { id });
  expect(await shows()).toMatchObject({ code: 'ALREADY_TOLD' });
  const trail: unknown = await database().query(
    `SELECT actor_id, subject_name, detail FROM audit_entry WHERE subject_id = $1 AND action = 'NUMBER_TO_CALL_SHOWN'`,
    [personId],
  );
  expect(trail).toEqual([{ actor_id: staff.personId, subject_name: '馬*', detail: { why: 'UNDELIVERED' } }]);
});
