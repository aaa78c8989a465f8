import type { Action } from '@linli/domain/access';
import { type Asking, type Shape, today } from '../../platform/straight/index.js';
import { coveringHome } from './resident.queries.js';

/** The joins of `residentShape`, over `resident`. */
export const homeJoins = {
  home: 'LEFT JOIN area home ON home.id = resident.building_id',
  estate: `LEFT JOIN area estate ON estate.id = home.parent_id AND home.kind = 'BUILDING'`,
};

interface Meeting {
  readonly centre: string;
  readonly areaLineage?: string;
}

/** A resident as far as the viewer may know them, as `asKnownTo` says it; `at` is where they are met. */
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
    building: `CASE WHEN ${whole} THEN concat(estate.name, home.name) END`,
    allergies: `CASE WHEN ${reached('SEE_HEALTH')} THEN resident.allergies ELSE '{}' END`,
    texture: 'resident.texture',
    isMe: 'resident.id = :viewerId::uuid',
  };
}
