/** The operations as the apps send them, with those of their fragments that they need. */
const sitting = `fragment Sitting on Session {
  id centreId title place day startsAt endsAt opensAt closesAt cancelUntil state cancelReason capacity placesLeft
  service { id name category meal way }
}`;
const cost = 'fragment Cost on Price { fullFen subsidyFen payFen ruleName payer }';
const ticket = `fragment Ticket on Booking {
  id ticketNumber state channel texture bookedByStaff bookedAt checkedInAt cancelledAt cancelReason viewerCan
  price { ...Cost } beneficiary { id name isMe } session { ...Sitting }
}`;

export const HOME = `query Home($beneficiaryId: ID) {
  home(beneficiaryId: $beneficiaryId) {
    centre { id name address phone area { id name } }
    beneficiary { id name age isMe texture allergies }
    nextBooking { ...Ticket }
    comingBookings
    lunchToday { ...LunchOffer }
    lunchTomorrow { ...LunchOffer }
    activities { ...Bookable }
    activityCount
  }
}
fragment LunchOffer on MealOffer {
  day meal capacity placesLeft menu { id note dishes { name look note allergens textures } } ways { ...Bookable }
}
fragment Bookable on BookableSession {
  placesLeft refusal refusalDetails bookingId allergens price { ...Cost } session { ...Sitting }
}
${ticket} ${sitting} ${cost}`;

export const TREE = `query AreaTree($rootId: ID, $depth: Int, $on: Date) {
  areas(rootId: $rootId, depth: $depth, on: $on) {
    id code kind name officialName parentId depth childCount validFrom validTo
  }
}`;

export const BOOKING = `query OneBooking($id: ID!) { booking(id: $id) { ...Ticket } } ${ticket} ${sitting} ${cost}`;

export const BOOK = `mutation Book($input: BookInput!) {
  book(input: $input) { __typename ... on Booking { id ticketNumber state } ... on Refused { code } }
}`;

export const CENTRE_NEWS = `subscription CentreNews($centreId: ID!, $after: String) {
  centreNews(centreId: $centreId, after: $after) { cursor name subjectId at }
}`;

export const MONTH = `query Month($centreId: ID!, $beneficiaryId: ID!, $from: Date!, $to: Date!) {
  bookableSessions(centreId: $centreId, beneficiaryId: $beneficiaryId, from: $from, to: $to) {
    placesLeft refusal bookingId price { payFen } session { id day startsAt endsAt service { id } }
  }
}`;

export const OVERVIEW = `query Overview { lifeOverview {
  owed branches rows { organisationId owed dueNow } trend { month owed due late } rates { kind met gap exempt }
} }`;

export const LIFE_BRANCH = `query Branch($id: ID!) { branchMonth(organisationId: $id) {
  due { kind from to required held missing } debts { kind to missing } meetings { id day state rosterCount presentCount }
  absentees { rung } birthdays { residentId joinedOn }
} }`;

export const COVERAGE = `query Coverage($from: Date!, $to: Date!) {
  coverageSeries(from: $from, to: $to) { on estates covered }
}`;
