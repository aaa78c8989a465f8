import { useNow } from '@linli/client';
import { Icon, Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import type { StandingDayFragment, StandingOrderWholeFragment } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { Link } from '../../shell/router';
import { isOpenDay } from './standing-rules';
import { lookOfDay, useStandingWords } from './standing-words';

/** As many as two weeks of workdays have. */
const AT_ONCE = 10;

/** The coming days; a day that can still be changed leads to its page. */
export function OrderDays({ order }: { readonly order: StandingOrderWholeFragment }): ReactElement {
  const { t } = useLaterWords();
  const [all, setAll] = useState(false);
  const { days } = order;
  const shown = all ? days : days.slice(0, AT_ONCE);
  return (
    <section className="sec">
      <h2 className="q__h">{t('later.standing.coming')}</h2>
      {days.length === 0 ? (
        <p className="card mute">{t('later.standing.noDays')}</p>
      ) : (
        <>
          <p className="sm mute">{t('later.standing.comingLead')}</p>
          <ul className="card card--flush stand">
            {shown.map((day) => (
              <li key={day.day}>
                <OrderDay order={order} day={day} />
              </li>
            ))}
          </ul>
          {shown.length < days.length && (
            <button className="btn btn--plain" type="button" onClick={() => setAll(true)}>
              {t('later.standing.moreDays', { count: days.length - shown.length })}
            </button>
          )}
        </>
      )}
    </section>
  );
}

interface DayProps {
  readonly order: StandingOrderWholeFragment;
  readonly day: StandingDayFragment;
}

function OrderDay({ order, day }: DayProps): ReactElement {
  const face = <DayFace order={order} day={day} />;
  if (!isOpenDay(day.state) || order.state === 'ENDED') return <div className="row">{face}</div>;
  return (
    <Link className="row" to={`/bookings/standing/${order.id}/day/${day.day}`}>
      {face}
      <Icon name="chevron-right" />
    </Link>
  );
}

function DayFace({ order, day }: DayProps): ReactElement {
  const { format } = useLaterWords();
  const near = format.relativeDay(day.day, useNow(60_000));
  return (
    <span>
      <b>{near === format.day(day.day) ? near : `${near} ${format.day(day.day)}`}</b>
      <DayStands order={order} day={day} />
    </span>
  );
}

/** How a day stands, and what is unlike the others about it. */
export function DayStands({ order, day }: DayProps): ReactElement {
  const { t } = useLaterWords();
  const words = useStandingWords();
  const { tone, icon } = lookOfDay(day.state);
  const unlike = [
    ...(day.service.id === order.service.id ? [] : [words.what(day.service)]),
    ...(day.texture ? [t(`Texture.${day.texture}`)] : []),
  ];
  return (
    <>
      <Status tone={tone} icon={icon}>
        {words.day(day)}
      </Status>
      {unlike.length > 0 && day.state !== 'TAKEN_OUT' && (
        <small>{t('later.standing.unlike', { what: unlike.join(t('common.listComma')) })}</small>
      )}
    </>
  );
}
