import type { ReactElement } from 'react';
import { Link } from '../../shell/router';
import type { BookableFragment } from '../../gql/graphql';
import { useWords } from '../../shell/words';
import { PlacesWord } from '../places';

interface Props {
  readonly lines: readonly BookableFragment[];
  readonly count: number;
}

/** What is on this week, full ones too, with the places that are left. */
export function WhatIsOn({ lines, count }: Props): ReactElement {
  const { t } = useWords();
  return (
    <section className="sec">
      <div className="sec__h">
        <h2>{t('resident.whatIsOn')}</h2>
        <Link className="more" to="/services">
          {t('resident.allSessions', { count })}
        </Link>
      </div>
      {lines.length === 0 ? (
        <p className="card mute">{t('resident.nothingOn')}</p>
      ) : (
        <ul className="card card--flush">
          {lines.map((line) => (
            <li key={line.session.id}>
              <SessionRow line={line} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function SessionRow({ line }: { readonly line: BookableFragment }): ReactElement {
  const { format } = useWords();
  const { session, bookingId } = line;
  const to = bookingId ? `/bookings/${bookingId}` : `/services/${session.service.id}?session=${session.id}`;
  return (
    <Link className="ev" to={to}>
      <span className="ev__d">
        {format.weekday(session.day)}
        <b>{Number(session.day.slice(8))}</b>
      </span>
      <span className="ev__t">{session.title}</span>
      <span className="ev__m">
        <span>
          {format.time(session.startsAt)} {session.place}
        </span>
        <PlacesWord line={line} />
      </span>
    </Link>
  );
}
