import { Icon } from '@linli/ui';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { LifeOverviewQuery } from '../../gql/graphql';
import { useWords } from '../../kit/words';

type LifeAt = LifeOverviewQuery['lifeOverview'];
type Row = LifeAt['rows'][number];
type Month = Row['months'][number];

const leadsTo = (at: LifeAt, row: Row): string =>
  row.opens && at.path.length < 3 && row.kind !== 'VILLAGE_BRANCH' && row.kind !== 'AGENCY_BRANCH'
    ? `/life?at=${row.organisationId}`
    : `/life?branch=${row.organisationId}`;

/** Rows: the organisations right below; columns: the months. A cell says in words what its colour says. */
export function DebtMatrix({ at }: { readonly at: LifeAt }): ReactElement {
  const { t } = useWords();
  const now = at.today.startsWith(String(at.year)) ? Number(at.today.slice(5, 7)) : 0;
  return (
    <div className="mxw" tabIndex={0} role="region" aria-label={t('console.life.debts')}>
      <table className="mx">
        <caption className="vh">{t('console.life.debts')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('console.life.branch')}</th>
            {at.trend.map(({ month }) => (
              <th key={month} scope="col" className={month === now ? 'now' : undefined}>
                {t('console.life.monthShort', { month })}
              </th>
            ))}
            <th scope="col">{t('console.life.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {at.rows.map((row) => (
            <tr key={row.organisationId}>
              <th scope="row">
                <Link to={leadsTo(at, row)}>{row.name}</Link>
              </th>
              {row.months.map((month) => (
                <MonthCell key={month.month} month={month} isAhead={now > 0 && month.month > now} />
              ))}
              <td className={row.owed > 0 ? 'owed' : undefined}>{row.owed}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('console.life.all')}</th>
            {at.trend.map(({ month, owed }) => (
              <td key={month}>{owed}</td>
            ))}
            <td className={at.owed > 0 ? 'owed' : undefined}>{at.owed}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function MonthCell({ month, isAhead }: { readonly month: Month; readonly isAhead: boolean }): ReactElement {
  const { t } = useWords();
  const { state, owed, due, late } = month;
  if (owed > 0) return <td className="mc mc--owed">{t('console.life.cellOwed', { count: owed })}</td>;
  if (due > 0 && !isAhead) return <td className="mc mc--due">{t('console.life.cellDue', { count: due })}</td>;
  if (isAhead || state === 'AHEAD' || state === 'NOT_REQUIRED')
    return (
      <td className="mc mc--ahead">
        <span className="vh">{t(isAhead ? 'CadenceState.AHEAD' : `CadenceState.${state}`)}</span>
      </td>
    );
  return (
    <td className="mc mc--done">
      <Icon name="check" />
      <span className="vh">{t(`CadenceState.${late > 0 ? 'LATE' : 'DONE'}`)}</span>
      {late > 0 && <small>{t('console.life.cellLate')}</small>}
    </td>
  );
}
