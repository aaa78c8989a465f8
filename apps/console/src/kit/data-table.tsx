import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import type { Read } from './fresh';
import { Failed, Loading } from './states';

export interface Column<Row> {
  readonly key: string;
  readonly title: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  readonly number?: boolean;
}

export interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[] | undefined;
  readonly rowKey: (row: Row) => string;
  readonly read?: Pick<Read<unknown>, 'error' | 'again'> | undefined;
  readonly empty: ReactNode;
  readonly wrap?: boolean;
  readonly rowClass?: (row: Row) => string;
  /** The row that the keys act on; moving among rows is the page's. */
  readonly selected?: string | undefined;
  readonly onSelect?: (row: Row) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

function BodyRow<Row>({
  row,
  table,
}: {
  readonly row: Row;
  readonly table: DataTableProps<Row>;
}): ReactElement {
  const key = table.rowKey(row);
  const picks = table.onSelect !== undefined;
  const current = key === table.selected;
  return (
    <tr
      className={`${table.rowClass?.(row) ?? ''}${current ? ' sel' : ''}`}
      data-row={key}
      tabIndex={picks ? (current ? 0 : -1) : undefined}
      aria-current={current || undefined}
      onFocus={picks && !current ? () => table.onSelect?.(row) : undefined}
      onClick={picks && !current ? () => table.onSelect?.(row) : undefined}
    >
      {table.columns.map((column) => (
        <td key={column.key} className={column.number ? 'n' : undefined}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** The house's table: rows, or that they are on their way, or that there are none, or that reading failed. */
export function DataTable<Row>(table: DataTableProps<Row>): ReactElement {
  const { rows, read } = table;
  if (!rows) return read?.error ? <Failed error={read.error} again={read.again} /> : <Loading rows={5} />;
  if (rows.length === 0) return <>{table.empty}</>;
  return (
    <table className={`tb${table.wrap ? '' : ' tb--nw'}`} onKeyDown={table.onKeyDown}>
      <caption className="vh">{table.label}</caption>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column.key} scope="col" className={column.number ? 'n' : undefined}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <BodyRow key={table.rowKey(row)} row={row} table={table} />
        ))}
      </tbody>
    </table>
  );
}

/** One column, in one line. */
export const column = <Row,>(
  key: string,
  title: ReactNode,
  cell: (row: Row) => ReactNode,
  how: { readonly number?: boolean } = {},
): Column<Row> => ({ key, title, cell, ...how });
