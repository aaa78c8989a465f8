import { type ReactElement, useState } from 'react';
import {
  CloseAreaDocument,
  CloseOrganisationDocument,
  type OrganisationKind,
  RenameAreaDocument,
  RenameOrganisationDocument,
  SetUpOrganisationDocument,
} from '../../gql/graphql';
import { useAct, useCreate } from '../../kit/acts';
import { DayPicker } from '../../kit/day-picker';
import { ChoiceField, Field, TextField } from '../../kit/field';
import { type Form, useForm } from '../../kit/form';
import { FormDrawer } from '../../kit/form-drawer';
import type { Found } from '../../kit/search-select';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import type { Change } from './change';
import { CoversField } from './covers-field';

interface Values {
  name: string;
  officialName: string;
  kind: OrganisationKind;
  covers: Found[];
  effectiveOn: string;
  documentNumber: string;
}

interface ChangeDrawerProps {
  readonly change: Change;
  readonly today: string;
  readonly onClose: () => void;
  /** With the id of what was changed, or set up. */
  readonly onDone: (id: string) => void;
}

function useSending(change: Change) {
  const setUp = useCreate(SetUpOrganisationDocument);
  const rename = useAct(RenameOrganisationDocument);
  const close = useAct(CloseOrganisationDocument);
  const renameArea = useAct(RenameAreaDocument);
  const closeArea = useAct(CloseAreaDocument);
  const used = { setUp, rename, close, renameArea, closeArea }[change.act];
  const send = async ({
    name,
    officialName,
    kind,
    covers,
    effectiveOn,
    documentNumber,
  }: Values): Promise<string | undefined> => {
    const record = { effectiveOn, documentNumber: documentNumber.trim() };
    const sent = {
      setUp: () =>
        setUp.act({
          ...record,
          parentId: 'parentId' in change ? change.parentId : '',
          kind,
          name: name.trim(),
          covers: covers.map(({ value }) => value),
        }),
      rename: () => rename.act({ ...record, id: 'id' in change ? change.id : '', name: name.trim() }),
      close: () => close.act({ ...record, id: 'id' in change ? change.id : '' }),
      renameArea: () =>
        renameArea.act({
          ...record,
          id: 'id' in change ? change.id : '',
          name: name.trim(),
          officialName: officialName.trim(),
        }),
      closeArea: () => closeArea.act({ ...record, id: 'id' in change ? change.id : '' }),
    }[change.act];
    return (await sent()).done?.id;
  };
  return { send, busy: used.busy, message: used.message };
}

const firstValues = (change: Change, today: string): Values => ({
  name: change.act === 'rename' || change.act === 'renameArea' ? change.name : '',
  officialName: change.act === 'renameArea' ? change.officialName : '',
  kind: change.act === 'setUp' ? (change.kinds[0] ?? 'ESTATE_BRANCH') : 'ESTATE_BRANCH',
  covers: [],
  effectiveOn: today,
  documentNumber: '',
});

/** A change to a tree is a record with a day and a document number, not an edit. */
export function ChangeDrawer({ change, today, onClose, onDone }: ChangeDrawerProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const closes = change.act === 'close' || change.act === 'closeArea';
  const named = { name: change.name };
  const [sure, setSure] = useState(false);
  const { send, busy, message } = useSending(change);
  const empty = t('issue.invalid_type');
  const form = useForm<Values>(
    firstValues(change, today),
    ({ name, officialName, effectiveOn, documentNumber }) => ({
      ...(closes || name.trim() ? {} : { name: empty }),
      ...(change.act !== 'renameArea' || officialName.trim() ? {} : { officialName: empty }),
      ...(effectiveOn ? {} : { effectiveOn: empty }),
      ...(documentNumber.trim() ? {} : { documentNumber: empty }),
    }),
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
      word={t(closes && sure ? 'console.change.sure' : 'console.change.do')}
      kind={closes ? 'danger' : 'primary'}
      changed={form.changed}
      {...{ busy, message, onClose }}
      {...(closes && { keep: t('console.change.keep') })}
      onSend={submit}
    >
      <WhatFields change={change} form={form} />
      <RecordFields form={form} />
      {closes && sure && (
        <p className="note note--bad" role="alert">
          {t('console.change.closeAsk', named)}
        </p>
      )}
    </FormDrawer>
  );
}

/** What the thing is to be: nothing, when it is closed. */
function WhatFields({
  change,
  form: { values, set, faults },
}: {
  readonly change: Change;
  readonly form: Form<Values>;
}): ReactElement | null {
  const { t } = useWords();
  const { act } = change;
  if (act === 'close' || act === 'closeArea') return null;
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

/** From when, and by which document. */
function RecordFields({ form: { values, set, faults } }: { readonly form: Form<Values> }): ReactElement {
  const { t } = useWords();
  return (
    <>
      <Field label={t('console.change.effectiveOn')} error={faults.effectiveOn}>
        {(control) => (
          <DayPicker
            id={control.id}
            value={values.effectiveOn}
            onChange={(effectiveOn) => set({ effectiveOn })}
            invalid={control['aria-invalid'] ?? false}
          />
        )}
      </Field>
      <TextField
        label={t('console.change.document')}
        hint={t('console.change.documentHint')}
        value={values.documentNumber}
        error={faults.documentNumber}
        onChange={(documentNumber) => set({ documentNumber })}
        maxLength={60}
      />
    </>
  );
}
