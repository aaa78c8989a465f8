import '../../testing/browser-parts';
import { afterEach, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { arrival, person, price, session, TODAY } from '../../testing/bookings';
import { addDays } from '../../kit/days';
import { aDesk } from '../../testing/desk-server';
import { openPage } from '../../testing/page-in-console';
import DeskPage from './desk-page';

afterEach(cleanup);

const rowOf = async (name: string) => {
  const cell = await screen.findByRole('button', { name });
  return cell.closest('tr') as HTMLElement;
};

it('arrows choose, Enter checks in, Z takes it back', async () => {
  const desk = aDesk([arrival(1, '李桂蘭'), arrival(2, '趙德順')]);
  await openPage(<DeskPage />, desk.answers);
  const user = userEvent.setup();
  await rowOf('李桂蘭');
  await user.keyboard('{ArrowDown}{Enter}');
  await screen.findByText(/已簽到，0302/);
  expect(desk.sent).toEqual([{ name: 'checkIn', input: { id: desk.bookings[1]?.id } }]);
  await waitFor(() => expect(screen.queryByRole('button', { name: '趙德順' })).toBeNull());
  await user.keyboard('z');
  await rowOf('趙德順');
  expect(desk.sent.at(-1)?.name).toBe('undoCheckIn');
  expect(desk.bookings[1]?.state).toBe('CONFIRMED');
});

it('a refused check-in says why, and the row stays', async () => {
  const desk = aDesk([arrival(1, '李桂蘭')]);
  desk.refuse.set('checkIn', 'NOT_TODAY');
  await openPage(<DeskPage />, desk.answers);
  await rowOf('李桂蘭');
  await userEvent.keyboard('{Enter}');
  await screen.findByText('這個預約不是今天的。');
  expect(within(await rowOf('李桂蘭')).getByText('待到')).toBeTruthy();
  expect(desk.bookings[0]?.state).toBe('CONFIRMED');
});

it('a telephone booking needs no mouse', async () => {
  const desk = aDesk([arrival(1, '李桂蘭')]);
  await openPage(<DeskPage />, desk.answers);
  const user = userEvent.setup();
  await rowOf('李桂蘭');
  await user.keyboard('n');
  await waitFor(() => expect(document.activeElement?.id).toBe('desk-who'));
  await user.tab({ shift: true });
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '電話' }).checked).toBe(true);
  await user.tab();
  await user.keyboard('郭玉');
  await screen.findByRole('option', { name: /郭玉蘭/ });
  await user.keyboard('{Enter}');
  await screen.findByRole('radio', { name: /理髮/ });
  await waitFor(() => expect((document.activeElement as HTMLInputElement).name).toBe('desk-what'));
  await user.keyboard('2');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText(/郭玉蘭已訂好/);
  expect(desk.sent).toHaveLength(1);
  expect(desk.sent[0]).toMatchObject({
    name: 'book',
    input: { channel: 'PHONE', sessionId: session(7).id, beneficiaryId: person(50, '').id },
  });
});

it('T answers the telephone; a ticket finds its person; Esc asks before anything is lost', async () => {
  const desk = aDesk([arrival(1, '李桂蘭')]);
  await openPage(<DeskPage />, desk.answers);
  const user = userEvent.setup();
  await rowOf('李桂蘭');
  await user.keyboard('t');
  await waitFor(() => expect(document.activeElement?.id).toBe('desk-who'));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '電話' }).checked).toBe(true);
  await user.keyboard('301');
  await screen.findByRole('option', { name: /李桂蘭.*票號 0301/ });
  await user.keyboard('{Enter}');
  await waitFor(() => expect((document.activeElement as HTMLInputElement).name).toBe('desk-what'));
  await screen.findByText(/李桂蘭，今天.*量血壓，電話/);
  await user.keyboard('{Escape}');
  const dialog = await screen.findByRole('dialog', { name: '不訂了？' });
  await user.click(within(dialog).getByRole('button', { name: '繼續訂' }));
  expect(screen.getByText(/李桂蘭，今天.*量血壓，電話/)).toBeTruthy();
  await user.keyboard('{Escape}');
  await user.click(await screen.findByRole('button', { name: '不訂了' }));
  await screen.findByRole('combobox', { name: /誰/ });
  expect(desk.sent).toEqual([]);
});

