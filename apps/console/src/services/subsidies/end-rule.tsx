import { type ReactElement, useState } from 'react';
import { EndSubsidyRuleDocument, type RuleFragment } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Ask } from '../../kit/ask';
import { DayPicker } from '../../kit/day-picker';
import { addDays } from '../../kit/days';
import { Field, TextField } from '../../kit/field';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { phaseOf } from './rules';

interface EndRuleProps {
  readonly rule: RuleFragment;
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Its last day and why. What was priced by it stays. */
export function EndRule({ rule, today, onClose, onDone }: EndRuleProps): ReactElement {
  const { t, format } = useWords();
  const toast = useToast();
  const [lastDay, setLastDay] = useState(today);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { act, busy, message } = useAct(EndSubsidyRuleDocument);
  const isComing = phaseOf(rule, today) === 'COMING';
  const send = async () => {
    setTried(true);
    if (!lastDay || !reason.trim()) return;
    const { done } = await act({ id: rule.id, lastDay, reason: reason.trim() });
    if (!done) return;
    toast('ok', t('console.subsidies.ended', { name: rule.name, day: format.date(done.validTo ?? lastDay) }));
    onDone();
  };
  return (
    <Ask
      danger
      title={t('console.subsidies.endTitle', { name: rule.name })}
      word={t('console.subsidies.end')}
      keep={t('console.subsidies.keep')}
      busy={busy}
      message={message}
      onGo={() => void send()}
      onClose={onClose}
    >
      <p>{t(isComing ? 'console.subsidies.withdrawText' : 'console.subsidies.endText')}</p>
      <Field label={t('console.subsidies.lastDay')}>
        {(control) => (
          <DayPicker
            id={control.id}
            value={lastDay}
            min={today}
            max={rule.validTo === null ? undefined : addDays(rule.validTo, -1)}
            onChange={setLastDay}
          />
        )}
      </Field>
      <TextField
        label={t('console.substitute.reason')}
        value={reason}
        maxLength={200}
        onChange={setReason}
        error={tried && !reason.trim() ? t('issue.invalid_type') : undefined}
      />
    </Ask>
  );
}
