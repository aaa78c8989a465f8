import type { ReactElement } from 'react';
import type { SessionCountsFragment } from '../../gql/graphql';
import { useFilter } from '../../kit/filters';
import { Figure } from '../../kit/page';
import { Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { sessionIcon, sessionName } from './words-of';

const ONE_ROW = 6;
/** As many a row as make rows of one length. */
const columnsOf = (cells: number): number => Math.ceil(cells / Math.ceil(cells / ONE_ROW));
/** More cells are too narrow for the end as well. */
const WITH_ENDS = 5;
const part = (some: number, all: number): number => (all > 0 ? (some / all) * 100 : 0);

/** One figure a session: who has come of those who booked, and how many places are left. It opens its own list. */
export function SessionBand({
  sessions,
}: {
  readonly sessions: readonly SessionCountsFragment[];
}): ReactElement {
  const words = useWords();
  const { t, format } = words;
  const [chosen, choose] = useFilter('session', '');
  if (sessions.length === 0)
    return (
      <section className="panel">
        <Nothing icon="calendar-off" title={t('console.desk.noSessions')}>
          {t('console.desk.noSessionsWhy')}
        </Nothing>
      </section>
    );
  const left = ({ state, placesLeft, waiting, cancelReason, startsAt, endsAt }: SessionCountsFragment) => {
    if (state === 'CANCELLED') return cancelReason ?? t('SessionState.CANCELLED');
    const places = [
      placesLeft > 0 ? t('console.desk.left', { count: placesLeft }) : t('console.desk.full'),
      ...(waiting > 0 ? [t('console.waitlist.open', { count: waiting })] : []),
    ].join(' · ');
    const time = sessions.length > WITH_ENDS ? format.time(startsAt) : format.timeRange(startsAt, endsAt);
    return `${places} · ${time}`;
  };
  return (
    <section
      className={`panel band${sessions.length > ONE_ROW ? ' band--wrap' : ''}`}
      style={
        sessions.length > ONE_ROW
          ? { gridTemplateColumns: `repeat(${columnsOf(sessions.length)}, minmax(0, 1fr))` }
          : undefined
      }
      aria-label={t('console.desk.figures')}
    >
      {sessions.map((session) => (
        <Figure
          key={session.id}
          icon={sessionIcon(session)}
          label={session.service.meal ? sessionName(words, session) : session.title}
          figure={session.checkedIn}
          unit={`/ ${session.taken}`}
          note={left(session)}
          bars={[part(session.checkedIn, session.taken)]}
          pressed={chosen === session.id}
          onOpen={() => choose(chosen === session.id ? '' : session.id)}
        />
      ))}
    </section>
  );
}
