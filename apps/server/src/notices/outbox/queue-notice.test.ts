import { expect, it } from '@jest/globals';
import type { PersonId } from '@linli/domain/access';
import { transaction } from '../../platform/database/index.js';
import { testDatabase } from '../../testing/index.js';
import { queueNotice, queueNotices } from './index.js';
import { givenReachable, noticeOf } from './notice.scenario.js';

const db = testDatabase();
const queue = (...notices: Parameters<typeof queueNotices>[1]) =>
  transaction(db(), (tx) => queueNotices(tx, notices));
const deliveriesOf = (to: PersonId) =>
  db().query<{ channel: string; state: string; problem: string | null }[]>(
    `SELECT channel, delivery.state, problem FROM notice_delivery delivery JOIN notice ON notice.id = notice_id
     WHERE resident_id = $1 ORDER BY channel`,
    [to],
  );
const countOf = async (what: string, to: PersonId): Promise<number> => {
  const [row] = await db().query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${what} = $1`, [
    to,
  ]);
  return row?.count ?? -1;
};

it('the same notice is one, whoever queues it, and however many at once', async () => {
  const to = await givenReachable(db());
  const notice = noticeOf(to, 'BOOKING_CONFIRMED', { key: 'booking 1' });
  const answers = await Promise.all(Array.from({ length: 12 }, () => queue(notice)));
  expect(answers.flat()).toHaveLength(1);
  expect(await queue(notice, noticeOf(to, 'APPROVED', { key: 'booking 1' }))).toHaveLength(1);
  expect(await countOf('notice WHERE resident_id', to)).toBe(2);
  expect(await deliveriesOf(to)).toHaveLength(2);
  expect(await countOf(`event WHERE name = 'notices.queued' AND subject_id`, to)).toBe(2);
});

it('what is undone was never told', async () => {
  const to = await givenReachable(db());
  const undone = transaction(db(), async (tx) => {
    await queueNotice(tx, noticeOf(to, 'APPROVED'));
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect([await countOf('notice WHERE resident_id', to), await deliveriesOf(to)]).toEqual([0, []]);
});

it('the event about it has an id, and nothing else', async () => {
  const to = await givenReachable(db());
  const [noticeId] = await queue(noticeOf(to, 'DECLINED', { parameters: { reason: '標記原因' } }));
  const [event] = await db().query<{ payload: object }[]>('SELECT payload FROM event WHERE subject_id = $1', [
    to,
  ]);
  expect(event?.payload).toEqual({ noticeId });
});

const SMS = { channel: 'SMS', state: 'QUEUED', problem: null };
const WECHAT = { channel: 'WECHAT', state: 'QUEUED', problem: null };
const NOBODY = { channel: 'SMS', state: 'FAILED', problem: 'NO_ADDRESS' };

it.each([
  ['a phone', {}, 'APPROVED', [SMS]],
  ['both', { openId: 'o-1' }, 'APPROVED', [SMS, WECHAT]],
  ['both, and no messages wished', { openId: 'o-1', wishes: 'sms_notices = false' }, 'APPROVED', [WECHAT]],
  ['neither', { phone: null }, 'BOOKING_CONFIRMED', []],
  ['neither, and it must be told', { phone: null }, 'BOOKING_CANCELLED_BY_CENTRE', [NOBODY]],
  ['a phone, silent by wish', { wishes: 'sms_notices = false' }, 'BOOKING_CANCELLED_BY_CENTRE', []],
  ['a phone', {}, 'REMINDER', [SMS]],
  ['a phone, no reminders', { wishes: 'reminders = false' }, 'REMINDER', []],
  ['a phone', {}, 'MEAL_REMINDER', []],
  ['a phone, reminders of meals', { wishes: 'meal_reminders = true' }, 'MEAL_REMINDER', [SMS]],
] as const)('%s %j, %s: %j', async (_who, unlike, kind, expected) => {
  const to = await givenReachable(db(), unlike);
  await queue(noticeOf(to, kind));
  expect(await deliveriesOf(to)).toEqual(expected);
  // The inbox has it all the same.
  expect(await countOf('notice WHERE resident_id', to)).toBe(1);
});
