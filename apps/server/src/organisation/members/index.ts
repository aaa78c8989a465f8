import type { BoundedContext } from '../../platform/bounded-context.js';
import { MemberResolver } from './member.resolver.js';
import { Members1763800002300 } from './members.migration.js';
import { MembersWall1763800002310 } from './members-wall.migration.js';

export { type ExemptionToRecord, recordExemptions } from './exemptions.js';
export { membersPage } from './members.page.js';
export { organisationsReached, reachedOrganisations } from './reach.js';
export { type MembershipToRecord, type NotRecorded, recordMemberships } from './record-memberships.js';
export { type RosterTranslator, rosterTranslator } from './roster-words.js';
export {
  exemptionsBetween,
  type MemberCounts,
  memberCountsOn,
  type MembershipPeriod,
  membershipsBetween,
  type RosterAsked,
  type RosterMember,
  rostersOn,
} from './rosters.js';
export { wallOf } from './wall-of.js';

export const members: BoundedContext = {
  entities: [],
  migrations: [Members1763800002300, MembersWall1763800002310],
  resolvers: [MemberResolver],
};
