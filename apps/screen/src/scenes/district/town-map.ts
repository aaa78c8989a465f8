import type { Town } from '../scene';

/** Where the ten towns of 郾城區 lie, roughly: a row and a column of a map of tiles. Source: design, mockup C3. */
const PLACES: Readonly<Record<string, readonly [row: number, column: number]>> = {
  '411103105': [1, 2],
  '411103106': [1, 3],
  '411103102': [1, 4],
  '411103103': [2, 1],
  '411103104': [2, 2],
  '411103101': [2, 3],
  '411103107': [2, 4],
  '411103003': [3, 2],
  '411103002': [3, 3],
  '411103001': [3, 4],
};

export interface Tile extends Town {
  /** Row and column from 1 on; undefined where the parts simply follow each other. */
  readonly at: readonly [number, number] | undefined;
}

export interface TileMap {
  readonly tiles: readonly Tile[];
  readonly columns: number;
  readonly isMap: boolean;
  /** Parts for which there was no room. */
  readonly left: number;
}

const MOST = 20;

/** The parts of an area as tiles: on a map where we know one, else one after the other, those with estates first. */
export function tileMapOf(towns: readonly Town[]): TileMap {
  if (towns.length > 0 && towns.every(({ code }) => PLACES[code])) {
    const tiles = towns.map((town) => ({ ...town, at: PLACES[town.code] }));
    return { tiles, columns: 4, isMap: true, left: 0 };
  }
  const withEstates = towns.filter(({ estates }) => estates > 0);
  const shown = (withEstates.length > 0 ? withEstates : towns).slice(0, MOST);
  const columns = shown.length <= 4 ? 2 : shown.length <= 9 ? 3 : shown.length <= 16 ? 4 : 5;
  const tiles = shown.map((town) => ({ ...town, name: shortNameOf(town.name), at: undefined }));
  return { tiles, columns, isMap: false, left: Math.max(0, withEstates.length - MOST) };
}

/** 嵩山路社區 is 嵩山路 here: a tile holds four characters, and among communities the kind says nothing. */
const shortNameOf = (name: string): string => (name.length > 4 ? name.replace(/(社區|社区)$/, '') : name);
