import { Status } from '@linli/ui';
import type { ReactElement } from 'react';
import type { WaysFragment } from '../../gql/graphql';
import { type Column, DataTable } from '../../kit/data-table';
import { Panel } from '../../kit/page';
import { Problem } from '../../kit/problem';
import { Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { freezingOf } from './freezing';
import { agreementOf, type Sheet } from './sums';

interface Of {
  readonly sheet: Sheet;
}

/** Orders, sheet and ways are reckoned apart and must agree. */
export function AgreementPanel({ sheet }: Of): ReactElement {
  const { t, format } = useWords();
  const { orders, byTexture, byWay, agrees } = agreementOf(sheet);
  const sign = agrees ? '=' : '≠';
  return (
    <Panel
      title={
        <>
          {t('console.kitchen.accounts')}{' '}
          <Status tone={agrees ? 'ok' : 'bad'}>
            {t(agrees ? 'console.kitchen.agree' : 'console.kitchen.disagree')}
          </Status>
        </>
      }
      side={<span className="m">{t('console.kitchen.asOf', { time: format.time(sheet.asOf) })}</span>}
    >
      {!sheet.agrees && (
        <div className="pb">
          <Problem message={t('console.kitchen.differs')} />
        </div>
      )}
      <div className={agrees ? 'eqn' : 'eqn eqn--off'}>
        <div>
          <b>{orders}</b>
          <span>{t('console.kitchen.orders')}</span>
        </div>
        <i>{sign}</i>
        <div>
          <b>{byTexture}</b>
          <span>{t('console.kitchen.portions')}</span>
        </div>
        <i>{sign}</i>
        <div>
          <b>{byWay.join('+')}</b>
          <span>{t('console.kitchen.ways')}</span>
        </div>
        <i aria-hidden="true" />
        <div>
          <b>{sheet.served}</b>
          <span>{t('console.kitchen.served')}</span>
        </div>
      </div>
    </Panel>
  );
}

interface Counted {
  readonly key: string;
  readonly name: string;
  readonly note?: string;
  readonly counts: WaysFragment;
}

function useWayColumns(first: string): Column<Counted>[] {
  const { t } = useWords();
  return [
    {
      key: 'name',
      title: first,
      cell: ({ name, note }) => (
        <>
          <b>{name}</b> {note && <span className="m">{note}</span>}
        </>
      ),
    },
    { key: 'dineIn', title: t('MealWay.DINE_IN'), number: true, cell: ({ counts }) => counts.dineIn },
    { key: 'pickUp', title: t('MealWay.PICK_UP'), number: true, cell: ({ counts }) => counts.pickUp },
    { key: 'delivery', title: t('MealWay.DELIVERY'), number: true, cell: ({ counts }) => counts.delivery },
    {
      key: 'total',
      title: t('console.kitchen.total'),
      number: true,
      cell: ({ counts }) => <b>{counts.total}</b>,
    },
  ];
}

export function TexturesPanel({ sheet }: Of): ReactElement {
  const { t } = useWords();
  const columns = useWayColumns(t('console.kitchen.texture'));
  const rows: Counted[] = [
    ...sheet.textures.map(({ texture, counts }) => ({ key: texture, name: t(`Texture.${texture}`), counts })),
    { key: 'total', name: t('console.kitchen.total'), counts: sheet.totals },
  ];
  return (
    <Panel title={t('console.kitchen.byTexture')}>
      <DataTable
        label={t('console.kitchen.byTexture')}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        rowClass={({ key }) => (key === 'total' ? 'total' : '')}
        empty={null}
      />
    </Panel>
  );
}

export function DishesPanel({ sheet }: Of): ReactElement {
  const { t } = useWords();
  const columns = useWayColumns(t('console.kitchen.dish'));
  const rows = sheet.dishes.map(({ dish, texture, counts }) => ({
    key: `${dish} ${texture}`,
    name: dish,
    note: t(`Texture.${texture}`),
    counts,
  }));
  const empty = (
    <Nothing icon="soup" title={t('console.kitchen.noMenu')}>
      {t('console.kitchen.noMenuWhy')}
    </Nothing>
  );
  return (
    <Panel title={t('console.kitchen.dishes')} note={t('console.kitchen.dishesNote')}>
      <DataTable
        label={t('console.kitchen.dishes')}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        empty={empty}
      />
    </Panel>
  );
}

function useAllergens(): (keys: Sheet['allergies'][number]['allergens']) => string {
  const { t } = useWords();
  return (keys) => keys.map((key) => t(`Allergen.${key}`)).join(t('console.listed'));
}

export function AllergiesPanel({ sheet }: Of): ReactElement {
  const { t } = useWords();
  const list = useAllergens();
  return (
    <Panel
      title={t('console.kitchen.allergies')}
      note={t('console.kitchen.people', { count: sheet.allergies.length })}
    >
      <DataTable
        label={t('console.kitchen.allergies')}
        wrap
        columns={[
          { key: 'ticket', title: t('console.desk.column.ticket'), cell: ({ ticketNumber }) => ticketNumber },
          {
            key: 'what',
            title: t('console.booking.allergy'),
            cell: ({ allergens }) => (
              <Status tone="bad" icon="triangle-alert">
                {list(allergens)}
              </Status>
            ),
          },
          {
            key: 'way',
            title: t('console.kitchen.texture'),
            cell: ({ texture, way }) => `${t(`Texture.${texture}`)} ${t(`MealWay.${way}`)}`,
          },
          {
            key: 'clash',
            title: t('console.kitchen.clash'),
            cell: ({ clashes, overridden }) =>
              clashes.length === 0 ? (
                <span className="m">{t('console.kitchen.noClash')}</span>
              ) : (
                <b>
                  {clashes.join(t('console.listed'))}
                  {overridden && t('console.aside', { text: t('console.booking.overridden') })}
                </b>
              ),
          },
        ]}
        rows={sheet.allergies}
        rowKey={({ ticketNumber }) => ticketNumber}
        empty={<p className="pb m">{t('console.kitchen.noAllergies')}</p>}
      />
    </Panel>
  );
}

export function SlipsPanel({ sheet }: Of): ReactElement {
  const { t, format } = useWords();
  const list = useAllergens();
  return (
    <Panel
      title={t('console.kitchen.slips')}
      note={t('console.kitchen.slipsCount', { count: sheet.slips.length })}
    >
      <DataTable
        label={t('console.kitchen.slips')}
        wrap
        columns={[
          { key: 'at', title: t('console.desk.column.time'), cell: ({ at }) => format.time(at) },
          {
            key: 'what',
            title: t('console.kitchen.slipWhat'),
            cell: ({ ticketNumber, way, texture, allergies, reason }) => (
              <>
                {[`${ticketNumber} ${t(`MealWay.${way}`)} ${t(`Texture.${texture}`)}`, reason]
                  .filter(Boolean)
                  .join(t('console.comma'))}
                {allergies.length > 0 && (
                  <Status tone="bad" icon="triangle-alert">
                    {list(allergies)}
                  </Status>
                )}
              </>
            ),
          },
          { key: 'by', title: t('console.kitchen.by'), cell: ({ by }) => by || t('console.kitchen.house') },
          {
            key: 'change',
            title: t('console.kitchen.change'),
            number: true,
            cell: ({ change }) => (
              <Status tone={change > 0 ? 'ok' : 'bad'} icon={change > 0 ? 'plus' : 'minus'}>
                {Math.abs(change)}
              </Status>
            ),
          },
        ]}
        rows={sheet.slips}
        rowKey={({ at, ticketNumber, change }) => `${at}${ticketNumber}${change}`}
        empty={<p className="pb m">{t(`console.kitchen.noSlips.${freezingOf(sheet.freezes)}`)}</p>}
      />
    </Panel>
  );
}
