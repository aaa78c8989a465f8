import { type AreaId, type CentreId, personId, type Viewer } from '@linli/domain/access';
import type { Database } from '../../platform/database/index.js';
import { newId } from '../../testing/index.js';

const SESSION = '{ id title place startsAt endsAt capacity placesLeft }';
const LUNCH =
  '{ day startsAt endsAt place fullFen fromFen capacity taken checkedIn placesLeft dishes { name look note allergens } }';
const PARTS = `__typename
  ... on CentreScene { screenName centreName address phone asOf cursor
    lunch ${LUNCH} nextLunch ${LUNCH} today ${SESSION} week ${SESSION} }
  ... on DistrictScene { screenName areaName asOf cursor estates covered rate
    series { on estates covered rate } towns { code name estates covered rate }
    services { centres lunchesBooked lunchesServed lunchesLastWeek { day count } activities activityPlacesLeft } }`;
export const SCENE = `{ scene { ${PARTS} } }`;
export const PREVIEW = `query ($centreId: ID, $areaId: ID) {
  scene: previewScene(centreId: $centreId, areaId: $areaId) { ${PARTS} } }`;

export interface CentreSceneSeen {
  readonly cursor: string;
  readonly lunch: Readonly<Record<string, unknown>> | null;
  readonly nextLunch: Readonly<Record<string, unknown>> | null;
  readonly today: readonly { readonly id: string; readonly placesLeft: number }[];
  readonly week: readonly { readonly id: string; readonly placesLeft: number }[];
}

export interface DistrictSceneSeen {
  readonly estates: number;
  readonly covered: number;
  readonly rate: number | null;
  readonly series: readonly { readonly on: string; readonly rate: number | null }[];
  readonly towns: readonly {
    readonly code: string;
    readonly name: string;
    readonly estates: number;
    readonly covered: number;
    readonly rate: number | null;
  }[];
  readonly services: Readonly<Record<string, unknown>>;
}

/** The words that the tests of scenes are written in. */
export function sceneScenario(database: () => Database) {
  return {
    /** A paired wall in a centre or of an area. */
    screen: async (
      place: { centreId: CentreId } | { areaId: AreaId },
      name = '一樓大廳',
    ): Promise<Viewer> => {
      const id = newId(personId);
      const at = { areaId: null, centreId: null, ...place };
      await database().query(
        `INSERT INTO screen (id, name, centre_id, area_id, paired_by) VALUES ($1, $2, $3, $4, '李娜')`,
        [id, name, at.centreId, at.areaId],
      );
      const duties = [{ role: 'SCREEN' as const, organisationId: null, ...at }];
      return { personId: id, face: 'SCREEN', name, duties, caresFor: [] };
    },
  };
}
