import { lunchShown } from './centre/choose';
import type { CentreScene, DistrictScene, Scene } from './scene';

export type PageName = 'lunch' | 'nextLunch' | 'today' | 'week' | 'coverage' | 'services';

const pagesOfCentre = (scene: CentreScene, now: Date): PageName[] => {
  const shown = lunchShown(scene, now);
  if (!shown) return ['today', 'week'];
  return [shown.isToday ? 'lunch' : 'nextLunch', 'week'];
};

// An area without any centre has no services to show, one without estates no coverage; one page there always is.
function pagesOfArea({ estates, services }: DistrictScene): PageName[] {
  if (estates === 0 && services.centres > 0) return ['services'];
  return services.centres > 0 ? ['coverage', 'services'] : ['coverage'];
}

/** The pages of a wall at a moment, in their order. */
export const pagesOf = (scene: Scene, now: Date): PageName[] =>
  scene.__typename === 'CentreScene' ? pagesOfCentre(scene, now) : pagesOfArea(scene);
