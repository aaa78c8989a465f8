import { type ReactElement, useState } from 'react';
import { useToday } from '../../data/use-day';
import { PauseStandingOrderDocument, type StandingOrderWholeFragment } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { SubmitButton } from '../../shell/pieces';
import { useGo } from '../../shell/router';
import { DayField, type DayOption, DayOptions } from './choose-day';
import { OfOrder } from './of-order';
import { StandingProblem } from './standing-problem';
import { daysLater, isDay, lastOfMonth, mondayAfter } from './standing-rules';
import { useStandingAct } from './use-standing';

export function PausePage(): ReactElement {
  const { t } = useLaterWords();
  return (
    <OfOrder title={t('later.standing.pauseWhen')} lead={t('later.standing.pauseLead')}>
      {(order) => <Pause order={order} />}
    </OfOrder>
  );
}

interface Span {
  readonly from: string;
  readonly to: string;
}
const OTHER = 'other';

function useSpans(): Readonly<Record<string, Span>> {
  const today = useToday();
  const [tomorrow, monday] = [daysLater(today, 1), mondayAfter(today)];
  return {
    week: { from: tomorrow, to: daysLater(tomorrow, 6) },
    nextWeek: { from: monday, to: daysLater(monday, 6) },
    month: { from: tomorrow, to: lastOfMonth(tomorrow) },
  };
}

function Pause({ order }: { readonly order: StandingOrderWholeFragment }): ReactElement {
  const { t, format } = useLaterWords();
  const go = useGo();
  const tomorrow = daysLater(useToday(), 1);
  const spans = useSpans();
  const [chosen, choose] = useState('nextWeek');
  const [typed, type] = useState<Span>({ from: tomorrow, to: '' });
  const [tried, setTried] = useState(false);
  const { submission, act } = useStandingAct(PauseStandingOrderDocument);
  const span = spans[chosen] ?? typed;
  const isFine = isDay(span.from) && isDay(span.to) && span.from <= span.to;
  const fromTo = ({ from, to }: Span) =>
    t('later.standing.fromTo', { from: format.day(from), to: format.day(to) });
  const option = (key: string, label: string): DayOption => {
    const of = spans[key];
    return { key, label, ...(of && { more: fromTo(of) }) };
  };
  const send = async () => {
    if (!isFine) setTried(true);
    else if (await act({ id: order.id, ...span })) go(`/bookings/standing/${order.id}`, { replace: true });
  };
  return (
    <>
      <DayOptions
        legend={t('later.standing.pauseWhen')}
        options={[
          option('nextWeek', t('later.standing.pauseNextWeek')),
          option('week', t('later.standing.pauseWeek')),
          option('month', t('later.standing.pauseMonth')),
          option(OTHER, t('later.standing.pauseOther')),
        ]}
        chosen={chosen}
        onChoose={choose}
      />
      {chosen === OTHER && (
        <>
          <DayField
            label={t('later.standing.pauseFrom')}
            value={typed.from}
            min={tomorrow}
            onChange={(from) => type({ ...typed, from })}
            error={tried && !isDay(typed.from) ? t('later.standing.dayMissing') : undefined}
          />
          <DayField
            label={t('later.standing.pauseTo')}
            value={typed.to}
            min={typed.from || tomorrow}
            onChange={(to) => type({ ...typed, to })}
            error={tried && !isFine ? t('later.standing.dayMissing') : undefined}
          />
        </>
      )}
      <StandingProblem submission={submission} title={t('later.standing.notPaused')} />
      <SubmitButton busy={submission.state === 'submitting'} icon="check" onClick={() => void send()}>
        {t('later.standing.pauseNow')}
      </SubmitButton>
    </>
  );
}
