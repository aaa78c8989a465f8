import type { ReactElement, ReactNode } from 'react';
import { Button } from '../../kit/button';
import { column, DataTable } from '../../kit/data-table';
import { useWords, type Words } from '../../kit/words';
import { type Entry, isLate } from './day-log';

/** How much was eaten, or taken. */
export const howOf = ({ t }: Words, { eaten, note }: Entry): string =>
  [eaten && t(`Eaten.${eaten}`), note].filter(Boolean).join(t('console.comma'));

/** What does not hold is struck through, and says why. */
export function Held({
  entry,
  children,
}: {
  readonly entry: Entry;
  readonly children: ReactNode;
}): ReactElement {
  return entry.counter ? <s>{children}</s> : <>{children}</>;
}

export const whyNot = ({ t, format }: Words, { counter }: Entry): string | undefined =>
  counter
    ? t('console.log.countered', {
        ...{ reason: counter.reason, by: counter.byName, time: format.time(counter.at) },
      })
    : undefined;

interface DayLogTableProps {
  readonly entries: readonly Entry[];
  readonly onCounter: (entry: Entry) => void;
}

export function DayLogTable({ entries, onCounter }: DayLogTableProps): ReactElement {
  const words = useWords();
  const { t, format } = words;
  return (
    <DataTable
      wrap
      label={t('console.log.title')}
      rows={entries}
      rowKey={({ id }) => id}
      rowClass={({ counter }) => (counter ? 'done' : '')}
      empty={null}
      columns={[
        column<Entry>('time', t('console.log.time'), (entry) => (
          <Held entry={entry}>{format.time(entry.at)}</Held>
        )),
        column<Entry>('what', t('console.log.what'), (entry) => (
          <>
            <Held entry={entry}>
              <span className="m">{t(`DayLogKind.${entry.kind}`)}</span> <b>{entry.what}</b>
            </Held>
            {entry.counter && <small className="daylog__why">{whyNot(words, entry)}</small>}
          </>
        )),
        column<Entry>('how', t('console.log.how'), (entry) => (
          <Held entry={entry}>{howOf(words, entry)}</Held>
        )),
        column<Entry>('by', t('console.log.by'), (entry) => (
          <>
            <span className="nw">{entry.recorderName}</span>
            {isLate(entry) && (
              <small className="m daylog__why">
                {t('console.log.later', { time: format.time(entry.recordedAt) })}
              </small>
            )}
          </>
        )),
        column<Entry>('acts', <span className="vh">{t('console.column.acts')}</span>, (entry) =>
          entry.counter ? null : (
            <Button
              small
              onClick={() => onCounter(entry)}
              aria-label={t('console.log.counterOf', { what: entry.what })}
            >
              {t('console.log.counter')}
            </Button>
          ),
        ),
      ]}
    />
  );
}
