import { newId } from '@linli/client';
import { type ReactElement, useState } from 'react';
import { ConcludeJointMeetingDocument, type JointMeetingPartsFragment } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { DayPicker } from '../../kit/day-picker';
import { addDays, dayOf } from '../../kit/days';
import { Field, TextField } from '../../kit/field';
import { FormDrawer } from '../../kit/form-drawer';
import { type Found, SearchSelect } from '../../kit/search-select';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { useFindOrganisations } from '../../layout/find-places';

interface ConcludeDrawerProps {
  readonly meeting: JointMeetingPartsFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface Draft {
  readonly id: string;
  readonly text: string;
  readonly owner: Found | undefined;
  readonly ownerName: string;
  readonly dueOn: string;
}
const isWhole = ({ text, owner, ownerName }: Draft) => Boolean(text.trim() && owner && ownerName.trim());

/** 議定 What was said, and each decision with its owner and its day. */
export function ConcludeDrawer({ meeting, onClose, onDone }: ConcludeDrawerProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const day = dayOf(new Date(meeting.startsAt));
  const blank = (): Draft => ({
    ...{ id: newId(), text: '', ownerName: '', dueOn: addDays(day, 14) },
    owner: { value: meeting.organisationId, label: meeting.organisationName },
  });
  const [minutes, setMinutes] = useState('');
  const [drafts, setDrafts] = useState<readonly Draft[]>([blank()]);
  const [tried, setTried] = useState(false);
  const { act, busy, message } = useAct(ConcludeJointMeetingDocument);
  const written = drafts.filter(({ text, ownerName }) => text.trim() || ownerName.trim());
  const send = async () => {
    setTried(true);
    if (!minutes.trim() || !written.every(isWhole)) return;
    const decisions = written.map(({ id, text, owner, ownerName, dueOn }) => ({
      ...{ id, text: text.trim(), ownerId: owner?.value ?? '', ownerName: ownerName.trim(), dueOn },
    }));
    const { done } = await act({ id: meeting.id, minutes: minutes.trim(), decisions });
    if (!done) return;
    toast('ok', t('console.joint.concluded', { count: decisions.length }));
    onDone();
  };
  return (
    <FormDrawer
      id="conclude"
      wide
      title={t('console.joint.conclude')}
      word={t('console.joint.concludeGo', { count: written.length })}
      busy={busy}
      message={message}
      changed={minutes !== '' || written.length > 0}
      onSend={() => void send()}
      onClose={onClose}
    >
      <Field
        label={t('console.joint.minutes')}
        error={tried && !minutes.trim() ? t('issue.invalid_type') : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            className="in in--area"
            rows={4}
            maxLength={2000}
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          />
        )}
      </Field>
      {drafts.map((draft, index) => (
        <DecisionFields
          key={draft.id}
          {...{ draft, number: index + 1, day }}
          tried={tried && written.includes(draft)}
          onChange={(part) =>
            setDrafts(drafts.map((each) => (each.id === draft.id ? { ...each, ...part } : each)))
          }
        />
      ))}
      <div>
        <Button icon="plus" onClick={() => setDrafts([...drafts, blank()])}>
          {t('console.joint.addTask')}
        </Button>
      </div>
    </FormDrawer>
  );
}

interface DecisionFieldsProps {
  readonly draft: Draft;
  readonly number: number;
  readonly day: string;
  readonly tried: boolean;
  readonly onChange: (part: Partial<Draft>) => void;
}

function DecisionFields({ draft, number, day, tried, onChange }: DecisionFieldsProps): ReactElement {
  const { t } = useWords();
  const find = useFindOrganisations();
  const missing = (there: boolean) => (tried && !there ? t('issue.invalid_type') : undefined);
  return (
    <fieldset className="planl">
      <legend>
        <b>{t('console.joint.taskNumber', { number })}</b>
      </legend>
      <div className="planl__w">
        <TextField
          label={t('console.joint.task')}
          value={draft.text}
          maxLength={200}
          onChange={(text) => onChange({ text })}
          error={missing(draft.text.trim() !== '')}
        />
      </div>
      <Field label={t('console.joint.owner')} error={missing(draft.owner !== undefined)}>
        {(control) => (
          <SearchSelect
            control={control}
            value={draft.owner}
            find={find}
            onChange={(owner) => onChange({ owner })}
          />
        )}
      </Field>
      <TextField
        label={t('console.joint.ownerName')}
        value={draft.ownerName}
        maxLength={40}
        onChange={(ownerName) => onChange({ ownerName })}
        error={missing(draft.ownerName.trim() !== '')}
      />
      <Field label={t('console.joint.dueOn')}>
        {({ id }) => (
          <DayPicker id={id} value={draft.dueOn} min={day} onChange={(dueOn) => onChange({ dueOn })} />
        )}
      </Field>
    </fieldset>
  );
}
