import { type ReactElement, useState } from 'react';
import { ChangeJoinUntilDocument } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Ask } from '../../kit/ask';
import { DayPicker } from '../../kit/day-picker';
import { addDays, isDay } from '../../kit/days';
import { ChoiceField, Field } from '../../kit/field';
import { focusFirstFault } from '../../kit/form';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { useClassWords } from './class-words';
import type { Roll } from './roll';

type Until = 'open' | 'day' | 'now';
const WAYS: readonly Until[] = ['open', 'day', 'now'];

interface JoinUntilDialogProps {
  readonly series: Roll['series'];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 改報名截止 As long as a date remains, until a day, or no more from now on. Who is in it stays. */
export function JoinUntilDialog({ series, onClose, onDone }: JoinUntilDialogProps): ReactElement {
  const { t, format } = useWords();
  const toast = useToast();
  const { today } = useClassWords();
  const { act, busy, message } = useAct(ChangeJoinUntilDocument);
  const { joinUntil } = series;
  const isOver = joinUntil !== null && joinUntil < today;
  const [until, setUntil] = useState<Until>(joinUntil === null ? 'open' : isOver ? 'now' : 'day');
  const [day, setDay] = useState(isOver ? '' : (joinUntil ?? ''));
  const [tried, setTried] = useState(false);
  const isMissing = until === 'day' && !(isDay(day) && day >= today);
  const change = async () => {
    setTried(true);
    if (isMissing) return focusFirstFault();
    const last = { open: null, day, now: addDays(today, -1) }[until];
    const { done } = await act({ id: series.id, joinUntil: last });
    if (!done) return;
    const said = { name: series.name, day: format.day(day || today) };
    toast('ok', t(`console.classes.joinUntilDone.${until}`, said));
    onDone();
  };
  return (
    <Ask
      title={t('console.classes.joinUntilTitle', { name: series.name })}
      word={t('console.classes.joinUntilDo')}
      busy={busy}
      message={message}
      onGo={change}
      onClose={onClose}
    >
      <ChoiceField
        label={t('console.classes.joinUntilLabel')}
        value={until}
        options={WAYS.map((key) => ({ key, label: t(`console.classes.joinUntilWay.${key}`) }))}
        onChange={setUntil}
      />
      {until === 'day' && (
        <Field
          label={t('console.classes.joinUntilDay')}
          error={tried && isMissing ? t('console.classes.joinUntilPast') : undefined}
        >
          {({ id }) => (
            <DayPicker id={id} value={day} min={today} invalid={tried && isMissing} onChange={setDay} />
          )}
        </Field>
      )}
      <p className="hint">{t('console.classes.joinUntilText')}</p>
    </Ask>
  );
}
