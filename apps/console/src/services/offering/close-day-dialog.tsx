import { type ReactElement, useState } from 'react';
import { CloseDayDocument } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { DayPicker } from '../../kit/day-picker';
import { addDays } from '../../kit/days';
import { Field, TextField } from '../../kit/field';
import { focusFirstFault } from '../../kit/form';
import { Dialog } from '../../kit/overlays';
import { Problem } from '../../kit/problem';
import { useWords } from '../../kit/words';
import { type DayClosed, DayClosedDialog } from '../closing/day-closed-dialog';
import { WhomItHits } from '../closing/whom-it-hits';

interface CloseDayDialogProps {
  readonly centreId: string;
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function CloseDayDialog({ centreId, today, onClose, onDone }: CloseDayDialogProps): ReactElement {
  const { t } = useWords();
  const [day, setDay] = useState(addDays(today, 1));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [closed, setClosed] = useState<DayClosed>();
  const { act, busy, message } = useAct(CloseDayDocument);
  const missing = (value: string) => (tried && !value.trim() ? t('issue.invalid_type') : undefined);
  const close = async () => {
    setTried(true);
    if (!reason.trim() || !day) return focusFirstFault();
    const { done } = await act({ centreId, day, reason: reason.trim() });
    if (!done) return;
    setClosed(done);
  };
  if (closed) return <DayClosedDialog centreId={centreId} closed={closed} onClose={onDone} />;
  return (
    <Dialog
      open
      wide
      icon="triangle-alert"
      title={t('console.closed.addTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('console.closed.not')}</Button>
          <Button kind="danger" busy={busy} onClick={() => void close()}>
            {t('console.closed.do')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <div className="f f--2" style={{ padding: 0 }}>
          <Field label={t('console.closed.day')} error={missing(day)}>
            {(control) => (
              <DayPicker
                id={control.id}
                value={day}
                min={today}
                invalid={control['aria-invalid'] ?? false}
                onChange={setDay}
              />
            )}
          </Field>
          <TextField
            label={t('console.booking.reason')}
            value={reason}
            error={missing(reason)}
            onChange={setReason}
            maxLength={60}
          />
        </div>
        {day && <WhomItHits centreId={centreId} day={day} />}
        <Problem message={message} />
      </div>
    </Dialog>
  );
}
