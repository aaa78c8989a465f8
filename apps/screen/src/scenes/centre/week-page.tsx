import type { ReactElement } from 'react';
import { Phrase } from '../../shell/phrase';
import type { Shape } from '../../shell/fit';
import { useFit } from '../../shell/stage';
import { useWords } from '../../shell/words';
import type { CentreScene, SceneSession } from '../scene';
import { boardOf, type BoardDay, hasBegun, openSessions } from './choose';

interface WeekPageProps {
  readonly scene: CentreScene;
  readonly now: Date;
  readonly isStale: boolean;
}

/** Seven days side by side, each with what one can join. */
export function WeekPage({ scene, now, isStale }: WeekPageProps): ReactElement {
  const { t } = useWords();
  const board = boardOf(scene, now);
  const sessions = board.flatMap((day) => day.sessions);
  const open = openSessions(sessions, now).length;
  const count = sessions.length;
  if (count === 0) {
    return (
      <div className="body body--notice">
        <h1 className="say">{t('screen.week.none')}</h1>
        <p className="sub">{t('screen.week.noneHint')}</p>
      </div>
    );
  }
  const say = isStale
    ? t('screen.week.ask', { count })
    : open > 0
      ? t('screen.week.open', { count: open })
      : t('screen.week.full', { count });
  return (
    <div className="body body--week">
      <div>
        <h1 className="say">
          <Phrase text={say} />
        </h1>
        <p className="sub">{t('screen.week.how')}</p>
      </div>
      <ol className="board">
        {board.map((day, i) => (
          <Day key={day.day} {...day} now={now} isToday={i === 0} isStale={isStale} />
        ))}
      </ol>
    </div>
  );
}

/** Cards of a day for which there is room. */
const MOST: Readonly<Record<Shape, number>> = { normal: 4, wide: 6, tall: 4 };

type DayProps = BoardDay & { readonly now: Date; readonly isToday: boolean; readonly isStale: boolean };

function Day({ day, sessions, now, isToday, isStale }: DayProps): ReactElement {
  const { t, format } = useWords();
  const most = MOST[useFit().shape];
  const listed = sessions.slice(0, sessions.length > most ? most - 1 : most);
  const more = sessions.length - listed.length;
  return (
    <li className={isToday ? 'day day--today' : 'day'}>
      <h2>
        <b>{isToday ? t('common.today') : format.weekday(day)}</b>
        <small>{Number(day.slice(8))}</small>
      </h2>
      {sessions.length === 0 && <p className="day__empty">{t('screen.week.empty')}</p>}
      <ul>
        {listed.map((session) => (
          <li key={session.id}>
            <p>
              <time dateTime={session.startsAt}>{format.time(session.startsAt)}</time>
              {!isStale && <Left session={session} now={now} />}
            </p>
            <b>{session.title}</b>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="day__more">{t('screen.sessions.more', { count: more })}</p>}
    </li>
  );
}

function Left({ session, now }: { readonly session: SceneSession; readonly now: Date }): ReactElement {
  const { t } = useWords();
  const { placesLeft: count } = session;
  if (hasBegun(session, now))
    return <span className="left left--running">{t('screen.sessions.running')}</span>;
  if (count === 0) return <span className="left left--full">{t('screen.sessions.full')}</span>;
  return <span className={count <= 3 ? 'left left--few' : 'left'}>{t('screen.week.left', { count })}</span>;
}
