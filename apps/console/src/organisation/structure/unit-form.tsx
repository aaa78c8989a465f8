import type { ReactElement } from 'react';
import {
  ChangeTwoNewUnitDocument,
  RecordTwoNewUnitDocument,
  type TwoNewCover,
  type TwoNewField,
  type TwoNewUnitRowFragment,
} from '../../gql/graphql';
import { useAct, useCreate } from '../../kit/acts';
import { ChoiceField, Field, TextField } from '../../kit/field';
import { type Form, useForm } from '../../kit/form';
import { FormDrawer } from '../../kit/form-drawer';
import { type Found, SearchSelect } from '../../kit/search-select';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { useFindOrganisations } from '../../layout/find-places';
import { type Dated, RecordFields } from './record-fields';

export const FIELDS: readonly TwoNewField[] = [
  'OFFICE_BUILDING',
  'COMMERCIAL_DISTRICT',
  'INTERNET',
  'LAW_FIRM',
];
const COVERS: readonly TwoNewCover[] = ['OWN', 'JOINT', 'INSTRUCTOR', 'NONE'];

interface UnitValues extends Dated {
  name: string;
  field: TwoNewField;
  members: string;
  cover: TwoNewCover;
  organisation: Found | undefined;
}

interface UnitFormProps {
  readonly areaId: string;
  readonly today: string;
  /** The one that changes; none: a new one. */
  readonly unit?: TwoNewUnitRowFragment | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const hasOrganisation = (cover: TwoNewCover): boolean => cover === 'OWN' || cover === 'JOINT';

const valuesOf = (unit: TwoNewUnitRowFragment | undefined, today: string): UnitValues => ({
  name: unit?.name ?? '',
  field: unit?.field ?? 'OFFICE_BUILDING',
  members: unit ? String(unit.members) : '',
  cover: unit?.cover ?? 'NONE',
  organisation: unit?.organisation
    ? { value: unit.organisation.id, label: unit.organisation.name }
    : undefined,
  effectiveOn: today,
  documentNumber: '',
});

function useUnitForm({ unit, today }: UnitFormProps) {
  const { t } = useWords();
  const empty = t('issue.invalid_type');
  return useForm<UnitValues>(valuesOf(unit, today), (values) => ({
    ...(values.name.trim() ? {} : { name: empty }),
    ...(/^\d{1,4}$/.test(values.members.trim()) ? {} : { members: t('console.twoNew.membersHint') }),
    ...(hasOrganisation(values.cover) && !values.organisation ? { organisation: empty } : {}),
    ...(values.effectiveOn ? {} : { effectiveOn: empty }),
    ...(values.documentNumber.trim() ? {} : { documentNumber: empty }),
  }));
}

/** What a unit is from a day on: recorded anew, or changed, by a document. */
export function UnitForm(props: UnitFormProps): ReactElement {
  const { areaId, unit, onClose, onDone } = props;
  const { t } = useWords();
  const toast = useToast();
  const form = useUnitForm(props);
  const record = useCreate(RecordTwoNewUnitDocument);
  const change = useAct(ChangeTwoNewUnitDocument);
  const submit = async () => {
    if (!form.check()) return;
    const { name, field, members, cover, organisation, effectiveOn, documentNumber } = form.values;
    const state = {
      ...{ name: name.trim(), members: Number(members), cover, effectiveOn },
      organisationId: hasOrganisation(cover) ? (organisation?.value ?? null) : null,
      documentNumber: documentNumber.trim(),
    };
    const outcome = unit
      ? await change.act({ ...state, id: unit.id })
      : await record.act({ ...state, areaId, field });
    if (!outcome.done) return;
    toast('ok', t('console.change.done'));
    onDone();
  };
  const { busy, message } = unit ? change : record;
  return (
    <FormDrawer
      id="two-new-unit"
      title={unit ? t('console.twoNew.change', { name: unit.name }) : t('console.twoNew.record')}
      word={t('console.change.do')}
      changed={form.changed}
      {...{ busy, message, onClose }}
      onSend={submit}
    >
      <UnitFields form={form} isNew={!unit} />
      <RecordFields form={form} />
    </FormDrawer>
  );
}

function UnitFields({
  form: { values, set, faults },
  isNew,
}: {
  readonly form: Form<UnitValues>;
  readonly isNew: boolean;
}): ReactElement {
  const { t } = useWords();
  const find = useFindOrganisations();
  return (
    <>
      <TextField
        label={t('console.twoNew.unit')}
        value={values.name}
        error={faults.name}
        onChange={(name) => set({ name })}
        maxLength={60}
      />
      {isNew && (
        <ChoiceField
          label={t('console.twoNew.field')}
          value={values.field}
          options={FIELDS.map((key) => ({ key, label: t(`TwoNewField.${key}`) }))}
          onChange={(field) => set({ field })}
        />
      )}
      <TextField
        label={t('console.twoNew.members')}
        hint={t('console.twoNew.membersHint')}
        value={values.members}
        error={faults.members}
        inputMode="numeric"
        onChange={(members) => set({ members })}
        maxLength={4}
      />
      <ChoiceField
        label={t('console.twoNew.cover')}
        value={values.cover}
        options={COVERS.map((key) => ({ key, label: t(`TwoNewCover.${key}`) }))}
        onChange={(cover) => set({ cover })}
      />
      {hasOrganisation(values.cover) && (
        <Field
          label={t('console.twoNew.by')}
          hint={t('console.change.newParentHint')}
          error={faults.organisation}
        >
          {(control) => (
            <SearchSelect
              control={control}
              value={values.organisation}
              find={find}
              onChange={(organisation) => set({ organisation })}
            />
          )}
        </Field>
      )}
    </>
  );
}
