import type { ReactElement } from 'react';
import { GiveDoorDocument } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { TextField } from '../../kit/field';
import { useForm } from '../../kit/form';
import { FormDrawer } from '../../kit/form-drawer';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import type { Whose } from './whose';

interface DoorFormProps {
  readonly person: Whose;
  readonly centreId: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** For who has none yet: without it nobody can bring a meal or come to the door. */
export function DoorForm({ person, centreId, onClose, onDone }: DoorFormProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const { act, busy, message } = useAct(GiveDoorDocument);
  const form = useForm({ door: '' }, ({ door }) => (door.trim() ? {} : { door: t('issue.invalid_type') }));
  const send = async () => {
    if (!form.check()) return;
    const { done } = await act({ residentId: person.id, centreId, door: form.values.door.trim() });
    if (!done) return;
    toast('ok', t('console.file.doorGiven', { name: person.name }));
    onDone();
  };
  return (
    <FormDrawer
      id="give-door"
      title={t('console.file.giveDoorOf', { name: person.name })}
      word={t('common.save')}
      busy={busy}
      message={message}
      changed={form.changed}
      onSend={() => void send()}
      onClose={onClose}
    >
      <p className="m">{person.building}</p>
      <TextField
        label={t('console.register.door')}
        hint={t('console.register.doorHint')}
        value={form.values.door}
        error={form.faults.door}
        maxLength={60}
        autoComplete="off"
        onChange={(door) => form.set({ door })}
      />
    </FormDrawer>
  );
}
