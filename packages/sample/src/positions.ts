import type { SampleEstate } from './areas.js';
import { sampleCentres } from './centres.js';
import { Chance } from './random.js';

export interface SamplePosition {
  readonly areaCode: string;
  readonly latitude: number;
  readonly longitude: number;
}

const METRES_PER_DEGREE = 111_320;
const TOWN = 9;
const COMMUNITY = 12;

/** The centre in the community, or else in the town: made-up estates lie around what is really there. */
const centreNear = (code: string) =>
  sampleCentres.find(({ areaCode }) => areaCode.slice(0, COMMUNITY) === code.slice(0, COMMUNITY)) ??
  sampleCentres.find(({ areaCode }) => areaCode.slice(0, TOWN) === code.slice(0, TOWN));

function around(
  chance: Chance,
  { latitude, longitude }: Omit<SamplePosition, 'areaCode'>,
  metres: number,
): Omit<SamplePosition, 'areaCode'> {
  const angle = chance.next() * 2 * Math.PI;
  const distance = metres * Math.sqrt(chance.next());
  return {
    latitude: latitude + (distance * Math.sin(angle)) / METRES_PER_DEGREE,
    longitude:
      longitude + (distance * Math.cos(angle)) / (METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180)),
  };
}

/** Made-up places of the made-up estates and their buildings, near enough to a centre to be brought a meal. */
export function samplePositions(estates: readonly SampleEstate[]): SamplePosition[] {
  const chance = new Chance('positions');
  return estates.flatMap((estate) => {
    const centre = centreNear(estate.code);
    if (!centre) return [];
    const gate = around(chance, centre, centre.areaCode.length >= COMMUNITY ? 900 : 1800);
    return [
      { areaCode: estate.code, ...gate },
      ...estate.buildings.map(({ code }) => ({ areaCode: code, ...around(chance, gate, 130) })),
    ];
  });
}
