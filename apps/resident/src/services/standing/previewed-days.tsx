import { Status } from '@linli/ui';
import type { ReactElement } from 'react';
import type { StandingPreviewQuery } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { usePay } from '../bookings/pay-bar';
import { lookOfDay, useStandingWords } from './standing-words';

type Day = StandingPreviewQuery['previewStandingOrder']['days'][number];

/** The days of the next two weeks: what each costs, or why there is nothing on it. */
export function PreviewedDays({ days }: { readonly days: readonly Day[] }): ReactElement {
  const { t } = useLaterWords();
  const coming = days.filter(({ state }) => state === 'PLANNED');
  return (
    <section className="sec">
      <h2 className="q__h">{t('later.standing.twoWeeks')}</h2>
      <p className="lead">{t('later.standing.meals', { count: coming.length })}</p>
      <ul className="card card--flush stand">
        {days.map((day) => (
          <PreviewedDay key={day.day} day={day} />
        ))}
      </ul>
    </section>
  );
}

function PreviewedDay({ day }: { readonly day: Day }): ReactElement {
  const { t, format } = useLaterWords();
  const words = useStandingWords();
  const pay = usePay();
  const { tone, icon } = lookOfDay(day.state);
  const { price } = day;
  const isComing = day.state === 'PLANNED';
  return (
    <li>
      <div className="row">
        <span>
          <b>{format.day(day.day)}</b>
          {isComing && price && price.subsidyFen > 0 && (
            <small>
              {t('resident.priceStory', {
                full: format.money(price.fullFen),
                subsidy: format.money(price.subsidyFen),
              })}
            </small>
          )}
          {!isComing && (
            <Status tone={tone} icon={icon}>
              {words.day(day)}
            </Status>
          )}
        </span>
        {isComing && <b>{price ? pay(price) : t('later.standing.priceLater')}</b>}
      </div>
    </li>
  );
}
