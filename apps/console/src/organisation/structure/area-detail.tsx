import { type ReactElement } from 'react';
import { type AreaKind, OneAreaDocument, type OneAreaQuery, TwoNewDocument } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { Figure } from '../../kit/page';
import { Loaded } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import type { Change } from './change';
import { ChildrenTable, CoverageRows, CoveredBy } from './coverage-tables';
import { CoverageSeries } from './coverage-series';
import { ChangesTable, DetailHead, useAncestors } from './facts';
import type { Side } from './tree';
import { TwoNewPanel } from './two-new';

type Part = 'children' | 'series' | 'gap' | 'covered' | 'twoNew' | 'by' | 'changes';

const COUNTED: readonly AreaKind[] = ['DISTRICT', 'SUB_DISTRICT', 'TOWN', 'TOWNSHIP', 'COMMUNITY', 'VILLAGE'];

interface AreaDetailProps {
  readonly id: string;
  readonly on: string;
  readonly today: string;
  readonly onOpen: (id: string) => void;
  readonly onChange: ((change: Change) => void) | undefined;
  /** What it lies in, once that is known. */
  readonly onRead: (ancestorIds: readonly string[]) => void;
  /** To a node of either tree. */
  readonly onGo: (side: Side, id: string) => void;
}

export function AreaDetail(props: AreaDetailProps): ReactElement {
  const read = useRead(OneAreaDocument, { id: props.id, on: props.on });
  useAncestors(read.data?.area, props.onRead);
  return (
    <Loaded read={read} rows={6}>
      {(data) => <AreaPanels {...props} {...data} />}
    </Loaded>
  );
}

function AreaPanels({
  area,
  coverage,
  on,
  today,
  onOpen,
  onChange,
  onGo,
}: AreaDetailProps & Pick<OneAreaQuery, 'area' | 'coverage'>): ReactElement {
  const { t } = useWords();
  const counted = COUNTED.includes(area.kind);
  const [asked, setPart] = useFilter<Part>('part', counted ? 'children' : 'by');
  const parts: readonly Part[] = counted
    ? ['children', 'series', 'gap', 'covered', 'twoNew', 'by', 'changes']
    : ['by', 'changes'];
  const part = parts.includes(asked) ? asked : (parts[0] ?? 'by');
  const counts: Partial<Record<Part, number>> = {
    gap: coverage.estates - coverage.covered,
    covered: coverage.covered,
    by: area.coveredBy.length,
  };
  return (
    <>
      <section className="panel">
        <DetailHead
          {...area}
          kind={t(`AreaKind.${area.kind}`)}
          on={on}
          onOpen={onOpen}
          side={
            onChange &&
            area.viewerCanChange &&
            area.kind !== 'DISTRICT' &&
            area.validTo === null && <AreaActs area={area} onChange={onChange} />
          }
        />
        {counted && <CoverageBand area={area} coverage={coverage} on={on} part={part} onPart={setPart} />}
      </section>
      <section className="panel">
        <div className="ph">
          <Tabs
            label={t('console.structure.parts')}
            current={part}
            onChange={setPart}
            tabs={parts.map((key) => ({
              key,
              label: t(`console.structure.part.${key}`),
              count: counts[key],
              late: key === 'gap',
            }))}
          />
        </div>
        {part === 'children' && <ChildrenTable areaId={area.id} on={on} onOpen={onOpen} />}
        {part === 'series' && (
          <CoverageSeries areaId={area.id} name={area.name} to={on < today ? on : today} />
        )}
        {(part === 'gap' || part === 'covered') && (
          <CoverageRows
            key={part}
            areaId={area.id}
            areaName={area.name}
            on={on}
            covered={part === 'covered'}
            onOpen={onOpen}
          />
        )}
        {part === 'twoNew' && (
          <TwoNewPanel
            {...{ on, today }}
            areaId={area.id}
            mayRecord={onChange !== undefined && area.viewerCanChange}
          />
        )}
        {part === 'by' && <CoveredBy organisations={area.coveredBy} onOpen={(id) => onGo('party', id)} />}
        {part === 'changes' && <ChangesTable changes={area.changes} />}
      </section>
    </>
  );
}

function AreaActs({
  area,
  onChange,
}: {
  readonly area: OneAreaQuery['area'];
  readonly onChange: (change: Change) => void;
}): ReactElement {
  const { t } = useWords();
  return (
    <>
      <Button
        small
        icon="pencil"
        onClick={() =>
          onChange({ act: 'renameArea', id: area.id, name: area.name, officialName: area.officialName })
        }
      >
        {t('StructureChangeKind.RENAMED')}
      </Button>
      <Button small kind="bad" onClick={() => onChange({ act: 'closeArea', id: area.id, name: area.name })}>
        {t('StructureChangeKind.CLOSED')}
      </Button>
    </>
  );
}

interface CoverageBandProps {
  readonly area: OneAreaQuery['area'];
  readonly coverage: OneAreaQuery['coverage'];
  readonly on: string;
  readonly part: Part;
  readonly onPart: (part: Part) => void;
}

/** Every figure opens the rows behind it. */
function CoverageBand({ area, coverage, on, part, onPart }: CoverageBandProps): ReactElement {
  const { t } = useWords();
  const { estates, covered, rate } = coverage;
  const twoNew = useRead(TwoNewDocument, { areaId: area.id, field: null, on });
  const fields = twoNew.data?.twoNewCoverage ?? [];
  const units = fields.reduce((sum, one) => sum + one.units, 0);
  const organised = fields.reduce((sum, one) => sum + one.withOrganisation, 0);
  const percent = rate === null ? undefined : Math.round(rate * 1000) / 10;
  return (
    <div className="band" style={{ borderTop: '1px solid var(--hair)', marginTop: 4 }}>
      <Figure
        icon="shield"
        label={t('console.coverage.rate')}
        figure={percent ?? '—'}
        {...(percent === undefined ? {} : { unit: '%', bars: [percent] })}
        note={estates > 0 ? t('console.coverage.of', { covered, estates }) : t('console.coverage.noEstates')}
        pressed={part === 'series'}
        onOpen={() => onPart('series')}
      />
      <Figure
        icon="shield-check"
        label={t('console.coverage.covered')}
        figure={covered}
        unit={t('console.coverage.estates')}
        note={t('console.coverage.openRows')}
        pressed={part === 'covered'}
        onOpen={() => onPart('covered')}
      />
      <Figure
        icon="octagon-alert"
        label={t('console.coverage.gap')}
        figure={estates - covered}
        unit={t('console.coverage.estates')}
        note={t('console.coverage.openRows')}
        pressed={part === 'gap'}
        onOpen={() => onPart('gap')}
      />
      <Figure
        icon="store"
        label={t('console.coverage.twoNew')}
        figure={twoNew.data ? organised : '…'}
        unit={`/ ${units}`}
        {...(units > 0 ? { bars: [(organised / units) * 100] } : {})}
        note={t('console.coverage.twoNewNote')}
        pressed={part === 'twoNew'}
        onOpen={() => onPart('twoNew')}
      />
    </div>
  );
}
