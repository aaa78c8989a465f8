import type { ReactElement } from 'react';
import { CounterDayLogDocument } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { TextField } from '../../kit/field';
import { useForm } from '../../kit/form';
import { FormDrawer } from '../../kit/form-drawer';
import { useWords } from '../../kit/words';
import type { Entry } from './day-log';

interface CounterFormProps {
  readonly entry: Entry;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says why an entry does not hold: it stays to be read. */
export function CounterForm({ entry, onClose, onDone }: CounterFormProps): ReactElement {
  const { t } = useWords();
  const { act, busy, message } = useAct(CounterDayLogDocument);
  const form = useForm({ reason: '' }, ({ reason }) =>
    reason.trim() ? {} : { reason: t('issue.invalid_type') },
  );
  const send = async () => {
    if (!form.check()) return;
    const { done } = await act({ id: entry.id, reason: form.values.reason.trim() });
    if (done) onDone();
  };
  return (
    <FormDrawer
      wide
      id="day-log-counter"
      title={t('console.log.counterOf', { what: entry.what })}
      word={t('console.log.counter')}
      kind="danger"
      busy={busy}
      message={message}
      changed={form.changed}
      onSend={() => void send()}
      onClose={onClose}
    >
      <p>{t('console.log.counterLead')}</p>
      <TextField
        label={t('console.log.reason')}
        value={form.values.reason}
        error={form.faults.reason}
        maxLength={200}
        onChange={(reason) => form.set({ reason })}
      />
    </FormDrawer>
  );
}
