import { Status, type Tone } from '@linli/ui';
import type { ReactElement } from 'react';
import { type TwoNewCover, TwoNewDocument, type TwoNewQuery, type TwoNewField } from '../../gql/graphql';
import { type Column, column, DataTable } from '../../kit/data-table';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { Loaded, Nothing } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';

const FIELDS: readonly TwoNewField[] = ['OFFICE_BUILDING', 'COMMERCIAL_DISTRICT', 'INTERNET', 'LAW_FIRM'];
const TONES: Record<TwoNewCover, Tone> = { OWN: 'ok', JOINT: 'ok', INSTRUCTOR: 'warn', NONE: 'bad' };

interface TwoNewPanelProps {
  readonly areaId: string;
  readonly on: string;
  /** Of a unit only the last activity is on record: what was the last on a past day is not known. */
  readonly isPast: boolean;
}

/** Enterprises and social organisations of the four fields: who has an organisation, who should have one, and when it last met, as of the day. */
export function TwoNewPanel({ areaId, on, isPast }: TwoNewPanelProps): ReactElement {
  const [field, setField] = useFilter<Field>('field', 'all');
  const read = useRead(TwoNewDocument, { areaId, field: field === 'all' ? null : field, on }, { keep: true });
  return (
    <Loaded read={read} rows={6}>
      {({ twoNewCoverage, twoNewUnits }) => (
        <>
          <Counts coverage={twoNewCoverage} field={field} onField={setField} />
          <div className="scr">
            <UnitsTable units={twoNewUnits} isPast={isPast} />
          </div>
        </>
      )}
    </Loaded>
  );
}

type Field = TwoNewField | 'all';

interface CountsProps {
  readonly coverage: TwoNewQuery['twoNewCoverage'];
  readonly field: Field;
  readonly onField: (field: Field) => void;
}

function Counts({ coverage, field, onField }: CountsProps): ReactElement {
  const { t } = useWords();
  const count = (key: TwoNewField) => coverage.find((one) => one.field === key)?.units ?? 0;
  const chosen = coverage.filter((one) => field === 'all' || one.field === field);
  const sum = (key: 'units' | 'withOrganisation' | 'withWorkCover' | 'shouldHaveOwn' | 'own') =>
    chosen.reduce((total, one) => total + one[key], 0);
  const all = FIELDS.reduce((total, key) => total + count(key), 0);
  return (
    <div className="pb">
      <Tabs
        label={t('console.twoNew.fields')}
        current={field}
        onChange={onField}
        tabs={[
          { key: 'all', label: t('common.all'), count: all },
          ...FIELDS.map((key) => ({ key, label: t(`TwoNewField.${key}`), count: count(key) })),
        ]}
      />
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

interface UnitsTableProps extends Pick<TwoNewPanelProps, 'isPast'> {
  readonly units: readonly Unit[];
}

function UnitsTable({ units, isPast }: UnitsTableProps): ReactElement {
  const { t, format } = useWords();
  const lacks = ({ shouldHaveOwn, cover }: Unit) =>
    shouldHaveOwn && cover !== 'OWN' ? t('console.twoNew.should') : '';
  const columns: Column<Unit>[] = [
    column('name', t('console.twoNew.unit'), ({ name, areaName }) => (
      <>
        <b>{name}</b> <span className="m">{areaName}</span>
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
    column('last', t('console.twoNew.last'), ({ lastActivityOn }) =>
      lastActivityOn ? (
        format.date(lastActivityOn)
      ) : (
        <span className="m">{isPast ? '—' : t('console.twoNew.never')}</span>
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
