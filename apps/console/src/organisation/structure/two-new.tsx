import { Status, type Tone } from '@linli/ui';
import { type ReactElement, type ReactNode, useState } from 'react';
import {
  type TwoNewCover,
  TwoNewDocument,
  type TwoNewField,
  type TwoNewQuery,
  TwoNewSeriesDocument,
  type TwoNewSeriesQuery,
} from '../../gql/graphql';
import { Button } from '../../kit/button';
import { type Column, column, DataTable } from '../../kit/data-table';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { Loaded, Nothing } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { startOfSeries } from './start-of-series';
import { UnitDrawer } from './unit-drawer';
import { FIELDS, UnitForm } from './unit-form';

const TONES: Record<TwoNewCover, Tone> = { OWN: 'ok', JOINT: 'ok', INSTRUCTOR: 'warn', NONE: 'bad' };

interface TwoNewPanelProps {
  readonly areaId: string;
  readonly on: string;
  readonly today: string;
  /** Whether the viewer may record a unit here. */
  readonly mayRecord: boolean;
}

/** Enterprises and social organisations of the four fields: who has an organisation, who should have one, and when it last met, as of the day. */
export function TwoNewPanel({ areaId, on, today, mayRecord }: TwoNewPanelProps): ReactElement {
  const { t } = useWords();
  const [field, setField] = useFilter<Field>('field', 'all');
  const [opened, setOpened] = useState<string>();
  const [recording, setRecording] = useState(false);
  const read = useRead(TwoNewDocument, { areaId, field: field === 'all' ? null : field, on }, { keep: true });
  const unit = read.data?.twoNewUnits.find(({ id }) => id === opened);
  return (
    <>
      <Loaded read={read} rows={6}>
        {({ twoNewCoverage, twoNewUnits }) => (
          <>
            <Counts
              coverage={twoNewCoverage}
              field={field}
              onField={setField}
              side={
                mayRecord && (
                  <Button small icon="plus" onClick={() => setRecording(true)}>
                    {t('console.twoNew.record')}
                  </Button>
                )
              }
            />
            <div className="scr">
              <UnitsTable units={twoNewUnits} onOpen={setOpened} />
            </div>
            <TwoNewSeries areaId={areaId} to={on < today ? on : today} />
          </>
        )}
      </Loaded>
      {unit && (
        <UnitDrawer
          {...{ unit, areaId, today }}
          onClose={() => setOpened(undefined)}
          again={() => read.again()}
        />
      )}
      {recording && (
        <UnitForm
          {...{ areaId, today }}
          onClose={() => setRecording(false)}
          onDone={() => {
            setRecording(false);
            read.again();
          }}
        />
      )}
    </>
  );
}

/** 兩個覆蓋 by the month, as figures. */
function TwoNewSeries({ areaId, to }: { readonly areaId: string; readonly to: string }): ReactElement {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details className="pb" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('console.twoNew.series')}</summary>
      {open && <SeriesTable areaId={areaId} to={to} />}
    </details>
  );
}

function SeriesTable({ areaId, to }: { readonly areaId: string; readonly to: string }): ReactElement {
  const { t, format } = useWords();
  const read = useRead(TwoNewSeriesDocument, { areaId, from: startOfSeries(to), to });
  const share = (part: number, whole: number) =>
    whole === 0 ? '—' : `${format.percent(part / whole)} (${String(part)} / ${String(whole)})`;
  const columns: Column<TwoNewSeriesQuery['twoNewSeries'][number]>[] = [
    column('on', t('console.closed.day'), ({ on }) => format.date(on)),
    column('own', t('console.twoNew.organised'), (point) => share(point.withOrganisation, point.units)),
    column('work', t('console.twoNew.work'), (point) => share(point.withWorkCover, point.units)),
  ];
  return (
    <DataTable
      label={t('console.twoNew.series')}
      rows={read.data && [...read.data.twoNewSeries].reverse()}
      read={read}
      rowKey={({ on }) => on}
      columns={columns}
      empty={null}
    />
  );
}

type Field = TwoNewField | 'all';

interface CountsProps {
  readonly coverage: TwoNewQuery['twoNewCoverage'];
  readonly field: Field;
  readonly onField: (field: Field) => void;
  readonly side: ReactNode;
}

function Counts({ coverage, field, onField, side }: CountsProps): ReactElement {
  const { t } = useWords();
  const count = (key: TwoNewField) => coverage.find((one) => one.field === key)?.units ?? 0;
  const chosen = coverage.filter((one) => field === 'all' || one.field === field);
  const sum = (key: 'units' | 'withOrganisation' | 'withWorkCover' | 'shouldHaveOwn' | 'own') =>
    chosen.reduce((total, one) => total + one[key], 0);
  const all = FIELDS.reduce((total, key) => total + count(key), 0);
  return (
    <div className="pb">
      <div className="row">
        <Tabs
          label={t('console.twoNew.fields')}
          current={field}
          onChange={onField}
          tabs={[
            { key: 'all', label: t('common.all'), count: all },
            ...FIELDS.map((key) => ({ key, label: t(`TwoNewField.${key}`), count: count(key) })),
          ]}
        />
        <div className="r">{side}</div>
      </div>
      <p className="m" style={{ marginTop: 8 }}>
        {t('console.twoNew.says', {
          units: sum('units'),
          organised: sum('withOrganisation'),
          work: sum('withWorkCover'),
          should: sum('shouldHaveOwn'),
          own: sum('own'),
        })}
      </p>
    </div>
  );
}

type Unit = TwoNewQuery['twoNewUnits'][number];

interface UnitsTableProps {
  readonly units: readonly Unit[];
  readonly onOpen: (id: string) => void;
}

function UnitsTable({ units, onOpen }: UnitsTableProps): ReactElement {
  const { t, format } = useWords();
  const lacks = ({ shouldHaveOwn, cover }: Unit) =>
    shouldHaveOwn && cover !== 'OWN' ? t('console.twoNew.should') : '';
  const columns: Column<Unit>[] = [
    column('name', t('console.twoNew.unit'), ({ id, name, areaName }) => (
      <>
        <button type="button" className="lk" onClick={() => onOpen(id)}>
          <b>{name}</b>
        </button>{' '}
        <span className="m">{areaName}</span>
      </>
    )),
    column('field', t('console.twoNew.field'), ({ field }) => t(`TwoNewField.${field}`)),
    column('members', t('console.twoNew.members'), ({ members }) => members, { number: true }),
    column('cover', t('console.twoNew.cover'), (unit) => (
      <>
        <Status tone={TONES[unit.cover]}>{t(`TwoNewCover.${unit.cover}`)}</Status>{' '}
        <span className="m">{unit.organisation?.name ?? lacks(unit)}</span>
      </>
    )),
    column('last', t('console.twoNew.last'), ({ lastActivityOn, lastActivity }) =>
      lastActivityOn ? (
        <>
          {format.date(lastActivityOn)} <span className="m">{lastActivity}</span>
        </>
      ) : (
        <span className="m">{t('console.twoNew.never')}</span>
      ),
    ),
  ];
  return (
    <DataTable
      label={t('console.structure.part.twoNew')}
      wrap
      rows={units}
      rowKey={({ id }) => id}
      columns={columns}
      empty={<Nothing icon="store" title={t('console.twoNew.none')} />}
    />
  );
}
