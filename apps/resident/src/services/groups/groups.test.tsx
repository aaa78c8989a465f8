import { beforeEach, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { everyday, line, ME, MOTHER, session, ticket, TOMORROW } from '../../testing/district';
import { FakeServer, refused } from '../../testing/fake-server';
import { newPhone, openApp } from '../../testing/open-app';

const CHECK = `/lunch/check?day=${TOMORROW}&way=DINE_IN&texture=REGULAR`;
let server: FakeServer;
beforeEach(async () => {
  await newPhone();
  server = new FakeServer(everyday);
});
interface Input {
  readonly id: string;
  readonly members: readonly { readonly id: string; readonly beneficiaryId: string }[];
}
const sent = () => server.of('BookGroup').map(({ variables }) => variables.input as Input);
const booked = ({ input }: Record<string, Input>) => ({
  bookGroup: {
    ...{ __typename: 'BookingGroup', id: input?.id },
    bookings: input?.members.map(({ id }) => ticket(id)),
  },
});
const both = async () => {
  const user = await openApp(server, CHECK);
  await user.click(await screen.findByRole('checkbox', { name: /李桂蘭.*¥4/ }));
  return { user, confirm: () => user.click(screen.getByRole('button', { name: '確認預約' })) };
};

it('a daughter books herself and her mother in one act, and sees what both pay', async () => {
  server.answer('BookGroup', booked);
  const { confirm } = await both();
  expect(screen.getByText('2 位一共')).toBeTruthy();
  expect(screen.getByText('¥8.00')).toBeTruthy();
  await confirm();
  expect(await screen.findByText('2 位都約好了')).toBeTruthy();
  expect(sent()[0]).toMatchObject({ sessionId: session(TOMORROW).id, channel: 'CARER' });
  expect(sent()[0]?.members.map(({ beneficiaryId }) => beneficiaryId)).toEqual([ME, MOTHER]);
  expect(server.of('Book')).toEqual([]);
});

it('the refusal names the person and why; without them the other is booked alone', async () => {
  server.answer('BookGroup', () => ({ bookGroup: refused('SESSION_FULL', { capacity: 62, member: 1 }) }));
  const { user, confirm } = await both();
  await confirm();
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toMatch(/李桂蘭：.*滿.*一位都沒有約/);
  await user.click(screen.getByRole('checkbox', { name: /李桂蘭/ }));
  await confirm();
  await screen.findByRole('heading', { name: /訂好了/ });
  expect(server.of('Book')).toHaveLength(1);
});

it('after a lost answer the same group goes again, with the same bookings', async () => {
  const { user, confirm } = await both();
  server.answer('BookGroup', () => {
    throw new TypeError('Failed to fetch');
  });
  await confirm();
  await screen.findByText(/還沒有約上|還沒/);
  server.answer('BookGroup', booked);
  await user.click(await screen.findByRole('button', { name: '再試一次' }));
  await screen.findByText('2 位都約好了');
  const groups = sent();
  expect(new Set(groups.map(({ id }) => id)).size).toBe(1);
  expect(new Set(groups.flatMap(({ members }) => members.map(({ id }) => id))).size).toBe(2);
});

it('who may not come is shown with the reason, and cannot be chosen', async () => {
  server.answer('BookableAround', () => ({
    centre: everyday.Lunches({}).centre,
    bookableSessions: [line(TOMORROW, 'DINE_IN', 'NOT_ELIGIBLE')],
  }));
  await openApp(server, CHECK);
  const box = await screen.findByRole('checkbox', { name: /李桂蘭.*失能/ });
  expect(box.hasAttribute('disabled')).toBe(true);
});
