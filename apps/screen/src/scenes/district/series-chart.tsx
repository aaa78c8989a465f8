import type { ReactElement } from 'react';
import { useWords } from '../../shell/words';
import type { DistrictScene } from '../scene';
import { percentOf } from './percent';
import { lineOf } from './series';

/** The course of the rate towards its target. Lines are drawn, words are words: they keep their size on every wall. */
export function SeriesChart({ series }: { readonly series: DistrictScene['series'] }): ReactElement {
  const { t } = useWords();
  const line = lineOf(series);
  const end = line?.points.at(-1);
  return (
    <section className="series">
      <h2 className="kick">
        {t('screen.coverage.series')}
        <small>{t('screen.coverage.seriesUnit')}</small>
      </h2>
      {line && end ? (
        <div className="chart">
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            <path className="chart__target" d="M0 0H100" />
            <path className="chart__axis" d="M0 100H100" />
            <path className="chart__area" d={`${pathOf(line.points)}V100H0Z`} />
            <path className="chart__line" d={pathOf(line.points)} />
          </svg>
          <p className="chart__goal">{t('screen.coverage.target')}</p>
          <b className="chart__last" style={{ top: `clamp(46px, ${String(end[1])}%, 88%)` }}>
            {percentOf(line.last)}
          </b>
          <i className="chart__dot" style={{ top: `${String(end[1])}%` }} aria-hidden="true" />
          {line.ticks.map(({ x, on }) => (
            <small key={on} style={{ left: `${String(x)}%` }}>
              <Month on={on} isNow={x === 100} />
            </small>
          ))}
        </div>
      ) : (
        <p className="empty">{t('screen.coverage.seriesShort')}</p>
      )}
    </section>
  );
}

const pathOf = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`).join('');

function Month({ on, isNow }: { readonly on: string; readonly isNow: boolean }): ReactElement {
  const { t } = useWords();
  if (isNow) return <>{t('screen.coverage.now')}</>;
  return <>{t('screen.coverage.month', { year: on.slice(2, 4), month: Number(on.slice(5, 7)) })}</>;
}
