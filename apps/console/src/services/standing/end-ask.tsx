import { serverNow } from '@linli/client';
import { type ReactElement, useState } from 'react';
import {
  EndStandingOrderDocument,
  type StandingDayLineFragment,
  type StandingLineFragment,
} from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Ask } from '../../kit/ask';
import { DayPicker } from '../../kit/day-picker';
import { dayOf } from '../../kit/days';
import { Field } from '../../kit/field';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';

interface EndAskProps {
  readonly order: StandingLineFragment;
  readonly days: readonly StandingDayLineFragment[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The last day, what is given back with it, and that there is no way back. */
export function EndAsk({ order, days, onClose, onDone }: EndAskProps): ReactElement {
  const { t, format } = useWords();
  const toast = useToast();
  const today = dayOf(serverNow());
  const [lastDay, setLastDay] = useState(today);
  const { act, busy, message } = useAct(EndStandingOrderDocument);
  const { name } = order.beneficiary;
  const gone = days.filter(({ day, state, byHand }) => state === 'BOOKED' && !byHand && day > lastDay);
  const send = async () => {
    const { done } = await act({ id: order.id, lastDay });
    if (!done) return;
    toast('ok', t('console.standing.endedDone', { name, day: format.day(done.validTo ?? lastDay) }));
    onDone();
  };
  return (
    <Ask
      danger
      title={t('console.standing.endOf', { name })}
      word={t('console.standing.end')}
      keep={t('console.standing.keep')}
      busy={busy}
      message={message}
      onGo={() => void send()}
      onClose={onClose}
    >
      <Field label={t('console.standing.lastDay')}>
        {({ id }) => <DayPicker id={id} value={lastDay} min={today} onChange={setLastDay} />}
      </Field>
      <p>{t('console.standing.endCancels', { count: gone.length })}</p>
      <p className="hint">{t('console.standing.noUndo')}</p>
    </Ask>
  );
}
