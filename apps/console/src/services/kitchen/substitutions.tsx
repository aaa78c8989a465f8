import type { ReactElement } from 'react';
import type { SubstitutedFragment } from '../../gql/graphql';
import { column, DataTable } from '../../kit/data-table';
import { Panel } from '../../kit/page';
import { useWords } from '../../kit/words';
import type { Sheet } from './sums';

type Substitution = SubstitutedFragment['substitutions'][number];

interface Of {
  readonly sheet: Sheet;
}

/** 換菜單 What is cooked instead of what was ordered, since the menu froze. */
export function SubstitutionsPanel({ sheet }: Of): ReactElement | null {
  const { t, format } = useWords();
  const rows = sheet.menu?.substitutions ?? [];
  if (rows.length === 0) return null;
  return (
    <Panel
      title={t('console.substitute.slips')}
      note={t('console.kitchen.slipsCount', { count: rows.length })}
    >
      <DataTable
        wrap
        label={t('console.substitute.slips')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          column<Substitution>('at', t('console.desk.column.time'), ({ at }) => format.time(at)),
          column<Substitution>('what', t('console.kitchen.slipWhat'), ({ replaced, dish }) => (
            <b>{t('console.substitute.line', { replaced: replaced.name, dish: dish.name })}</b>
          )),
          column<Substitution>('why', t('console.substitute.reason'), ({ reason }) => reason),
          column<Substitution>('by', t('console.kitchen.by'), ({ byName }) => byName),
        ]}
        empty={null}
      />
    </Panel>
  );
}

/** The same on paper. */
export function SubstitutionsBox({ sheet }: Of): ReactElement | null {
  const { t, format } = useWords();
  const rows = sheet.menu?.substitutions ?? [];
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{t('console.substitute.slips')}</h3>
      <table>
        <tbody>
          {rows.map(({ id, at, replaced, dish, reason, byName }) => (
            <tr key={id}>
              <td>{format.time(at)}</td>
              <td>
                <b>{t('console.substitute.line', { replaced: replaced.name, dish: dish.name })}</b>
                {t('console.aside', { text: reason })}
              </td>
              <td>{byName}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
