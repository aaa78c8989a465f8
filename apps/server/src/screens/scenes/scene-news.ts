import { Repeater } from '@graphql-yoga/subscription';
import type { AreaId, CentreId } from '@linli/domain/access';
import { type Database, statement } from '../../platform/database/index.js';
import type { NewsItem } from '../../platform/events/index.js';
import type { Request } from '../../platform/graphql/index.js';
import type { ShownPlace } from './shown-place.js';

const subjectsOfArea = statement<{ areaId: AreaId }, { id: string }>({
  name: 'subjects-of-area-shown',
  text: `
    SELECT lineage[1] AS id FROM area WHERE id = :areaId
    UNION
    SELECT centre.id FROM centre JOIN area ON area.id = centre.area_id WHERE area.lineage @> ARRAY[:areaId::uuid]`,
});

const subjectsOf = async (
  db: Database,
  { areaId, centreId }: { areaId: AreaId | null; centreId: CentreId | null },
): Promise<string[]> => [
  ...(centreId === null ? [] : [centreId]),
  ...(areaId === null ? [] : (await subjectsOfArea(db, { areaId })).map(({ id }) => id)),
];

/**
 * What happens to the screen itself, its centre, or the trees and the centres of its area; the last is its revocation.
 * Not a generator: that one, when it is left while it waits, hears of it only with the next news.
 */
export const sceneNews = (
  { db, news }: Pick<Request, 'db' | 'news'>,
  place: ShownPlace,
  after: string | undefined,
): AsyncIterable<NewsItem> =>
  new Repeater<NewsItem>(async (push, stop) => {
    const coming = news.about([place.screenId, ...(await subjectsOf(db, place))], after);
    void stop.then(() => coming.return?.());
    for await (const item of coming) {
      const taken = push(item);
      if (item.name === 'screens.revoked') break;
      await taken;
    }
    stop();
  });
