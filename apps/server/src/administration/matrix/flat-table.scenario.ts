/**
 * Operations that have no place, written down by hand and not read from `grants`: + an answer, - NOT_FOUND,
 * x FORBIDDEN, ! UNAUTHENTICATED. `ended`: a cadre whose duty is over; `revoked`: a resident whose grant to care for
 * another was taken back. What is asked of a person is asked of somebody else than the viewer where there is a choice.
 */
const TABLE = `
                      district town community branch grid building staff kitchen volunteer worker resident screen nobody ended revoked
  area                   +      +      +        +     +      +       +      +        +        +        x       x      !     x      x
  areas                  +      +      +        +     +      +       +      +        +        +        x       x      !     x      x
  searchAreas            +      +      +        +     +      +       +      +        +        +        x       x      !     x      x
  organisation           +      +      +        +     +      +       +      +        +        +        x       x      !     x      x
  organisations          +      +      +        +     +      +       +      +        +        +        x       x      !     x      x
  searchOrganisations    +      +      +        +     +      +       +      +        +        +        x       x      !     x      x
  structureChanges       +      +      +        +     +      +       +      +        +        +        x       x      !     x      x
  coverage               +      +      +        +     +      +       +      +        +        +        x       x      !     x      x
  coverageOfChildren     +      +      +        +     +      +       +      +        +        +        x       x      !     x      x
  coverageRows           +      +      +        +     +      +       +      +        +        +        x       x      !     x      x
  coverageSeries         +      +      +        +     +      +       +      +        +        +        x       x      !     x      x
  twoNewCoverage         +      +      +        +     +      +       +      +        +        +        x       x      !     x      x
  twoNewUnits            +      +      +        +     +      +       +      +        +        +        x       x      !     x      x
  twoNewSeries           +      +      +        +     +      +       +      +        +        +        x       x      !     x      x
  becomingSteps          +      +      +        +     x      x       x      x        x        x        x       x      !     x      x
  memberRoots            +      +      +        +     x      x       x      x        x        x        x       x      !     x      x
  centre                 +      +      +        +     +      +       +      +        +        +        +       x      !     x      +
  centres                +      +      +        +     +      +       +      +        +        +        +       x      !     x      +
  service                +      +      +        +     +      +       +      +        +        +        +       x      !     x      +
  session                +      +      +        +     +      +       +      +        +        +        +       x      !     x      +
  sessions               +      +      +        +     +      +       +      +        +        +        +       x      !     x      +
  menus                  +      +      +        +     +      +       +      +        +        +        +       x      !     x      +
  ratingTemplates        +      +      +        +     x      x       x      x        x        x        x       x      !     x      x
  publishRatingTemplate  +      x      x        x     x      x       x      x        x        x        x       x      !     x      x
  subsidyRuleHistory     +      +      +        x     x      x       x      x        x        x        x       x      !     x      x
  centreNews             +      +      +        +     +      +       +      +        +        +        +       x      !     x      +
  scene                  x      x      x        x     x      x       x      x        x        x        x       +      !     x      x
  sceneNews              x      x      x        x     x      x       x      x        x        x        x       +      !     x      x
  reportScreen           x      x      x        x     x      x       x      x        x        x        x       +      !     x      x
  mySessions             +      +      +        +     +      +       +      +        +        +        +       x      !     x      +
  myPeople               +      +      +        +     +      +       +      x        x        x        +       x      !     x      +
  myPreferences          -      -      -        -     -      -       -      -        -        -        +       x      !     x      +
  savePreferences        -      -      -        -     -      -       -      -        -        -        +       x      !     x      +
  myNotices              +      +      +        +     +      +       +      +        +        +        +       x      !     x      +
  markNoticesRead        +      +      +        +     +      +       +      +        +        +        +       x      !     x      +
  noticeNews             +      +      +        +     +      +       +      +        +        +        +       x      !     x      +
  calendarFeed           +      +      +        +     +      +       +      +        +        +        +       x      !     x      +
  makeCalendarFeed       -      -      -        -     -      -       -      -        -        -        +       x      !     x      +
  revokeCalendarFeed     -      -      -        -     -      -       -      -        -        -        -       x      !     x      -
  requestCareCode        -      -      -        x     x      x       -      x        x        x        -       x      !     x      -
  revokeSession          -      -      -        -     -      -       -      -        -        -        -       x      !     x      -
  startTotp              +      +      +        +     +      +       +      +        +        +        -       x      !     x      -
  confirmTotp            +      +      +        +     +      +       +      +        +        +        -       x      !     x      -
  stopTotp               +      +      +        +     +      +       +      +        +        +        -       x      !     x      -
  lifeBranches           +      +      +        +     x      x       x      x        x        x        x       x      !     x      x
  myLife                 x      x      x        x     x      x       x      x        x        x        +       x      !     x      +
  pointRules             +      +      +        +     x      x       x      x        x        x        x       x      !     x      x
  publishPointRules      +      x      x        x     x      x       x      x        x        x        x       x      !     x      x
  myPoints               x      x      x        x     x      x       x      x        x        x        +       x      !     x      +
  appealPoints           x      x      x        x     x      x       x      x        x        x        -       x      !     x      -
  askLeave               x      x      x        x     x      x       x      x        x        x        -       x      !     x      -
  confirmAttendance      x      x      x        x     x      x       x      x        x        x        +       x      !     x      +
  changePassword         +      +      +        +     +      +       +      +        +        +        -       -      !     +      -
`;

const [heading = '', ...rows] = TABLE.trim().split('\n');
export const WHO = heading.trim().split(/\s+/);
export const flatTable: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  rows.map((row) => row.trim().split(/\s+/)).map(([operation = '', ...marks]) => [operation, marks] as const),
);

/** For whoever comes, and why. */
export const OPEN_TO_ALL: Readonly<Record<string, string>> = {
  me: 'says who asks; null to nobody',
  demonstration: 'every face says so on its first page',
  requestSignInCode: 'the way in; limited by phone, address and in all',
  signInWithCode: 'the way in; five tries',
  signInWithPassword: 'the way in; limited by account and address',
  signOut: 'whoever has no session any more is signed out as they wished',
  startPairing: 'a wall that nobody has paired yet is nobody; limited by address',
  pairingStatus: 'for who holds the secret of 256 bits',
  claimScreen: 'for who holds the secret of 256 bits',
};
