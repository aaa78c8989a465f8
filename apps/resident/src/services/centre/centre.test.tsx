import { beforeEach, expect, it } from '@jest/globals';
import { act, screen, within } from '@testing-library/react';
import { centre, everyday, offer, TODAY } from '../../testing/district';
import { FakeServer } from '../../testing/fake-server';
import { newPhone, openApp } from '../../testing/open-app';

const other = {
  ...centre,
  id: '019ab000-0000-7000-8000-000000000003',
  name: '沙南鄰里中心',
  address: '黃河路 9 號',
  phone: '0395-555-0220',
};
const nearby = {
  nearbyCentres: [
    { __typename: 'NearbyCentre', centre, isOwn: true, metres: 330, categories: ['MEAL'] },
    {
      __typename: 'NearbyCentre',
      centre: other,
      isOwn: false,
      metres: 1240,
      categories: ['MEAL', 'HAIRCUT'],
    },
  ],
};

let server: FakeServer;
beforeEach(async () => {
  sessionStorage.clear();
  await newPhone();
  server = new FakeServer({
    ...everyday,
    NearbyCentres: () => nearby,
    Lunches: ({ centreId }: Record<string, string>) => ({
      centre: centreId === other.id ? other : centre,
      lunches: [offer(TODAY)],
    }),
  });
});
const lunchesAsked = () => server.of('Lunches').map(({ variables }) => variables.centreId);

it('another centre is chosen, looked at and called; home leads back to one’s own', async () => {
  const user = await openApp(server, '/lunch');
  await user.click(await screen.findByRole('link', { name: '換一個中心' }));
  const far = await screen.findByRole('radio', { name: /沙南鄰里中心.*約 1\.2 公里.*黃河路 9 號.*理髮/ });
  const own = screen.getByRole('radio', { name: /沙北街道鄰里食堂.*約 350 米/ });
  expect(own).toHaveProperty('checked', true);
  await user.click(far);
  await user.click(screen.getByRole('button', { name: '看這裡的服務' }));

  await screen.findByText('在沙南鄰里中心');
  expect(location.pathname).toBe('/lunch');
  expect(lunchesAsked()).toEqual([centre.id, other.id]);
  const header = screen.getByRole('banner');
  expect(within(header).getByRole('link', { name: /0395-555-0220/ })).toBeDefined();

  act(() => history.pushState(null, '', '/'));
  await screen.findByRole('heading', { name: /早上好|上午好/ });
  act(() => history.pushState(null, '', '/lunch'));
  await screen.findByText('在沙北街道鄰里食堂');
});

it('one’s own centre is no choice to be remembered', async () => {
  const user = await openApp(server, '/services/centre?then=/lunch');
  await user.click(await screen.findByRole('button', { name: '看這裡的服務' }));
  await screen.findByText('在沙北街道鄰里食堂');
  expect(lunchesAsked()).toEqual([centre.id]);
});
