import '../../testing/browser-parts';
import { afterEach, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { person, price, session } from '../../testing/bookings';
import { CENTRE, openPage } from '../../testing/page-in-console';
import { GroupButton } from './group-drawer';

afterEach(cleanup);

const husband = person(50, '郭玉山');
const wife = person(51, '李秀英');
const option = {
  ...{ session: session(1), placesLeft: 9, refusal: null, refusalDetails: {}, price },
  ...{ bookingId: null, allergens: [], mayJoinWaitlist: false },
};

interface Sent {
  readonly id: string;
  readonly members: readonly { readonly id: string; readonly beneficiaryId: string }[];
}
const open = async (bookGroup: (input: Sent) => object, known = [wife]) => {
  const sent: Sent[] = [];
  let done = 0;
  await openPage(
    <GroupButton
      centreId={CENTRE.id}
      person={husband}
      option={option}
      mode="COUNTER"
      onDone={() => (done += 1)}
    />,
    {
      findResidents: () => known,
      bookGroup: ({ input }: { input: Sent }) => {
        sent.push(input);
        return bookGroup(input);
      },
    },
  );
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: '多人一起' }));
  const send = (count: number) => user.click(screen.getByRole('button', { name: `${count} 位一起約` }));
  return { sent, user, send, done: () => done };
};
const addHer = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.type(await screen.findByRole('combobox'), '李');
  await user.click(await screen.findByRole('option', { name: /李秀英/ }));
};

it('two people are booked in one act, each with a ticket', async () => {
  const { sent, user, send, done } = await open(({ id, members }) => ({
    ...{ __typename: 'BookingGroup', id },
    bookings: members.map((one, index) => ({ id: one.id, ticketNumber: `LL-${index}` })),
  }));
  await send(1);
  expect(await screen.findByText('請再找一位')).toBeTruthy();
  await addHer(user);
  await send(2);
  expect(await screen.findByText('2 位都約好了：LL-0、LL-1')).toBeTruthy();
  expect(sent).toHaveLength(1);
  expect(sent[0]?.members.map(({ beneficiaryId }) => beneficiaryId)).toEqual([husband.id, wife.id]);
  expect(done()).toBe(1);
});

it('the refusal names whom it is about, and nobody is booked', async () => {
  const { user, send, done } = await open(() => ({
    ...{ __typename: 'Refused', code: 'SESSION_FULL', details: { member: 1, capacity: 9 } },
  }));
  await addHer(user);
  await send(2);
  expect((await screen.findByRole('alert')).textContent).toMatch(/李秀英：.*滿.*一位都沒有約/);
  expect(done()).toBe(0);
});

it('what is sent while somebody new is written down is not the group', async () => {
  const { user, sent } = await open(() => ({ __typename: 'BookingGroup', id: '', bookings: [] }), []);
  await user.type(await screen.findByRole('combobox'), '孫');
  await user.click(await screen.findByRole('button', { name: '登記新居民' }));
  await user.click(await screen.findByRole('button', { name: '登記' }));
  expect(await screen.findAllByText('請填寫這一項')).toHaveLength(2);
  expect(screen.queryByText('請再找一位')).toBeNull();
  expect(sent).toHaveLength(0);
});
