import type { ReactElement } from 'react';
import { Phrase } from '../../shell/phrase';
import { useWords } from '../../shell/words';
import type { DistrictScene } from '../scene';
import { percentOf } from './percent';
import { SeriesChart } from './series-chart';
import { Tiles } from './tiles';
import { tileMapOf } from './town-map';

/** How far the branches reach, where they do not yet, and how it came. */
export function CoveragePage({ scene }: { readonly scene: DistrictScene }): ReactElement {
  const { t, format } = useWords();
  const { estates, covered, rate, series, towns } = scene;
  if (estates === 0) {
    return (
      <div className="body body--notice">
        <h1 className="say">{t('screen.coverage.sayNone')}</h1>
        <p className="sub">{t('screen.coverage.sayNoneHint')}</p>
      </div>
    );
  }
  const say =
    rate == null
      ? t('screen.coverage.sayCount', { estates, covered })
      : t('screen.coverage.say', { rate: `${percentOf(rate)}%` });
  return (
    <div className="body body--coverage">
      <h1 className="say">
        <Phrase text={say} />
      </h1>
      <Tiles map={tileMapOf(towns)} />
      <div className="course">
        <SeriesChart series={series} />
        <dl className="strip">
          <div>
            <dt>{t('screen.coverage.estates')}</dt>
            <dd>{format.count(estates)}</dd>
          </div>
          <div>
            <dt>{t('screen.coverage.covered')}</dt>
            <dd className="green">{format.count(covered)}</dd>
          </div>
          <div>
            <dt>{t('screen.coverage.missing')}</dt>
            <dd className={covered < estates ? 'orange' : undefined}>{format.count(estates - covered)}</dd>
          </div>
        </dl>
      </div>
    </div>
  );
}
