import { type ReactElement, lazy, Suspense } from 'react';
import { CoverageSeriesDocument } from '../../gql/graphql';
import { DataTable } from '../../kit/data-table';
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

export function CoverageSeries({ areaId, name, to }: CoverageSeriesProps): ReactElement {
  const { t, format } = useWords();
  const read = useRead(CoverageSeriesDocument, { areaId, from: startOfSeries(to), to });
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
        return (
          <>
            <p className="pb m">{label}</p>
            <Suspense fallback={<Loading />}>
              <LineChart
                label={label}
                points={known.map(({ on, rate }) => ({ on, value: Math.round((rate ?? 0) * 1000) / 10 }))}
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
