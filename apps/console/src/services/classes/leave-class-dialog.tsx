import { type ReactElement, useState } from 'react';
import { LeaveRunDocument } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Ask } from '../../kit/ask';
import { TextField } from '../../kit/field';
import { focusFirstFault } from '../../kit/form';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { markOf, type Member, type Roll } from './roll';

interface LeaveClassDialogProps {
  readonly member: Member;
  readonly roll: Roll;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 退班 All that remains is given back for somebody. */
export function LeaveClassDialog({ member, roll, onClose, onDone }: LeaveClassDialogProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const { act, busy, message } = useAct(LeaveRunDocument);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { run, person } = member;
  const due = roll.dates.filter((date) => markOf(member.on.get(date.id), date) === 'DUE').length;
  const leave = async () => {
    setTried(true);
    if (!reason.trim() || !run) return focusFirstFault();
    const { done } = await act({ id: run.id, reason: reason.trim() });
    if (!done) return;
    toast('ok', t('console.classes.leaveDone', { name: person.name }));
    onDone();
  };
  return (
    <Ask
      danger
      title={t('console.classes.leaveTitle', { name: person.name })}
      word={t('console.classes.leave')}
      keep={t('console.classes.leaveNot')}
      busy={busy}
      message={message}
      onGo={leave}
      onClose={onClose}
    >
      <p>{t('console.classes.leaveText', { count: due })}</p>
      <TextField
        label={t('console.booking.reason')}
        value={reason}
        error={tried && !reason.trim() ? t('issue.invalid_type') : undefined}
        onChange={setReason}
        maxLength={200}
        autoFocus
      />
      <p className="hint">
        {t(person.phone ? 'console.booking.isTold' : 'console.booking.isNotTold', { name: person.name })}
      </p>
    </Ask>
  );
}
