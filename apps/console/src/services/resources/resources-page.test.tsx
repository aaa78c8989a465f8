import '../../testing/browser-parts';
import { afterEach, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CENTRE, openPage } from '../../testing/page-in-console';
import ResourcesPage from './resources-page';

afterEach(cleanup);

interface Stored {
  id: string;
  kind: string;
  name: string;
  retired: boolean;
}
const BATHING = { id: 'svc', name: '助浴' };

/** A server that keeps what it is told, and does not let go of what a service needs. */
function aServer() {
  const stored: Stored[] = [
    { id: 'room', kind: 'ROOM', name: '助浴間', retired: false },
    { id: 'lift', kind: 'EQUIPMENT', name: '移位機', retired: false },
  ];
  const whole = (row: Stored) => ({
    ...{ __typename: 'Resource', centreId: CENTRE.id, ...row },
    ...{ account: null, neededBy: row.id === 'room' ? [BATHING] : [] },
  });
  const turn = (id: string, retired: boolean) => {
    const row = stored.find((one) => one.id === id);
    if (!row) throw new Error(`no ${id}`);
    if (id === 'room')
      return { __typename: 'Refused', code: 'RESOURCE_NEEDED', details: { services: '助浴' } };
    row.retired = retired;
    return whole(row);
  };
  return {
    stored,
    answers: {
      resources: () => stored.map(whole),
      workerAccounts: () => [{ id: 'acc', name: '王芳' }],
      resourceTakings: () => [
        {
          ...{ resourceId: 'room', from: '2026-11-25T01:00:00Z', until: '2026-11-25T02:30:00Z' },
          session: { id: 's1', day: '2026-11-25', title: '助浴', taken: 2, state: 'SCHEDULED' },
        },
      ],
      saveResource: ({ input }: { input: Omit<Stored, 'retired'> }) => {
        const known = stored.find(({ id }) => id === input.id);
        if (known) known.name = input.name;
        else stored.push({ id: input.id, kind: input.kind, name: input.name, retired: false });
        return whole({ ...input, retired: false });
      },
      retireResource: ({ input }: { input: { id: string } }) => turn(input.id, true),
      bringBackResource: ({ input }: { input: { id: string } }) => turn(input.id, false),
    },
  };
}
const open = async () => {
  const server = aServer();
  await openPage(<ResourcesPage />, server.answers, { actions: ['MANAGE_SERVICES'] });
  await screen.findByText('助浴間');
  return { ...server, user: userEvent.setup() };
};

it('tells by kind what is there, what needs it, and when it is taken; an empty kind says what would be', async () => {
  await open();
  const row = within(screen.getByRole('row', { name: /助浴間/ }));
  expect(row.getByRole('link', { name: '助浴' }).getAttribute('href')).toBe('/services/svc');
  const taken = await row.findByRole('link', { name: /09:00–10:30 助浴/ });
  expect(taken.getAttribute('href')).toBe('/desk?day=2026-11-25&session=s1&view=all');
  expect(screen.getByText('2 人預約')).toBeTruthy();
  expect(within(screen.getByRole('row', { name: /移位機/ })).getByText('全天空閒')).toBeTruthy();
  expect(screen.getByText('還沒有登記人員')).toBeTruthy();
});

it('a new one wants a name, and is there; another name is the same one', async () => {
  const { stored, user } = await open();
  await user.click(screen.getByRole('button', { name: '添加人員' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: '保存' }));
  expect(stored).toHaveLength(2);
  await user.type(dialog.getByRole('textbox'), '王芳{Enter}');
  await screen.findByRole('row', { name: /王芳/ });
  await user.click(screen.getByRole('button', { name: '改名：移位機' }));
  const name = within(await screen.findByRole('dialog')).getByRole('textbox');
  await user.clear(name);
  await user.type(name, '移位機 1 號{Enter}');
  await screen.findByRole('row', { name: /移位機 1 號/ });
  expect(stored.map((row) => row.name)).toEqual(['助浴間', '移位機 1 號', '王芳']);
});

it('what a service needs is not retired, and the page says which; what none needs is, and comes back', async () => {
  const { stored, user } = await open();
  await user.click(screen.getByRole('button', { name: '停用：助浴間' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: '停用' }));
  await dialog.findByText('還有服務需要它：助浴。請先在這些服務裡去掉它。');
  expect(stored.map(({ retired }) => retired)).toEqual([false, false]);
  await user.click(dialog.getByRole('button', { name: '取消' }));

  await user.click(await screen.findByRole('button', { name: '停用：移位機' }));
  const second = within(await screen.findByRole('dialog', { name: '停用：移位機' }));
  await user.click(second.getByRole('button', { name: '停用' }));
  await user.click(await screen.findByRole('button', { name: '恢復使用：移位機' }));
  const third = within(await screen.findByRole('dialog', { name: '恢復使用：移位機' }));
  await user.click(third.getByRole('button', { name: '恢復使用' }));
  await waitFor(() => expect(stored.every(({ retired }) => !retired)).toBe(true));
});
