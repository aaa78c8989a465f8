import '../../testing/browser-parts';
import { afterEach, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { addDays, weekdayOf } from '../../kit/days';
import { CENTRE, openPage } from '../../testing/page-in-console';
import type { Slot } from './timetable';
import TimetablePage from './timetable-page';

afterEach(cleanup);

const SERVICE = {
  __typename: 'Service',
  ...{
    id: '019ab000-0000-7000-8002-000000000001',
    centreId: CENTRE.id,
    category: 'HEALTH_CHECK',
    name: '量血壓',
  },
  ...{
    description: '',
    place: '一樓健康小屋',
    meal: null,
    way: null,
    priceFen: 0,
    active: true,
    nextSessionAt: null,
  },
  eligibility: { minAge: null, careNeeds: [], areaId: null, areaName: null },
  ...{ bookedAs: 'SESSION', needsAssessment: false },
  policy: {
    opensDaysAhead: 7,
    cutOffMinutes: 60,
    cancelMinutes: 60,
    weeklyQuota: 1,
    walkIn: true,
    followsCalendar: true,
    ...{ waitlist: false, holdMinutes: 60, needsApproval: false, atHome: false, monthlyQuota: null },
    ...{ restBeforeMinutes: 0, restAfterMinutes: 0, turnaroundMinutes: 0 },
    ...{ noShowLimit: null, noShowDays: 30, counterOnlyDays: 30, noShowExempt: [] },
  },
  timetable: [
    { id: 'slot', weekday: 1, starts: '09:00', ends: '11:00', capacity: 30, from: '2026-01-01', to: null },
  ],
};

/** One session a slot and week; what was there is kept, and a slot that went takes its bookings with it. */
function aServer() {
  const asked: Slot[][] = [];
  const published: { slots: Slot[] }[] = [];
  const answers = {
    service: () => SERVICE,
    centre: () => ({ ...CENTRE, openingHours: [], closedDays: () => [] }),
    previewTimetable: ({ slots, from, to }: { slots: Slot[]; from: string; to: string }) => {
      asked.push(slots);
      const days: {
        day: string;
        note: string;
        holiday: null;
        sessions: (Pick<Slot, 'starts' | 'ends' | 'capacity'> & { change: string; booked: number })[];
      }[] = [];
      for (let day = from; day <= to; day = addDays(day, 1)) {
        const kept = slots.some(({ weekday, starts }) => weekday === 1 && starts === '09:00');
        const sessions = slots
          .filter(({ weekday }) => weekday === weekdayOf(day))
          .map(({ starts, ends, capacity, weekday }) => ({
            starts,
            ends,
            capacity,
            booked: 0,
            change: weekday === 1 && starts === '09:00' ? 'KEPT' : 'ADDED',
          }));
        if (!kept && weekdayOf(day) === 1)
          sessions.push({ starts: '09:00', ends: '11:00', capacity: 30, booked: 3, change: 'REMOVED' });
        days.push({
          day,
          note: day.slice(0, 4) > from.slice(0, 4) ? 'UNPUBLISHED' : 'WORKDAY',
          holiday: null,
          sessions,
        });
      }
      const count = (change: string) =>
        days.flatMap(({ sessions }) => sessions).filter((one) => one.change === change).length;
      const [added, removed, keptCount] = ['ADDED', 'REMOVED', 'KEPT'].map(count);
      return { days, added, removed, kept: keptCount, affectedBookings: (removed ?? 0) * 3, problems: [] };
    },
    publishTimetable: ({ input }: { input: { slots: Slot[] } }) => {
      published.push(input);
      return {
        __typename: 'TimetablePublished',
        service: SERVICE,
        added: 6,
        removed: 0,
        kept: 6,
        cancelledBookings: 0,
      };
    },
  };
  return { answers, asked, published };
}

const open = async (server: ReturnType<typeof aServer>) => {
  await openPage(<TimetablePage />, server.answers, {
    at: `/services/${SERVICE.id}`,
    route: '/services/:serviceId',
  });
  await screen.findByRole('heading', { name: '會生成的場次' });
};

it('the calendar shows what a draft would add, and publishing sends it after a confirmation', async () => {
  const server = aServer();
  await open(server);
  const user = userEvent.setup();
  expect(screen.queryByText('草稿，未發布')).toBeNull();
  await user.click(screen.getByRole('button', { name: '加時段' }));
  await user.clear(screen.getByLabelText('時段 2 開始'));
  await user.type(screen.getByLabelText('時段 2 開始'), '1400');
  await user.clear(screen.getByLabelText('時段 2 結束'));
  await user.type(screen.getByLabelText('時段 2 結束'), '16:00');
  await user.tab();
  await screen.findByText('草稿，未發布');
  await waitFor(
    () =>
      expect(server.asked.at(-1)).toEqual([
        { weekday: 1, starts: '09:00', ends: '11:00', capacity: 30 },
        { weekday: 2, starts: '14:00', ends: '16:00', capacity: 30 },
      ]),
    { timeout: 3000 },
  );
  await waitFor(() => expect(screen.getAllByText('14:00', { exact: false }).length).toBeGreaterThan(3));
  await user.click(screen.getByRole('button', { name: /^發布/ }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('button', { name: '先不發布' })).toBeTruthy();
  expect(server.published).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: '發布' }));
  await waitFor(() => expect(server.published).toHaveLength(1));
  expect(server.published[0]?.slots).toHaveLength(2);
});

it('whoever loses a place is counted before it is done', async () => {
  const server = aServer();
  await open(server);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: '刪除時段 1' }));
  await waitFor(() => expect(server.asked.at(-1)).toEqual([]), { timeout: 3000 });
  await screen.findAllByText('3 人已訂');
  await user.click(screen.getByRole('button', { name: /^發布/ }));
  expect(within(await screen.findByRole('dialog')).getByText(/會取消 \d+ 個預約/)).toBeTruthy();
  expect(server.published).toEqual([]);
});

it('what stands in the way of publishing is said, and the field at fault takes the focus', async () => {
  const server = aServer();
  await open(server);
  const user = userEvent.setup();
  const ends = screen.getByLabelText('時段 1 結束');
  await user.clear(ends);
  await user.click(screen.getByRole('button', { name: /^發布/ }));
  await screen.findByText(/時段還沒有填好/);
  await waitFor(() =>
    expect(
      (document.activeElement as HTMLElement).ariaInvalid ??
        document.activeElement?.getAttribute('aria-invalid'),
    ).toBe('true'),
  );
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(server.published).toEqual([]);
});
