import type { ReactElement } from 'react';
import { useWords } from '../../shell/words';
import type { SceneSession } from '../scene';
import { areAllAfterNoon, dayOf, hasBegun } from './choose';

interface SessionListProps {
  readonly sessions: readonly SceneSession[];
  /** All of them are today's; else each says its day. */
  readonly isToday: boolean;
  readonly most: number;
  readonly now: Date;
  readonly isStale: boolean;
}

/** What is still to come, with the places left. */
export function SessionList({ sessions, isToday, most, now, isStale }: SessionListProps): ReactElement {
  const { t } = useWords();
  // The line that counts the others takes the place of one.
  const listed = sessions.slice(0, sessions.length > most ? most - 1 : most);
  const more = sessions.length - listed.length;
  const title = !isToday
    ? t('screen.sessions.soon')
    : areAllAfterNoon(sessions)
      ? t('screen.sessions.afternoon')
      : t('screen.sessions.today');
  return (
    <section className="coming">
      <h2 className="kick">{title}</h2>
      {listed.length === 0 ? (
        <p className="empty">{t('screen.week.noneHint')}</p>
      ) : (
        <ul className="list">
          {listed.map((session) => (
            <Row key={session.id} session={session} isToday={isToday} now={now} isStale={isStale} />
          ))}
        </ul>
      )}
      {more > 0 && <p className="more">{t('screen.sessions.more', { count: more })}</p>}
    </section>
  );
}

type RowProps = Pick<SessionListProps, 'isToday' | 'now' | 'isStale'> & { readonly session: SceneSession };

function Row({ session, isToday, now, isStale }: RowProps): ReactElement {
  const { format } = useWords();
  const { startsAt, title, place } = session;
  const day = format.relativeDay(dayOf(session), now);
  return (
    <li>
      <time dateTime={startsAt}>{format.time(startsAt)}</time>
      <div>
        <b>{title}</b>
        <small>{isToday ? place : `${day.split(' ').at(-1) ?? day} · ${place}`}</small>
      </div>
      <Places session={session} now={now} isStale={isStale} />
    </li>
  );
}

/** So few are left that one should make up one's mind. */
const FEW = 3;

export function Places({ session, now, isStale }: Omit<RowProps, 'isToday'>): ReactElement {
  const { t } = useWords();
  const { placesLeft: count } = session;
  if (isStale) return <p className="places">{t('screen.sessions.ask')}</p>;
  if (hasBegun(session, now)) return <p className="places places--running">{t('screen.sessions.running')}</p>;
  if (count === 0) {
    return (
      <p className="places places--full">
        <b>{t('screen.sessions.full')}</b>
      </p>
    );
  }
  return (
    <p className={count <= FEW ? 'places places--few' : 'places'}>
      <b key={count} className="figure">
        {count}
      </b>
      {t('screen.sessions.places', { count })}
    </p>
  );
}
