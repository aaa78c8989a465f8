import { useNow } from '@linli/client';
import { Icon, Status } from '@linli/ui';
import type { ReactElement } from 'react';
import { daysFrom, hourOf, useToday } from '../../data/use-day';
import { useRead } from '../../data/use-read';
import { NextStandingMealsDocument } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { Link } from '../../shell/router';
import { fromWhichDay, nextOf } from './next-standing';
import { lookOfDay, useStandingWords } from './standing-words';

/** Two weeks: longer closed no centre is over a holiday. */
const AHEAD = 15;

/** The next meal that comes by itself. Nothing where there is none. */
export function NextMeal({ beneficiaryId }: { readonly beneficiaryId: string }): ReactElement | null {
  const { t, format } = useLaterWords();
  const words = useStandingWords();
  const now = useNow(60_000);
  const today = useToday();
  const days = daysFrom(today, AHEAD);
  const from = fromWhichDay(today, days[1] ?? today, hourOf(now));
  const to = days[AHEAD - 1] ?? today;
  const { data } = useRead(NextStandingMealsDocument, { beneficiaryId, from, to });
  const next = data && nextOf(data.standingOrders);
  if (!next) return null;
  const { tone, icon } = lookOfDay(next.state);
  return (
    <Link className="card row" to={`/bookings/standing/${next.orderId}`}>
      <span>
        <small>{t('later.standing.title')}</small>
        <b>
          {format.relativeDay(next.day, now)} {words.what(next.service)}
        </b>
        <Status tone={tone} icon={icon}>
          {words.day(next)}
        </Status>
      </span>
      <Icon name="chevron-right" />
    </Link>
  );
}
