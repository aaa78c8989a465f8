import { Status, type Tone } from '@linli/ui';
import type { ReactElement } from 'react';
import { type TwoNewCover, TwoNewDocument, type TwoNewField } from '../../gql/graphql';
import { DataTable } from '../../kit/data-table';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { Loaded, Nothing } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';

const FIELDS: readonly TwoNewField[] = ['OFFICE_BUILDING', 'COMMERCIAL_DISTRICT', 'INTERNET', 'LAW_FIRM'];
const TONES: Record<TwoNewCover, Tone> = { OWN: 'ok', JOINT: 'ok', INSTRUCTOR: 'warn', NONE: 'bad' };

/** Enterprises and social organisations of the four fields: who has an organisation, who should have one, and when it last met. */
export function TwoNewPanel({ areaId }: { readonly areaId: string }): ReactElement {
  const { t, format } = useWords();
  const [field, setField] = useFilter<TwoNewField | 'all'>('field', 'all');
  const read = useRead(TwoNewDocument, { areaId, field: field === 'all' ? null : field }, { keep: true });
  return (
    <Loaded read={read} rows={6}>
      {({ twoNewCoverage, twoNewUnits }) => {
        const count = (key: TwoNewField) => twoNewCoverage.find((one) => one.field === key)?.units ?? 0;
        const chosen = twoNewCoverage.filter((one) => field === 'all' || one.field === field);
        const sum = (key: 'units' | 'withOrganisation' | 'withWorkCover' | 'shouldHaveOwn' | 'own') =>
          chosen.reduce((total, one) => total + one[key], 0);
        return (
          <>
            <div className="pb">
              <Tabs
                label={t('console.twoNew.fields')}
                current={field}
                onChange={setField}
                tabs={[
                  {
                    key: 'all',
                    label: t('common.all'),
                    count: FIELDS.reduce((total, key) => total + count(key), 0),
                  },
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
            <div className="scr">
              <DataTable
                label={t('console.structure.part.twoNew')}
                wrap
                rows={twoNewUnits}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'name',
                    title: t('console.twoNew.unit'),
                    cell: ({ name, areaName }) => (
                      <>
                        <b>{name}</b> <span className="m">{areaName}</span>
                      </>
                    ),
                  },
                  {
                    key: 'field',
                    title: t('console.twoNew.field'),
                    cell: (unit) => t(`TwoNewField.${unit.field}`),
                  },
                  {
                    key: 'members',
                    title: t('console.twoNew.members'),
                    number: true,
                    cell: ({ members }) => members,
                  },
                  {
                    key: 'cover',
                    title: t('console.twoNew.cover'),
                    cell: ({ cover, organisation, shouldHaveOwn }) => (
                      <>
                        <Status tone={TONES[cover]}>{t(`TwoNewCover.${cover}`)}</Status>{' '}
                        <span className="m">
                          {organisation?.name ??
                            (shouldHaveOwn && cover !== 'OWN' ? t('console.twoNew.should') : '')}
                        </span>
                      </>
                    ),
                  },
                  {
                    key: 'last',
                    title: t('console.twoNew.last'),
                    cell: ({ lastActivityOn }) =>
                      lastActivityOn ? (
                        format.date(lastActivityOn)
                      ) : (
                        <span className="m">{t('console.twoNew.never')}</span>
                      ),
                  },
                ]}
                empty={<Nothing icon="store" title={t('console.twoNew.none')} />}
              />
            </div>
          </>
        );
      }}
    </Loaded>
  );
}
