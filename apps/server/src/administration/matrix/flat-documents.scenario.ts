import { pointQueries } from './points-operations.scenario.js';

const input = (field: string) => `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
export const verb = (field: string) =>
  `mutation ($input: ${input(field)}!) { ${field}(input: $input) { __typename ... on Refused { refusal: code } } }`;
/** How each operation that is of no place is asked. */
export const DOCUMENTS: Readonly<Record<string, string>> = {
  area: 'query ($area: ID!) { area(id: $area) { id } }',
  areas: '{ areas(depth: 1) { id } }',
  searchAreas: '{ searchAreas(text: "街") { id } }',
  organisation: 'query ($organisation: ID!) { organisation(id: $organisation) { id } }',
  organisations: '{ organisations(depth: 1) { id } }',
  searchOrganisations: '{ searchOrganisations(text: "黨") { id } }',
  structureChanges: '{ structureChanges(first: 1) { edges { cursor } } }',
  coverage: '{ coverage { covered } }',
  coverageOfChildren: '{ coverageOfChildren { covered } }',
  coverageRows: '{ coverageRows { estate { id } } }',
  coverageSeries: 'query ($day: Date!) { coverageSeries(from: $day, to: $day) { covered } }',
  twoNewCoverage: '{ twoNewCoverage { units } }',
  memberRoots: '{ memberRoots { id } }',
  becomingSteps: '{ becomingSteps { name } }',
  twoNewUnits: '{ twoNewUnits { id } }',
  twoNewSeries: '{ twoNewSeries(from: "2026-01-01", to: "2026-03-01") { units } }',
  centre: 'query ($centre: ID!) { centre(id: $centre) { id } }',
  centres: '{ centres { id } }',
  service: 'query ($service: ID!) { service(id: $service) { id } }',
  session: 'query ($session: ID!) { session(id: $session) { id } }',
  sessions: 'query ($centre: ID!, $day: Date!) { sessions(centreId: $centre, from: $day, to: $day) { id } }',
  menus: 'query ($centre: ID!, $day: Date!) { menus(centreId: $centre, from: $day, to: $day) { id } }',
  ratingTemplates: '{ ratingTemplates { id stars { name } } }',
  subsidyRuleHistory: '{ subsidyRuleHistory { id } }',
  centreNews: 'subscription ($centre: ID!) { centreNews(centreId: $centre, after: "0-0") { name } }',
  scene: '{ scene { __typename } }',
  sceneNews: 'subscription { sceneNews(after: "0-0") { name } }',
  mySessions: '{ mySessions { id } }',
  myPeople: '{ myPeople { id } }',
  myPreferences: '{ myPreferences { language } }',
  calendarFeed: '{ calendarFeed { id } }',
  myNotices: '{ myNotices(first: 5) { unread edges { node { title } } } }',
  lifeBranches: '{ lifeBranches { name } }',
  myLife: '{ myLife { isMember } }',
  ...pointQueries,
  noticeNews: 'subscription { noticeNews(after: "0-0") { name } }',
  ...Object.fromEntries(
    [
      ...['reportScreen', 'savePreferences', 'revokeSession', 'startTotp', 'confirmTotp', 'stopTotp'],
      ...['changePassword', 'markNoticesRead', 'makeCalendarFeed', 'revokeCalendarFeed', 'requestCareCode'],
      'publishRatingTemplate',
      ...['askLeave', 'confirmAttendance', 'publishPointRules', 'appealPoints'],
    ].map((field) => [field, verb(field)]),
  ),
};
