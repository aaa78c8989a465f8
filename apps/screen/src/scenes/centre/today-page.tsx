import type { ReactElement } from 'react';
import { Phrase } from '../../shell/phrase';
import { useWords } from '../../shell/words';
import type { CentreScene } from '../scene';
import { comingSessions, sessionsToday } from './choose';
import { SessionList } from './session-list';

interface TodayPageProps {
  readonly scene: CentreScene;
  readonly now: Date;
  readonly isStale: boolean;
}

const MOST = 10;

/** The page of a centre without a canteen: what is on today, or what comes next. */
export function TodayPage({ scene, now, isStale }: TodayPageProps): ReactElement {
  const { t } = useWords();
  const today = sessionsToday(scene, now);
  const count = today.length;
  const { address, phone } = scene;
  return (
    <div className="body body--today">
      <div>
        <h1 className="say">
          <Phrase text={count > 0 ? t('screen.today.count', { count }) : t('screen.today.none')} />
        </h1>
        <p className="sub">{t('screen.today.phone', { address, phone: spaced(phone) })}</p>
      </div>
      <SessionList
        sessions={count > 0 ? today : comingSessions(scene, now)}
        isToday={count > 0}
        most={MOST}
        now={now}
        isStale={isStale}
      />
    </div>
  );
}

/** 0395 555 0118: a number that one dials from across the room. */
const spaced = (phone: string): string => phone.replace(/^(\d{4})(\d{3})(\d{4})$/, '$1 $2 $3');
