import { beforeEach, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { centre, everyday, line, TODAY, TOMORROW } from '../../testing/district';
import { FakeServer } from '../../testing/fake-server';
import { closeApp, newPhone, openApp } from '../../testing/open-app';

const HAIRCUT = '019ab000-0000-7000-8000-000000000777';
const TICKET = '019ab000-0000-7000-8000-000000000421';
const service = {
  __typename: 'Service',
  ...{
    id: HAIRCUT,
    centreId: centre.id,
    category: 'HAIRCUT',
    name: '免費理髮日',
    description: '',
    place: '一樓',
  },
  ...{ meal: null, way: null, priceFen: 0, active: true, bookedAs: 'SESSION', nextSessionAt: null },
  eligibility: { __typename: 'Eligibility', minAge: 60, careNeeds: [], areaName: null },
  policy: {
    __typename: 'BookingPolicy',
    ...{ opensDaysAhead: 7, cutOffMinutes: 60, cancelMinutes: 60, weeklyQuota: 1, walkIn: true },
    atHome: false,
  },
};
const SHOWN = {
  id: HAIRCUT,
  name: service.name,
  category: service.category,
  meal: null as never,
  way: null as never,
};
type Line = ReturnType<typeof line>;
const of = (day: string, refusal: string, unlike: object): Line => {
  const { session, ...rest } = line(day, 'DINE_IN', refusal);
  return { ...rest, session: { ...session, service: { ...session.service, ...SHOWN } }, ...unlike };
};

let server: FakeServer;
beforeEach(async () => {
  await newPhone();
  server = new FakeServer({ ...everyday });
});
const openWith = async (...bookableSessions: Line[]) => {
  const answer = () => ({ service, centre: { ...centre, services: [service] }, bookableSessions });
  server.answer('OneService', answer);
  server.answer('Catalogue', answer);
  await openApp(server, `/services/${HAIRCUT}`);
  await screen.findByRole('heading', { name: '免費理髮日' });
};

it('what is booked leads to its ticket, and what is not open yet says from when', async () => {
  const opensAt = `${TOMORROW}T00:00:00+08:00`;
  await openWith(
    of(TODAY, 'ALREADY_BOOKED', { bookingId: TICKET }),
    of(TOMORROW, 'NOT_OPEN_YET', { refusalDetails: { opensAt } }),
  );
  const booked = screen.getByRole('link', { name: /出示這張票/ });
  expect(booked.getAttribute('href')).toBe(`/bookings/${TICKET}`);
  expect(screen.getByText('其他場次現在還不能預約')).toBeTruthy();
  expect(screen.getAllByText('明天 00:00 開放預約')).toHaveLength(2);
  expect(document.querySelectorAll('input[name=session]')).toHaveLength(1);
});

it('all booked is no reason to worry', async () => {
  await openWith(of(TODAY, 'ALREADY_BOOKED', { bookingId: TICKET }));
  expect(screen.getByText('這裡的場次都訂好了')).toBeTruthy();
  expect(screen.queryByText(/不能預約/)).toBeNull();
});

it('the condition that is not met stands on the card, at the time and at the top of the page', async () => {
  await openWith(of(TODAY, 'NOT_ELIGIBLE', { refusalDetails: { bound: 'AGE', minAge: 60 } }));
  expect(screen.getByText('王曉敏目前不符合條件')).toBeTruthy();
  expect(screen.getAllByText('限 60 歲及以上')).toHaveLength(2);
  await closeApp();
  await openApp(server, '/services');
  expect((await screen.findAllByText('限 60 歲及以上')).length).toBeGreaterThan(0);
});
