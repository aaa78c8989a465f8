import { type ReactElement, lazy, Suspense, useMemo } from 'react';
import { useMay } from '../../access/viewer';
import {
  CoverageSeriesDocument,
  EffectiveCoverageSeriesDocument,
  type EffectiveCoverageSeriesQuery,
} from '../../gql/graphql';
import { column, DataTable } from '../../kit/data-table';
import { useRead } from '../../kit/fresh';
import { Loaded, Loading, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { startOfSeries } from './start-of-series';

const LineChart = lazy(() => import('./line-chart'));
interface CoverageSeriesProps {
  readonly areaId: string;
  readonly name: string;
  readonly to: string;
}

const shareOf = (rate: number | null): number => Math.round((rate ?? 0) * 1000) / 10;

/** 有效 From when the house can say. */
const partOf = (
  points: EffectiveCoverageSeriesQuery['effectiveCoverageSeries'],
  name: string,
): { readonly name: string; readonly points: { readonly on: string; readonly value: number }[] } => ({
  name,
  points: points.flatMap(({ on, effectiveRate }) =>
    effectiveRate === null ? [] : [{ on, value: shareOf(effectiveRate) }],
  ),
});

export function CoverageSeries({ areaId, name, to }: CoverageSeriesProps): ReactElement {
  const { t, format } = useWords();
  const span = { areaId, from: startOfSeries(to), to };
  const read = useRead(CoverageSeriesDocument, span);
  // Beyond the reach of whoever looks there is the coverage alone.
  const seesLife = useMay('SEE_LIFE');
  const effective = useRead(EffectiveCoverageSeriesDocument, span, { skip: !seesLife }).data
    ?.effectiveCoverageSeries;
  const part = useMemo(() => effective && partOf(effective, t('console.coverage.effective')), [effective, t]);
  return (
    <Loaded read={read} rows={6}>
      {({ coverageSeries: points }) => {
        const known = points.filter(({ rate }) => rate !== null);
        const [first, last] = [known[0], known.at(-1)];
        if (!first || !last) return <Nothing icon="shield" title={t('console.coverage.noEstates')} />;
        const label = t('console.coverage.seriesLabel', {
          name,
          from: format.date(first.on),
          start: format.percent(first.rate ?? 0),
          to: format.date(last.on),
          end: format.percent(last.rate ?? 0),
        });
        const end = effective?.at(-1)?.effectiveRate ?? null;
        const said =
          end === null ? label : t('console.coverage.effectiveLabel', { label, share: format.percent(end) });
        const then = new Map(effective?.map((point) => [point.on, point]));
        return (
          <>
            <p className="pb m">{said}</p>
            <Suspense fallback={<Loading />}>
              <LineChart
                label={said}
                points={known.map(({ on, rate }) => ({ on, value: shareOf(rate) }))}
                {...(part && part.points.length > 0 && { name: t('console.coverage.onPaper'), part })}
              />
            </Suspense>
            <details className="pb">
              <summary>{t('console.coverage.figures')}</summary>
              <DataTable
                label={t('console.structure.part.series')}
                rows={[...points].reverse()}
                rowKey={({ on }) => on}
                columns={[
                  { key: 'on', title: t('console.closed.day'), cell: ({ on }) => format.date(on) },
                  {
                    key: 'estates',
                    title: t('console.coverage.estateCount'),
                    number: true,
                    cell: ({ estates }) => estates,
                  },
                  {
                    key: 'covered',
                    title: t('console.coverage.covered'),
                    number: true,
                    cell: ({ covered }) => covered,
                  },
                  {
                    key: 'rate',
                    title: t('console.coverage.rate'),
                    number: true,
                    cell: ({ rate }) => (rate === null ? '—' : format.percent(rate)),
                  },
                  ...(effective
                    ? [
                        column<(typeof points)[number]>(
                          'effective',
                          t('console.coverage.effective'),
                          ({ on }) => {
                            const share = then.get(on)?.effectiveRate ?? null;
                            return share === null ? '—' : format.percent(share);
                          },
                          { number: true },
                        ),
                      ]
                    : []),
                ]}
                empty={null}
              />
            </details>
          </>
        );
      }}
    </Loaded>
  );
}
