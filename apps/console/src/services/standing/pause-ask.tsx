import { serverNow } from '@linli/client';
import { type ReactElement, useState } from 'react';
import { PauseStandingOrderDocument, type StandingLineFragment } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Ask } from '../../kit/ask';
import { DayPicker } from '../../kit/day-picker';
import { addDays, dayOf } from '../../kit/days';
import { Field } from '../../kit/field';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';

interface PauseAskProps {
  readonly order: StandingLineFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const WEEK = 6;

/** From one day to another, both included; what is booked for them is given back. */
export function PauseAsk({ order, onClose, onDone }: PauseAskProps): ReactElement {
  const { t, format } = useWords();
  const toast = useToast();
  const today = dayOf(serverNow());
  const [from, setFrom] = useState(addDays(today, 1));
  const [to, setTo] = useState(addDays(today, 1 + WEEK));
  const { act, busy, message } = useAct(PauseStandingOrderDocument);
  const isWrong = to < from;
  const { name } = order.beneficiary;
  const send = async () => {
    if (isWrong) return;
    const { done } = await act({ id: order.id, from, to });
    if (!done) return;
    toast('ok', t('console.standing.pausedDone', { name, from: format.day(from), to: format.day(to) }));
    onDone();
  };
  return (
    <Ask
      title={t('console.standing.pauseOf', { name })}
      word={t('console.standing.pause')}
      busy={busy}
      message={message}
      onGo={() => void send()}
      onClose={onClose}
    >
      <p>{t('console.standing.pauseText')}</p>
      <Field label={t('console.standing.firstDay')}>
        {({ id }) => <DayPicker id={id} value={from} min={today} onChange={setFrom} />}
      </Field>
      <Field
        label={t('console.standing.lastDay')}
        error={isWrong ? t('console.standing.backwards') : undefined}
      >
        {({ id }) => <DayPicker id={id} value={to} min={today} invalid={isWrong} onChange={setTo} />}
      </Field>
    </Ask>
  );
}
