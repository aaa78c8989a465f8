import { type ReactElement, useState } from 'react';
import { ChoiceField, TextField } from '../../kit/field';
import { type Form, useForm } from '../../kit/form';
import { FormDrawer } from '../../kit/form-drawer';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { type Change, firstValues, missingOf, type Values } from './change';
import { CoversField } from './covers-field';
import { RecordFields } from './record-fields';
import { MergedField, ParentField, PartsFields } from './reshape-fields';
import { useChange } from './use-change';

interface ChangeDrawerProps {
  readonly change: Change;
  readonly today: string;
  readonly onClose: () => void;
  /** With the id of what was changed, or set up. */
  readonly onDone: (id: string) => void;
}

/** A change to a tree is a record with a day and a document number, not an edit. */
export function ChangeDrawer({ change, today, onClose, onDone }: ChangeDrawerProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  // What ends something asks once more.
  const closes = change.act === 'close' || change.act === 'closeArea' || change.act === 'merge';
  const named = { name: change.name };
  const [sure, setSure] = useState(false);
  const { send, busy, message } = useChange(change);
  const empty = t('issue.invalid_type');
  const form = useForm<Values>(firstValues(change, today), (values) =>
    Object.fromEntries(Object.keys(missingOf(change, values)).map((field) => [field, empty])),
  );
  const submit = async () => {
    if (!form.check()) return;
    if (closes && !sure) {
      setSure(true);
      return;
    }
    const id = await send(form.values);
    if (!id) return;
    toast('ok', t('console.change.done'));
    onDone(id);
  };
  return (
    <FormDrawer
      id="change"
      title={t(`console.change.title.${change.act}`, named)}
      word={
        closes && sure
          ? t(change.act === 'merge' ? 'console.change.sureMerge' : 'console.change.sure')
          : t('console.change.do')
      }
      kind={closes ? 'danger' : 'primary'}
      changed={form.changed}
      {...{ busy, message, onClose }}
      {...(closes && { keep: t(change.act === 'merge' ? 'common.cancel' : 'console.change.keep') })}
      onSend={submit}
    >
      <WhatFields change={change} form={form} />
      <RecordFields form={form} />
      {closes && sure && (
        <p className="note note--bad" role="alert">
          {change.act === 'merge'
            ? t('console.change.mergeAsk', {
                ...named,
                merged: form.values.merged.map(({ label }) => label).join('、'),
              })
            : t('console.change.closeAsk', named)}
        </p>
      )}
    </FormDrawer>
  );
}

/** What the thing is to be: nothing, when it is closed. */
function WhatFields({
  change,
  form,
}: {
  readonly change: Change;
  readonly form: Form<Values>;
}): ReactElement | null {
  const { t } = useWords();
  const { values, set, faults } = form;
  const { act } = change;
  if (act === 'close' || act === 'closeArea') return null;
  if (act === 'move') return <ParentField form={form} />;
  if (act === 'merge') return <MergedField form={form} />;
  if (change.act === 'split') return <PartsFields form={form} covers={change.covers} />;
  if (act === 'covers') return <CoversField value={values.covers} onChange={(covers) => set({ covers })} />;
  return (
    <>
      {change.act === 'setUp' && (
        <ChoiceField
          label={t('console.structure.kind')}
          value={values.kind}
          options={change.kinds.map((key) => ({ key, label: t(`OrganisationKind.${key}`) }))}
          onChange={(kind) => set({ kind })}
        />
      )}
      <TextField
        label={t('console.structure.name')}
        value={values.name}
        error={faults.name}
        onChange={(name) => set({ name })}
        maxLength={60}
      />
      {act === 'renameArea' && (
        <TextField
          label={t('console.structure.officialName')}
          value={values.officialName}
          error={faults.officialName}
          onChange={(officialName) => set({ officialName })}
          maxLength={60}
        />
      )}
      {act === 'setUp' && <CoversField value={values.covers} onChange={(covers) => set({ covers })} />}
    </>
  );
}
