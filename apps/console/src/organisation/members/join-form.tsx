import type { ReactElement } from 'react';
import { JoinOrganisationDocument, type MemberStage } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { ChoiceField, Field, TextField } from '../../kit/field';
import { useForm } from '../../kit/form';
import { FormDrawer } from '../../kit/form-drawer';
import { type Found, SearchSelect } from '../../kit/search-select';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { useFindPeople } from '../parts/find-people';
import { DayField } from './day-field';

const STAGES: readonly MemberStage[] = ['FULL', 'PROBATIONARY', 'CANDIDATE', 'ACTIVIST'];

interface Values {
  person: Found | undefined;
  stage: MemberStage;
  effectiveOn: string;
  documentNumber: string;
}

interface JoinFormProps {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: (memberId: string) => void;
}

/** 接收 Somebody whom the house knows as a resident comes into the branch. */
export function JoinForm({ organisation, today, onClose, onDone }: JoinFormProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const find = useFindPeople(organisation.id);
  const { act, busy, message } = useCreate(JoinOrganisationDocument);
  const start: Values = { person: undefined, stage: 'FULL', effectiveOn: today, documentNumber: '' };
  const form = useForm<Values>(start, ({ person, effectiveOn }) => ({
    ...(person ? {} : { person: t('console.members.personMissing') }),
    ...(effectiveOn ? {} : { effectiveOn: t('issue.invalid_type') }),
  }));
  const { values, set, faults } = form;
  const send = async () => {
    if (!form.check() || !values.person) return;
    const { stage, effectiveOn } = values;
    const { done } = await act({
      ...{ organisationId: organisation.id, residentId: values.person.value, stage, effectiveOn },
      documentNumber: values.documentNumber.trim() || null,
    });
    if (!done) return;
    toast('ok', t('console.members.joined', { name: done.name }));
    onDone(done.id);
  };
  return (
    <FormDrawer
      id="join"
      title={t('console.members.joinTo', { organisation: organisation.name })}
      word={t('console.members.join')}
      changed={form.changed}
      {...{ busy, message, onClose }}
      onSend={() => void send()}
    >
      <Field label={t('console.members.person')} hint={t('console.members.personHint')} error={faults.person}>
        {(control) => (
          <SearchSelect
            control={control}
            value={values.person}
            onChange={(person) => set({ person })}
            find={find}
            placeholder={t('console.members.personFind')}
          />
        )}
      </Field>
      <ChoiceField
        label={t('console.members.stage')}
        value={values.stage}
        options={STAGES.map((key) => ({ key, label: t(`MemberStage.${key}`) }))}
        onChange={(stage) => set({ stage })}
      />
      <DayField
        label={t('console.members.joinedOn')}
        {...{ today, value: values.effectiveOn, error: faults.effectiveOn }}
        onChange={(effectiveOn) => set({ effectiveOn })}
      />
      <TextField
        label={t('console.members.document')}
        hint={t('console.members.optional')}
        value={values.documentNumber}
        onChange={(documentNumber) => set({ documentNumber })}
        maxLength={60}
      />
    </FormDrawer>
  );
}