it('later days are a key away, and earlier ones end at the first', async () => {
  const desk = aDesk([arrival(1, '李桂蘭')]);
  const asked: string[] = [];
  const bookableSessions = ({ from }: { from: string }) => {
    asked.push(from);
    return desk.answers.bookableSessions();
  };
  await openPage(<DeskPage />, { ...desk.answers, bookableSessions });
  const user = userEvent.setup();
  await user.type(await screen.findByRole('combobox', { name: /誰/ }), '郭玉');
  await screen.findByRole('option', { name: /郭玉蘭/ });
  await user.keyboard('{Enter}');
  await screen.findByText('今天、明天');
  await waitFor(() => expect((document.activeElement as HTMLInputElement).name).toBe('desk-what'));
  await user.keyboard('{PageDown}');
  await screen.findByText(/^後天、/);
  await user.keyboard('{PageUp}{PageUp}');
  await screen.findByText('今天、明天');
  expect([...new Set(asked)]).toEqual([TODAY, addDays(TODAY, 2)]);
});

it('who stands here is booked and checked in at once', async () => {
  const desk = aDesk([arrival(1, '李桂蘭')]);
  await openPage(<DeskPage />, desk.answers);
  const user = userEvent.setup();
  await user.type(await screen.findByRole('combobox', { name: /誰/ }), '郭玉');
  await screen.findByRole('option', { name: /郭玉蘭/ });
  await user.keyboard('{Enter}');
  await screen.findByText('¥4.00');
  await user.click(screen.getByRole('button', { name: /訂好並簽到/ }));
  await screen.findByText(/郭玉蘭已訂好並簽到/);
  expect(desk.sent.map(({ name }) => name)).toEqual(['bookAndCheckIn']);
});

it('an allergy clash is named, and going on is a decision of its own', async () => {
  const desk = aDesk([arrival(1, '李桂蘭')]);
  desk.refuse.set('bookAndCheckIn', 'ALLERGY_CLASH');
  await openPage(<DeskPage />, desk.answers);
  const user = userEvent.setup();
  await user.type(await screen.findByRole('combobox', { name: /誰/ }), '郭玉');
  await screen.findByRole('option', { name: /郭玉蘭/ });
  await user.keyboard('{Enter}');
  await screen.findByText('¥4.00');
  await user.keyboard('{Control>}{Enter}{/Control}');
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/花生過敏/)).toBeTruthy();
  expect(desk.bookings).toHaveLength(1);
  await user.click(within(dialog).getByRole('button', { name: '仍然訂，記入台賬' }));
  await screen.findByText(/郭玉蘭已訂好並簽到/);
  expect(desk.sent.map(({ input }) => input.allowAllergens)).toEqual([false, true]);
});

it('without a person the act names who is missing, and nothing is sent', async () => {
  const desk = aDesk([arrival(1, '李桂蘭')]);
  await openPage(<DeskPage />, desk.answers);
  await rowOf('李桂蘭');
  await userEvent.click(screen.getByRole('button', { name: /^訂好/ }));
  await screen.findByText('先輸入姓名或手機尾號，選一個人');
  await waitFor(() => expect(document.activeElement?.id).toBe('desk-who'));
  expect(desk.sent).toEqual([]);
});

it('hours before it begins one books, says why, and can check in all the same', async () => {
  const desk = aDesk([arrival(1, '李桂蘭')]);
  const [first] = desk.answers.bookableSessions();
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const later = session(1, { startsAt: inHours(3), endsAt: inHours(5), closesAt: inHours(2) });
  const answers = {
    ...desk.answers,
    bookableSessions: () => [
      { ...first, session: later, price: { ...price, fullFen: 0, subsidyFen: 0, payFen: 0 } },
    ],
  };
  await openPage(<DeskPage />, answers);
  const user = userEvent.setup();
  await user.type(await screen.findByRole('combobox', { name: /誰/ }), '郭玉');
  await screen.findByRole('option', { name: /郭玉蘭/ });
  await user.keyboard('{Enter}');
  await screen.findByText(/才開始：先訂好/);
  expect(screen.getByText('免費')).toBeTruthy();
  expect(screen.queryByText('¥0.00')).toBeNull();
  await user.click(screen.getByRole('button', { name: '訂好並簽到' }));
  await screen.findByText(/郭玉蘭已訂好並簽到/);
  expect(desk.sent.map(({ name }) => name)).toEqual(['bookAndCheckIn']);
});
