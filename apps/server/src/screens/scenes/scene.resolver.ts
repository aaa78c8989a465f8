import { type AreaId, areaId, type CentreId, centreId } from '@linli/domain/access';
import { Ctx, Query, Resolver, Root, Subscription } from 'type-graphql';
import { z } from 'zod';
import { MAX_CURSOR, type NewsItem } from '../../platform/events/index.js';
import { Allow, Arg, News, newsOf, type Request, SameForAll } from '../../platform/graphql/index.js';
import { sceneNews } from './scene-news.js';
import { sceneOf } from './scene-of.js';
import { type CentreScene, type DistrictScene, Scene } from './scene.type.js';
import { previewedPlace, shownPlace } from './shown-place.js';

interface Subscribing {
  readonly args: Record<string, unknown>;
  readonly context: Request;
}

const followScene = ({ args, context }: Subscribing) => {
  const after = typeof args.after === 'string' ? args.after : undefined;
  return sceneNews(context, shownPlace(context.viewer), after);
};

@Resolver()
export class SceneResolver {
  @Allow('SHOW_SCENE')
  @Query(() => Scene)
  scene(@Ctx() request: Request): Promise<CentreScene | DistrictScene> {
    return sceneOf(request, shownPlace(request.viewer));
  }

  /** What the wall of a centre or an area shows, for the console. */
  @Allow('MANAGE_SCREENS')
  @Query(() => Scene)
  async previewScene(
    @Ctx() request: Request,
    @Arg('centreId', centreId.nullish()) centre: CentreId | null | undefined,
    @Arg('areaId', areaId.nullish()) area: AreaId | null | undefined,
  ): Promise<CentreScene | DistrictScene> {
    const { db, viewer } = request;
    const place = await previewedPlace(db, viewer, { centreId: centre, areaId: area });
    return sceneOf(request, { ...place, screenId: null });
  }

  @SameForAll()
  @Allow('SHOW_SCENE')
  @Subscription(() => News, {
    subscribe: (data) => followScene(data as Subscribing),
    description: 'What concerns this screen; it ends when the screen is revoked.',
  })
  sceneNews(
    @Root() item: NewsItem,
    @Arg('after', z.string().max(MAX_CURSOR).nullish()) _after: string | null | undefined,
  ): News {
    return newsOf(item);
  }
}
