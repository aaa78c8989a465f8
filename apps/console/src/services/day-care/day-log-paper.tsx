import { useNow } from '@linli/client';
import type { ReactElement } from 'react';
import { createPortal } from 'react-dom';
import type { ArrivalFragment, DayLogQuery } from '../../gql/graphql';
import { useWords } from '../../kit/words';
import type { Entry } from './day-log';
import { Held, howOf, whyNot } from './day-log-table';

interface DayLogPaperProps {
  readonly booking: ArrivalFragment;
  readonly entries: readonly Entry[];
  readonly centre: DayLogQuery['centre'];
}

/** One sheet for the family: seen by the printer alone. */
export function DayLogPaper({ booking, entries, centre }: DayLogPaperProps): ReactElement {
  const words = useWords();
  const { t, format } = words;
  const now = useNow(60_000);
  const { beneficiary, session, checkedInAt } = booking;
  return createPortal(
    <section className="daylog--paper" aria-hidden="true">
      <p>{centre.name}</p>
      <h1>{t('console.log.paper', { name: beneficiary.name })}</h1>
      <p>
        {[
          format.day(session.day),
          session.title,
          checkedInAt && t('console.log.came', { time: format.time(checkedInAt) }),
        ]
          .filter(Boolean)
          .join(t('console.comma'))}
      </p>
      <table>
        <thead>
          <tr>
            {(['time', 'what', 'how', 'by'] as const).map((key) => (
              <th key={key}>{t(`console.log.${key}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td>
                <Held entry={entry}>{format.time(entry.at)}</Held>
              </td>
              <td>
                <Held entry={entry}>
                  {t(`DayLogKind.${entry.kind}`)} {entry.what}
                </Held>
                {entry.counter && <small className="daylog__why">{whyNot(words, entry)}</small>}
              </td>
              <td>
                <Held entry={entry}>{howOf(words, entry)}</Held>
              </td>
              <td>{entry.recorderName}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <footer>
        {centre.phone && (
          <span>
            {t('console.log.call')} <b>{centre.phone}</b>
          </span>
        )}
        <span>{t('console.log.printed', { time: format.dateTime(now) })}</span>
      </footer>
    </section>,
    document.body,
  );
}
