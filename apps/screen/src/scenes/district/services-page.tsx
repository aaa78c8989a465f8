import type { ReactElement } from 'react';
import { Phrase } from '../../shell/phrase';
import { useWords } from '../../shell/words';
import type { DistrictScene, Services } from '../scene';
import { DayBars } from './day-bars';

interface ServicesPageProps {
  readonly scene: DistrictScene;
  readonly now: Date;
}

/** Today's lunches and activities of an area, beside the week before. */
export function ServicesPage({ scene: { services }, now }: ServicesPageProps): ReactElement {
  const { t } = useWords();
  if (services.centres === 0) {
    return (
      <div className="body body--notice">
        <h1 className="say">{t('screen.services.none')}</h1>
        <p className="sub">{t('screen.services.noneHint')}</p>
      </div>
    );
  }
  return (
    <div className="body body--services">
      <h1 className="say">
        <Headline services={services} />
      </h1>
      <DayBars services={services} now={now} />
      <Today services={services} />
      <Week services={services} />
    </div>
  );
}

const sumOf = ({ lunchesLastWeek }: Services): number =>
  lunchesLastWeek.reduce((sum, { count }) => sum + count, 0);

function Headline({ services }: { readonly services: Services }): ReactElement {
  const { t } = useWords();
  const { lunchesServed, lunchesBooked } = services;
  if (lunchesServed > 0) return <Phrase text={t('screen.services.served', { count: lunchesServed })} />;
  if (lunchesBooked > 0) return <Phrase text={t('screen.services.booked', { count: lunchesBooked })} />;
  return <Phrase text={t('screen.services.week', { count: sumOf(services) })} />;
}

function Today({ services }: { readonly services: Services }): ReactElement {
  const { t, format } = useWords();
  const { lunchesBooked, lunchesServed, activities, activityPlacesLeft } = services;
  return (
    <section className="now">
      <h2 className="kick">{t('screen.services.lunch')}</h2>
      {lunchesBooked === 0 ? (
        <p className="empty">{t('screen.services.noLunch')}</p>
      ) : (
        <ul className="bars">
          <Bar label={t('screen.services.bookedBar')} count={lunchesBooked} share={1} />
          <Bar
            label={t('screen.services.servedBar')}
            count={lunchesServed}
            share={lunchesServed / lunchesBooked}
            isNow
          />
        </ul>
      )}
      <h2 className="kick kick--next">{t('screen.services.open')}</h2>
      {activities === 0 ? (
        <p className="empty">{t('screen.services.noActivities')}</p>
      ) : (
        <p className="fact">
          <b>{format.count(activities)}</b>
          {t('screen.services.activities', { count: activities })}
          <span>
            <Phrase text={t('screen.services.placesLeft', { count: activityPlacesLeft })} />
          </span>
        </p>
      )}
    </section>
  );
}

interface BarProps {
  readonly label: string;
  readonly count: number;
  readonly share: number;
  readonly isNow?: boolean;
}

function Bar({ label, count, share, isNow = false }: BarProps): ReactElement {
  const { format } = useWords();
  return (
    <li>
      {label}
      <b>{format.count(count)}</b>
      <i aria-hidden="true">
        <u className={isNow ? 'gold' : undefined} style={{ transform: `scaleX(${String(share)})` }} />
      </i>
    </li>
  );
}

function Week({ services }: { readonly services: Services }): ReactElement {
  const { t, format } = useWords();
  const counts = services.lunchesLastWeek.map(({ count }) => count);
  const sum = sumOf(services);
  const open = counts.filter((count) => count > 0).length;
  const people = t('screen.services.people');
  const facts = [
    [t('screen.services.centres'), services.centres, t('screen.services.centresUnit')],
    [t('screen.services.sum'), sum, people],
    [t('screen.services.average'), open === 0 ? 0 : Math.round(sum / open), people],
    [t('screen.services.best'), Math.max(0, ...counts), people],
  ] as const;
  return (
    <dl className="strip">
      {facts.map(([label, count, unit]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {format.count(count)}
            <small>{unit}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}
