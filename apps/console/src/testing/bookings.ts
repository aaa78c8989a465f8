import type { ArrivalFragment } from '../gql/graphql';
import { addDays, dayOf } from '../kit/days';

export const TODAY = dayOf(new Date());
const id = (kind: string, number: number) =>
  `019ab000-0000-7000-8${kind}-${String(number).padStart(12, '0')}`;
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

export const session = (number: number, part: Record<string, unknown> = {}): ArrivalFragment['session'] =>
  ({
    __typename: 'Session',
    id: id('001', number),
    seriesId: null,
    centreId: '019ab000-0000-7000-8000-000000000001',
    title: '量血壓',
    place: '一樓健康小屋',
    day: TODAY,
    startsAt: inMinutes(20),
    endsAt: inMinutes(140),
    closesAt: inMinutes(20),
    state: 'SCHEDULED',
    cancelReason: null,
    capacity: 30,
    taken: 2,
    placesLeft: 28,
    checkedIn: 0,
    waiting: 0,
    service: {
      id: id('002', number),
      category: 'HEALTH_CHECK',
      name: '量血壓',
      meal: null,
      way: null,
      policy: {
        walkIn: true,
        cutOffMinutes: 0,
        cancelMinutes: 0,
        opensDaysAhead: 7,
        weeklyQuota: null,
        followsCalendar: true,
        waitlist: false,
        holdMinutes: 60,
        needsApproval: false,
        atHome: false,
      },
    },
    ...part,
  }) as ArrivalFragment['session'];

export const person = (
  number: number,
  name: string,
  part: Record<string, unknown> = {},
): ArrivalFragment['beneficiary'] =>
  ({
    __typename: 'Resident',
    id: id('003', number),
    name,
    age: 82,
    phone: '139****2207',
    building: '龍塔小區 3 棟',
    careNeeds: ['LIVING_ALONE'],
    allergies: [],
    texture: 'SOFT',
    ...part,
  }) as ArrivalFragment['beneficiary'];

export const price = {
  fullFen: 1200,
  subsidyFen: 800,
  payFen: 400,
  ruleName: '高齡助餐補貼',
  payer: '區民政局',
};

export const arrival = (number: number, name: string, part: Partial<ArrivalFragment> = {}): ArrivalFragment =>
  ({
    __typename: 'Booking',
    id: id('004', number),
    groupId: null,
    ticketNumber: String(300 + number).padStart(4, '0'),
    state: 'CONFIRMED',
    channel: 'PHONE',
    texture: null,
    bookedByStaff: true,
    bookedAt: inMinutes(-600),
    checkedInAt: null,
    cancelledAt: null,
    cancelReason: null,
    allergyOverridden: false,
    viewerCan: ['CHECK_IN', 'CANCEL'],
    session: session(1),
    beneficiary: person(number, name),
    price,
    ...part,
  }) as ArrivalFragment;

export const TOMORROW = addDays(TODAY, 1);
