import type { ReactElement } from 'react';
import type { ClosedBookingFragment } from '../../gql/graphql';
import { useWords } from '../../kit/words';
import { sessionName } from '../desk/words-of';

interface CallSheetProps {
  readonly centre: string;
  readonly day: string;
  readonly calls: readonly ClosedBookingFragment[];
  readonly told: readonly string[];
}

/** The list beside the telephone, on paper. Only shown to the printer. */
export function CallSheet({ centre, day, calls, told }: CallSheetProps): ReactElement {
  const words = useWords();
  const { t, format } = words;
  return (
    <section className="printlist" aria-hidden="true">
      <h2>
        {centre} {t('console.closed.listOf', { day: format.day(day) })}
      </h2>
      <table>
        <thead>
          <tr>
            {(['name', 'phone', 'lost', 'instead', 'state'] as const).map((key) => (
              <th key={key}>{t(`console.calls.column.${key}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {calls.map(({ booking: { id, beneficiary, session }, instead }) => (
            <tr key={id}>
              <td>
                {beneficiary.name} {beneficiary.age}
              </td>
              <td>
                {beneficiary.phone ?? t('console.calls.noPhoneAt', { building: beneficiary.building ?? '' })}
              </td>
              <td>{sessionName(words, session)}</td>
              <td>{instead.map(({ startsAt }) => format.dateTime(startsAt)).join('、')}</td>
              <td>{told.includes(id) ? '☑' : '□'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
