import type { BoundedContext } from '../../platform/bounded-context.js';
import { FoldedNames1763800002010 } from './folded-names.migration.js';
import { NoticeWishes1763800002020 } from './notice-wishes.migration.js';
import { People1763800002000 } from './people.migration.js';
import { PeopleResolver } from './people.resolver.js';
import { SignInResolver } from './sign-in.resolver.js';
import { CareNeedRecord, ResidentRecord } from './resident.entity.js';

export { furnishResidents, type ResidentToFurnish } from './furnish.js';
export { homeAddress, homeJoins, joinHome } from './home.js';
export { NumberToCall, numberToCall, NumberToCallOrRefused } from './number-to-call.js';
export { registerResident, sealedPhone } from './register-resident.js';
export { CareNeedRecord, ResidentRecord } from './resident.entity.js';
export {
  coveringHome,
  type Guest,
  phoneOfResident,
  residentOf,
  residentsByIds,
  residentsReached,
} from './resident.queries.js';
export { residentShape } from './resident.shape.js';
export { Preferences, Resident, ResidentOrRefused } from './resident.type.js';
export { residentsLike } from './residents-like.js';

export const people: BoundedContext = {
  entities: [ResidentRecord, CareNeedRecord],
  migrations: [People1763800002000, FoldedNames1763800002010, NoticeWishes1763800002020],
  resolvers: [PeopleResolver, SignInResolver],
};
