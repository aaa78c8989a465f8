import { type ReactElement, useState } from 'react';
import { RecordTalkDocument } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { DayPicker } from '../../kit/day-picker';
import { addDays } from '../../kit/days';
import { Field, TextField } from '../../kit/field';
import { FormDrawer } from '../../kit/form-drawer';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';

interface TalkDrawerProps {
  readonly organisationId: string;
  readonly person: { readonly residentId: string; readonly name: string };
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const TIME_TO_PUT_RIGHT = 60;

/** 談話 What was said, and until when it is to be put right. */
export function TalkDrawer({
  organisationId,
  person,
  today,
  onClose,
  onDone,
}: TalkDrawerProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const [note, setNote] = useState('');
  const [deadline, setDeadline] = useState(addDays(today, TIME_TO_PUT_RIGHT));
  const [tried, setTried] = useState(false);
  const { act, busy, message } = useCreate(RecordTalkDocument);
  const send = async () => {
    setTried(true);
    if (!note.trim()) return;
    const { done } = await act({
      organisationId,
      residentId: person.residentId,
      note: note.trim(),
      deadline,
    });
    if (!done) return;
    toast('ok', t('console.life.talked', { name: person.name }));
    onDone();
    onClose();
  };
  return (
    <FormDrawer
      id="talk"
      title={t('console.life.talkWith', { name: person.name })}
      word={t('console.life.talkSave')}
      busy={busy}
      message={message}
      changed={note !== ''}
      onSend={() => void send()}
      onClose={onClose}
    >
      <TextField
        label={t('console.life.talkNote')}
        value={note}
        maxLength={200}
        onChange={setNote}
        error={tried && !note.trim() ? t('issue.invalid_type') : undefined}
      />
      <Field label={t('console.life.deadline')} hint={t('console.life.deadlineHint')}>
        {({ id }) => <DayPicker id={id} value={deadline} min={addDays(today, 1)} onChange={setDeadline} />}
      </Field>
    </FormDrawer>
  );
}
