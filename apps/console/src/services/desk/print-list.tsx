import type { ReactElement } from 'react';
import type { DeskQuery } from '../../gql/graphql';
import { useWords } from '../../kit/words';
import { viewsOf } from './arrivals';
import { sessionName } from './words-of';

/** The list on paper, for when the network is down. Only shown to the printer. */
export function PrintList({ desk }: { readonly desk: DeskQuery['desk'] }): ReactElement {
  const words = useWords();
  const { t, format } = words;
  const rows = viewsOf(desk.arrivals, new Date(desk.asOf)).all;
  return (
    <section className="printlist" aria-hidden="true">
      <h2>
        {desk.centre.name} {format.day(desk.day)} {t('console.desk.arrivals')}
      </h2>
      <p>{t('console.desk.printedAs', { time: format.dateTime(desk.asOf), count: rows.length })}</p>
      <table>
        <thead>
          <tr>
            {(['ticket', 'name', 'what', 'texture', 'allergies', 'phone', 'here'] as const).map((key) => (
              <th key={key}>{t(`console.desk.sheet.${key}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, ticketNumber, beneficiary, session, texture, checkedInAt }) => (
            <tr key={id}>
              <td>{ticketNumber}</td>
              <td>
                {beneficiary.name} {beneficiary.age}
              </td>
              <td>{sessionName(words, session)}</td>
              <td>{texture && t(`Texture.${texture}`)}</td>
              <td>{beneficiary.allergies.map((one) => t(`Allergen.${one}`)).join('、')}</td>
              <td>{beneficiary.phone}</td>
              <td>{checkedInAt ? format.time(checkedInAt) : '□'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
