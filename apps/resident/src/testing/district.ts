// One centre, one resident and one they care for; noon of Tuesday 24 November 2026 is made of these. All made up.
export const NOW = new Date('2026-11-24T08:42:00+08:00');
export const TODAY = '2026-11-24';
export const TOMORROW = '2026-11-25';
const id = (number: number) => `019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const ME = id(100);
export const MOTHER = id(101);

export const centre = {
  __typename: 'Centre',
  id: id(2),
  name: '沙北街道鄰里食堂',
  address: '交通路 46 號',
  phone: '0395-555-0118',
  area: { __typename: 'Area', id: id(1), name: '沙北街道' },
  closedDays: [],
};
export const people = [
  { __typename: 'Resident', id: ME, name: '王曉敏', age: 52, isMe: true, texture: 'REGULAR', allergies: [] },
  {
    __typename: 'Resident',
    id: MOTHER,
    name: '李桂蘭',
    age: 78,
    isMe: false,
    texture: 'SOFT',
    allergies: ['PEANUT'],
  },
];
const price = {
  __typename: 'Price',
  fullFen: 1200,
  subsidyFen: 800,
  payFen: 400,
  ruleName: '76–89 歲高齡助餐',
  payer: '街道',
};

const WAYS = { DINE_IN: 0, PICK_UP: 1, DELIVERY: 2 } as const;
export type WayName = keyof typeof WAYS;
export const session = (day: string, way: WayName = 'DINE_IN') => ({
  __typename: 'Session',
  id: id(1000 + Number(day.slice(8)) * 10 + WAYS[way]),
  centreId: centre.id,
  title: '午餐',
  place: '一樓東廳',
  day,
  startsAt: `${day}T03:15:00.000Z`,
  endsAt: `${day}T04:30:00.000Z`,
  opensAt: '2026-11-17T00:00:00.000Z',
  closesAt: `${day}T01:30:00.000Z`,
  cancelUntil: `${day}T01:00:00.000Z`,
  state: 'SCHEDULED',
  cancelReason: null,
  capacity: 62,
  placesLeft: 23,
  service: {
    __typename: 'Service',
    id: id(10 + WAYS[way]),
    name: '午餐',
    category: 'MEAL',
    meal: 'LUNCH',
    way,
  },
});

export const line = (
  day: string,
  way: WayName = 'DINE_IN',
  refusal: string | null = null,
  bookingId: string | null = null,
) => ({
  __typename: 'BookableSession',
  placesLeft: refusal === 'SESSION_FULL' ? 0 : 23,
  mayJoinWaitlist: false,
  refusal,
  refusalDetails: refusal === 'NOT_ELIGIBLE' ? { bound: 'CARE_NEED', careNeeds: 'DISABLED_FULLY' } : {},
  bookingId,
  allergens: refusal === 'ALLERGY_CLASH' ? ['PEANUT'] : [],
  price,
  session: session(day, way),
});

const dish = (name: string, allergens: string[]) => ({
  __typename: 'Dish',
  name,
  look: 'greens',
  note: null,
  allergens,
  textures: ['REGULAR', 'SOFT'],
});
export const offer = (day: string, refusal: string | null = null) => ({
  __typename: 'MealOffer',
  day,
  meal: 'LUNCH',
  capacity: 62,
  placesLeft: 23,
  menu: {
    __typename: 'Menu',
    id: id(500 + Number(day.slice(8))),
    note: null,
    dishes: [dish('宮保雞丁', ['PEANUT']), dish('清炒小白菜', [])],
  },
  ways: [line(day, 'DINE_IN', refusal), line(day, 'PICK_UP', refusal), line(day, 'DELIVERY', 'NOT_ELIGIBLE')],
});

export const ticket = (bookingId: string, day = TOMORROW, state = 'CONFIRMED') => ({
  __typename: 'Booking',
  id: bookingId,
  ticketNumber: 'LL-1125-0421',
  state,
  channel: 'APP',
  texture: 'SOFT',
  bookedByStaff: false,
  bookedAt: NOW.toISOString(),
  checkedInAt: null,
  cancelledAt: null,
  cancelReason: null,
  heldUntil: null as string | null,
  waitlistPosition: null as number | null,
  decisionReason: null as string | null,
  runId: null as string | null,
  viewerCan: state === 'CONFIRMED' ? ['CANCEL'] : [],
  price,
  beneficiary: { __typename: 'Resident', id: ME, name: '王曉敏', isMe: true },
  session: session(day),
});

export const home = (next: ReturnType<typeof ticket> | null = null) => ({
  me: { __typename: 'Me', id: ME, name: '王曉敏', phone: '138****1234' },
  myPeople: people,
  home: {
    __typename: 'Home',
    centre,
    beneficiary: people[0],
    nextBooking: next,
    comingBookings: next ? 1 : 0,
    lunchToday: offer(TODAY, 'PAST_CUT_OFF'),
    lunchTomorrow: offer(TOMORROW),
    activities: [],
    activityCount: 0,
  },
});

/** Everything that the pages ask of a server on which nothing is booked. */
export const everyday = {
  Home: () => home(),
  MyPreferences: () => ({
    myPreferences: { __typename: 'Preferences', language: 'zh-Hant', elderMode: false },
  }),
  SavePreferences: ({ input }: Record<string, object>) => ({
    savePreferences: { __typename: 'Preferences', ...input },
  }),
  Lunches: ({ from }: Record<string, string>) => ({ centre, lunches: [offer(from ?? TODAY)] }),
  Demonstration: () => ({ demonstration: true }),
  Devices: () => ({ me: home().me, mySessions: [] }),
  SignOut: () => ({ signOut: { __typename: 'SignedOut', sessions: 1 } }),
  Unread: () => ({ myNotices: { __typename: 'NoticeConnection', unread: 0 } }),
  Bookings: () => ({
    bookings: {
      __typename: 'BookingConnection',
      edges: [],
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    },
  }),
  BookableAround: ({ day }: Record<string, string>) => ({ centre, bookableSessions: [line(day ?? TODAY)] }),
  StandingOrders: () => ({ standingOrders: [] }),
  NextStandingMeals: () => ({ standingOrders: [] }),
  Book: ({ input }: Record<string, { id: string }>) => ({ book: ticket(input?.id ?? '') }),
  OneBooking: ({ id: bookingId }: Record<string, string>) => ({ booking: ticket(bookingId ?? '') }),
};
export const listOf = (...tickets: ReturnType<typeof ticket>[]) => ({
  bookings: {
    __typename: 'BookingConnection',
    edges: tickets.map((node) => ({ __typename: 'BookingEdge', cursor: node.id, node })),
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
  },
});
