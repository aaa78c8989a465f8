import { type ReactElement, useState } from 'react';
import {
  LifeRateListDocument,
  type LifeRateKind,
  type LifeRateListQuery,
  type RateSide,
} from '../../gql/graphql';
import { Button } from '../../kit/button';
import { column, DataTable } from '../../kit/data-table';
import { useRead } from '../../kit/fresh';
import { Drawer } from '../../kit/overlays';
import { Nothing } from '../../kit/states';
import { Segmented } from '../../kit/tabs';
import { useWords } from '../../kit/words';

export interface Opened {
  readonly kind: LifeRateKind;
  readonly organisationId: string;
  readonly year: number;
  readonly month: number;
}

type Person = LifeRateListQuery['lifeRateList']['people'][number];

const PAGE = 100;
const SIDES: readonly RateSide[] = ['GAP', 'MET', 'EXEMPT'];

/** A rate opens into its two lists, the gap first: together they are the denominator. */
export function RateDrawer({
  opened,
  onClose,
}: {
  readonly opened: Opened;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useWords();
  const [side, setSide] = useState<RateSide>('GAP');
  const [offset, setOffset] = useState(0);
  const read = useRead(LifeRateListDocument, { ...opened, side, offset });
  const list = read.data?.lifeRateList;
  const hours = (minutes: number) => String(Math.round(minutes / 6) / 10);
  return (
    <Drawer open wide title={t(`LifeRateKind.${opened.kind}`)} onClose={onClose}>
      <div className="stack">
        <Segmented
          name="side"
          label={t('console.life.side')}
          value={side}
          options={SIDES.filter((key) => key !== 'EXEMPT' || opened.kind !== 'ATTENDANCE').map((key) => ({
            key,
            label: t(`RateSide.${key}`),
          }))}
          onChange={(next) => {
            setSide(next);
            setOffset(0);
          }}
        />
        {list && (
          <p className="m">{t('console.life.listOf', { people: list.peopleCount, total: list.total })}</p>
        )}
        <DataTable
          label={t(`LifeRateKind.${opened.kind}`)}
          rows={list?.people}
          read={read}
          rowKey={({ residentId }) => residentId}
          columns={[
            column<Person>('name', t('console.life.name'), ({ name }) => <b>{name}</b>),
            column<Person>('branch', t('console.life.branch'), ({ organisationName }) => organisationName),
            column<Person>(
              'present',
              t('console.life.presentDue'),
              ({ present, due }) => `${present} / ${due}`,
              {
                number: true,
              },
            ),
            column<Person>('hours', t('console.life.hoursShort'), ({ minutes }) => hours(minutes), {
              number: true,
            }),
          ]}
          empty={<Nothing icon="user-check" title={t('console.life.nobodyHere')} />}
        />
        {list && list.peopleCount > PAGE && (
          <div className="acts">
            <Button disabled={offset === 0} onClick={() => setOffset(offset - PAGE)}>
              {t('console.life.before')}
            </Button>
            <Button disabled={offset + PAGE >= list.peopleCount} onClick={() => setOffset(offset + PAGE)}>
              {t('console.life.next')}
            </Button>
          </div>
        )}
      </div>
    </Drawer>
  );
}
