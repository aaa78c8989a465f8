import { type ReactElement, useState } from 'react';
import { useToday } from '../../data/use-day';
import { EndStandingOrderDocument, type StandingOrderWholeFragment } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { Note, SubmitButton } from '../../shell/pieces';
import { Link, useGo } from '../../shell/router';
import { DayField, DayOptions } from './choose-day';
import { OfOrder } from './of-order';
import { StandingProblem } from './standing-problem';
import { isDay, lastOfMonth, sundayOf } from './standing-rules';
import { useStandingAct } from './use-standing';

export function EndPage(): ReactElement {
  const { t } = useLaterWords();
  return (
    <OfOrder title={t('later.standing.endWhen')} lead={t('later.standing.endLead')}>
      {(order) => <End order={order} />}
    </OfOrder>
  );
}

const OTHER = 'other';

/** It asks until when, says what is cancelled with it and that there is no way back, and only then ends. */
function End({ order }: { readonly order: StandingOrderWholeFragment }): ReactElement {
  const { t, format } = useLaterWords();
  const go = useGo();
  const today = useToday();
  const [chosen, choose] = useState(today);
  const [typed, type] = useState('');
  const [tried, setTried] = useState(false);
  const { submission, act } = useStandingAct(EndStandingOrderDocument);
  const lastDay = chosen === OTHER ? typed : chosen;
  const isFine = isDay(lastDay) && lastDay >= today;
  const gone = order.days.filter(
    ({ day, state, byHand }) => state === 'BOOKED' && !byHand && isFine && day > lastDay,
  );
  const send = async () => {
    if (!isFine) setTried(true);
    else if (await act({ id: order.id, lastDay })) go(`/bookings/standing/${order.id}`, { replace: true });
  };
  const options = [
    { key: today, label: t('later.standing.endToday') },
    { key: sundayOf(today), label: t('later.standing.endWeek') },
    { key: lastOfMonth(today), label: t('later.standing.endMonth') },
  ].map((option) => ({ ...option, more: format.day(option.key) }));
  return (
    <>
      <DayOptions
        legend={t('later.standing.endWhen')}
        options={[
          ...options.filter(({ key }, index) => options.findIndex((one) => one.key === key) === index),
          { key: OTHER, label: t('later.standing.otherDay') },
        ]}
        chosen={chosen}
        onChoose={choose}
      />
      {chosen === OTHER && (
        <DayField
          label={t('later.standing.lastDay')}
          value={typed}
          min={today}
          onChange={type}
          error={tried && !isFine ? t('later.standing.dayMissing') : undefined}
        />
      )}
      <Note tone="warn" icon="triangle-alert" title={t('later.standing.endCancels', { count: gone.length })}>
        {t('later.standing.noUndo')}
      </Note>
      <StandingProblem submission={submission} title={t('later.standing.notEnded')} />
      <div className="btns">
        <SubmitButton busy={submission.state === 'submitting'} onClick={() => void send()}>
          {t('later.standing.endNow')}
        </SubmitButton>
        <Link className="btn btn--plain" to={`/bookings/standing/${order.id}`}>
          {t('later.standing.keep')}
        </Link>
      </div>
    </>
  );
}
