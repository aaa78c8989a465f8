import type { ReactElement } from 'react';
import { type CareFragment, RevokeCareDocument } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { TextField } from '../../kit/field';
import { useForm } from '../../kit/form';
import { FormDrawer } from '../../kit/form-drawer';
import { useWords } from '../../kit/words';

interface RevokeFormProps {
  readonly grant: CareFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says that it is over at once, and asks why it is done here. */
export function RevokeForm({ grant, onClose, onDone }: RevokeFormProps): ReactElement {
  const { t } = useWords();
  const { act, busy, message } = useAct(RevokeCareDocument);
  const form = useForm({ reason: '' }, ({ reason }) =>
    reason.trim() ? {} : { reason: t('refusal.CARE_NEEDS_REASON') },
  );
  const send = async () => {
    if (!form.check()) return;
    const { done } = await act({ id: grant.id, reason: form.values.reason.trim() });
    if (done) onDone();
  };
  return (
    <FormDrawer
      id="care-revoke"
      title={t('console.care.revokeOf', { name: grant.carerName })}
      word={t('console.care.revokeNow')}
      kind="danger"
      keep={t('console.care.keep')}
      busy={busy}
      message={message}
      changed={form.changed}
      onSend={() => void send()}
      onClose={onClose}
    >
      <p>{t('console.care.revokeLead', { carer: grant.carerName, elder: grant.elderName })}</p>
      <TextField
        label={t('console.care.reason')}
        value={form.values.reason}
        error={form.faults.reason}
        onChange={(reason) => form.set({ reason })}
        maxLength={200}
      />
    </FormDrawer>
  );
}
