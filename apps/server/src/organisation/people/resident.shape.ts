import type { Action } from '@linli/domain/access';
import { type Asking, type Shape, today } from '../../platform/straight/index.js';
import { homeAddress } from './home.js';
import { coveringHome } from './resident.queries.js';

interface Meeting {
  readonly centre: string;
  readonly areaLineage?: string;
}

/** A resident as far as the viewer may know them, as `asKnownTo` says it, over `homeJoins`; `at` is where they are met. */
export function residentShape({ within }: Asking, at?: Meeting): Shape {
  const reached = (action: Action): string => {
    const ways = [
      'resident.id = :viewerId::uuid',
      within(action, {
        person: 'resident.id',
        areaLineage: 'home.lineage',
        organisationLineage: coveringHome,
      }),
      ...(at ? [within(action, at)] : []),
    ];
    return `(${ways.filter((way) => way !== 'false').join(' OR ')})`;
  };
  const whole = reached('SEE_RESIDENTS');
  return {
    id: 'resident.id',
    name: `CASE WHEN ${whole} THEN resident.name ELSE left(btrim(resident.name), 1) || '*' END`,
    age: `greatest(0, extract(year FROM age(${today}, resident.birth_date)))::int`,
    phone: `CASE WHEN ${whole} THEN resident.phone_masked END`,
    building: `CASE WHEN ${whole} THEN ${homeAddress} END`,
    allergies: `CASE WHEN ${reached('SEE_HEALTH')} THEN resident.allergies ELSE '{}' END`,
    texture: 'resident.texture',
    isMe: 'resident.id = :viewerId::uuid',
  };
}
