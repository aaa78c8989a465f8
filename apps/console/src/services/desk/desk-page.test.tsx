import '../../testing/browser-parts';
import { afterEach, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { arrival, person, price, session, TODAY, TOMORROW } from '../../testing/bookings';
import { CENTRE, openPage } from '../../testing/page-in-console';
import type { Arrival } from './arrivals';
import DeskPage from './desk-page';

afterEach(cleanup);

/** A small server: it keeps the bookings, and says no when it is told to. */
function aDesk(bookings: Arrival[]) {
  const sent: { name: string; input: Record<string, unknown> }[] = [];
  const refuse = new Map<string, string>();
  const answer = (name: string, input: Record<string, unknown>, change: () => Arrival) => {
    sent.push({ name, input });
    const code = refuse.get(name);
    if (code && !input.allowAllergens) return { __typename: 'Refused', code, details: {} };
    return change();
  };
  const replace = (id: unknown, part: Partial<Arrival>) => {
    const at = bookings.findIndex((one) => one.id === id);
    const [before] = bookings.slice(at);
    if (!before) throw new Error('There is no such booking.');
    const after = { ...before, ...part };
    bookings[at] = after;
    return after;
  };
  const make = (input: Record<string, unknown>, part: Partial<Arrival>) => {
    const made = arrival(50, '郭玉蘭', { ...part, id: String(input.id) });
    bookings.push(made);
    return made;
  };
  const answers = {
    desk: () => ({
      centre: CENTRE,
      day: TODAY,
      asOf: new Date().toISOString(),
      cursor: '1',
      sessions: [session(1)],
      arrivals: bookings,
    }),
    checkIn: ({ input }: { input: Record<string, unknown> }) =>
      answer('checkIn', input, () =>
        replace(input.id, {
          state: 'CHECKED_IN',
          checkedInAt: new Date().toISOString(),
          viewerCan: ['UNDO_CHECK_IN'],
        }),
      ),
    undoCheckIn: ({ input }: { input: Record<string, unknown> }) =>
      answer('undoCheckIn', input, () =>
        replace(input.id, { state: 'CONFIRMED', checkedInAt: null, viewerCan: ['CHECK_IN'] }),
      ),
    findResidents: ({ text }: { text: string }) =>
      text.includes('郭玉') ? [person(50, '郭玉蘭', { allergies: ['PEANUT'] })] : [],
    bookableSessions: () => [
      {
        session: session(1),
        placesLeft: 28,
        refusal: null,
        refusalDetails: {},
        price,
        bookingId: null,
        allergens: [],
        mayJoinWaitlist: false,
      },
      {
        session: session(7, {
          day: TOMORROW,
          title: '理髮',
          startsAt: `${TOMORROW}T02:00:00Z`,
          endsAt: `${TOMORROW}T03:00:00Z`,
        }),
        placesLeft: 5,
        refusal: null,
        refusalDetails: {},
        price,
        bookingId: null,
        allergens: ['PEANUT'],
        mayJoinWaitlist: false,
      },
    ],
    book: ({ input }: { input: Record<string, unknown> }) => answer('book', input, () => make(input, {})),
    bookAndCheckIn: ({ input }: { input: Record<string, unknown> }) =>
      answer('bookAndCheckIn', input, () => make(input, { state: 'CHECKED_IN' })),
  };
  return { answers, sent, refuse, bookings };
}

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
