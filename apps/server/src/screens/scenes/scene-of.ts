import type { Request } from '../../platform/graphql/index.js';
import { notFound } from '../../platform/graphql/index.js';
import { centreScene } from './centre-scene.js';
import { districtScene } from './district-scene.js';
import type { CentreScene, DistrictScene } from './scene.type.js';
import type { ShownPlace } from './shown-place.js';

type Place = Pick<ShownPlace, 'areaId' | 'centreId'> & { readonly screenId: string | null };

/** The cursor comes first: what happens while the page is read comes again as news. */
export function sceneOf(
  { db, news }: Pick<Request, 'db' | 'news'>,
  { screenId, areaId, centreId }: Place,
): Promise<CentreScene | DistrictScene> {
  const cursor = news.cursor();
  if (centreId !== null) return centreScene(db, { screenId, centreId }, cursor);
  if (areaId !== null) return districtScene(db, { screenId, areaId }, cursor);
  throw notFound('place');
}
