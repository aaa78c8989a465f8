import { serverNow, useNow } from '@linli/client';
import { useLiveStatus } from '@linli/client/live';
import { type ReactElement, useState } from 'react';
import type { SceneQuery } from '../gql/graphql';
import { Foot, Head } from '../shell/frame';
import { Stage } from '../shell/stage';
import { useWords } from '../shell/words';
import { isStale } from './age';
import { AgeBadge } from './age-badge';
import { LunchPage } from './centre/lunch-page';
import { TodayPage } from './centre/today-page';
import { WeekPage } from './centre/week-page';
import { CoveragePage } from './district/coverage-page';
import { ServicesPage } from './district/services-page';
import { type PageName, pagesOf } from './pages';
import { turnAt } from './rotation';
import type { Scene } from './scene';

interface SceneWallProps {
  readonly data: SceneQuery;
  readonly answeredAt: number;
  /** A preview has no live connection to miss. */
  readonly isFollowed: boolean;
}

/** One page of the scene after another, with how fresh it is. */
export function SceneWall({
  data: { scene, demonstration },
  answeredAt,
  isFollowed,
}: SceneWallProps): ReactElement {
  const now = useNow();
  const { t, format } = useWords();
  const live = useLiveStatus();
  const interruptedSince = isFollowed && live.status !== 'live' ? inServerTime(live.since) : undefined;
  const stale = isStale({ answeredAt, interruptedSince }, now.getTime());
  const pages = pagesOf(scene, now);
  const { index, progress } = turnAt(pages.length, useStart(pages, now.getTime()), now.getTime());
  const page = pages[index] ?? pages[0] ?? 'today';
  const next = pages.length > 1 ? pages[(index + 1) % pages.length] : undefined;
  const name = scene.__typename === 'CentreScene' ? scene.centreName : scene.areaName;
  const about = scene.__typename === 'CentreScene' ? undefined : t(`screen.page.${page}`);
  return (
    <Stage isStale={stale}>
      <Head name={name} about={about} />
      {stale && <AgeBadge answeredAt={answeredAt} now={now} />}
      <main className="page" key={page}>
        <Page page={page} scene={scene} now={now} keptFrom={stale ? new Date(answeredAt) : undefined} />
      </main>
      <Foot pages={pages.length} index={index} progress={progress} next={next && t(`screen.page.${next}`)}>
        {demonstration && <span>{t('screen.sample')}</span>}
        <i className={stale ? 'dot dot--stale' : 'dot'} aria-hidden="true" />
        {stale ? t('screen.reconnecting') : t('screen.updated', { time: format.clock(scene.asOf) })}
      </Foot>
    </Stage>
  );
}

/** A moment of this machine's clock by the server's, which is the one that the rest goes by. */
const inServerTime = (at: number): number => at + serverNow().getTime() - Date.now();

/** When this set of pages began: another set begins with its first, and so it does when the clock was put back. */
function useStart(pages: readonly PageName[], now: number): number {
  const key = pages.join();
  const [start, setStart] = useState({ key, at: now });
  if (start.key === key && start.at <= now) return start.at;
  setStart({ key, at: now });
  return now;
}

interface PageProps {
  readonly page: PageName;
  readonly scene: Scene;
  readonly now: Date;
  /** Since when the figures stand still, when they do. */
  readonly keptFrom: Date | undefined;
}

function Page({ page, scene, now, keptFrom }: PageProps): ReactElement {
  if (scene.__typename === 'DistrictScene') {
    return page === 'services' ? <ServicesPage scene={scene} now={now} /> : <CoveragePage scene={scene} />;
  }
  if (page === 'week') return <WeekPage scene={scene} now={now} isStale={keptFrom !== undefined} />;
  if (page === 'today') return <TodayPage scene={scene} now={now} isStale={keptFrom !== undefined} />;
  return <LunchPage scene={scene} now={now} keptFrom={keptFrom} />;
}
