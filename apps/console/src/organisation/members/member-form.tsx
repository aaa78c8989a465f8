import { useApolloClient } from '@apollo/client/react';
import type { ReactElement } from 'react';
import {
  ChangeMemberStageDocument,
  EndExemptionDocument,
  EndMembershipDocument,
  type ExemptionReason,
  ExemptMemberDocument,
  type LeavingReason,
  type OneMemberFragment,
  SearchOrganisationsDocument,
  TransferMemberDocument,
} from '../../gql/graphql';
import { useAct, useCreate } from '../../kit/acts';
import { ChoiceField, Field, TextField } from '../../kit/field';
import { type Form, useForm } from '../../kit/form';
import { FormDrawer } from '../../kit/form-drawer';
import { type Found, SearchSelect } from '../../kit/search-select';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { DayField } from './day-field';
import type { MemberAct } from './member-act';

const LEAVING: readonly LeavingReason[] = [
  ...(['TRANSFERRED_OUT', 'DIED', 'WITHDREW', 'EXPELLED', 'NOT_CONFIRMED', 'STOPPED'] as const),
];
const EXEMPTIONS: readonly ExemptionReason[] = ['OLD_AGE', 'ILLNESS', 'DISABILITY'];

interface Values {
  branch: Found | undefined;
  leaving: LeavingReason;
  exemption: ExemptionReason;
  note: string;
  on: string;
  to: string;
  documentNumber: string;
}

interface MemberFormProps {
  readonly act: MemberAct;
  readonly record: OneMemberFragment;
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One dated record about a member. */
export function MemberForm({ act, record, today, onClose, onDone }: MemberFormProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const sending = useSending(act, record.id);
  const start: Values = {
    ...{ branch: undefined, leaving: 'TRANSFERRED_OUT', exemption: 'OLD_AGE', note: '', on: today, to: '' },
    documentNumber: '',
  };
  const needsDocument = act.kind === 'transfer';
  const form = useForm<Values>(start, ({ branch, on, documentNumber }) => ({
    ...(on ? {} : { on: t('issue.invalid_type') }),
    ...(act.kind !== 'transfer' || branch ? {} : { branch: t('issue.invalid_type') }),
    ...(!needsDocument || documentNumber.trim() ? {} : { documentNumber: t('issue.invalid_type') }),
  }));
  const send = async () => {
    if (!form.check()) return;
    const { done } = await sending.send(form.values);
    if (!done) return;
    toast('ok', t('console.members.recordedOk'));
    onDone();
  };
  const ends = act.kind === 'leave';
  return (
    <FormDrawer
      id="member-act"
      title={t(`console.members.title.${act.kind}`, { name: record.name })}
      word={t(ends ? 'console.members.act.leave' : 'console.members.save')}
      kind={ends ? 'danger' : 'primary'}
      changed={form.changed}
      {...{ busy: sending.busy, message: sending.message, onClose }}
      onSend={() => void send()}
    >
      {act.kind === 'stage' && <p>{t('console.members.act.stage', { stage: t(`MemberStage.${act.to}`) })}</p>}
      <WhatFields act={act} form={form} />
      <DayField
        label={t(`console.members.day.${act.kind}`)}
        hint={t('console.members.dayHint')}
        {...{ today, value: form.values.on, error: form.faults.on }}
        onChange={(on) => form.set({ on })}
      />
      {act.kind === 'exempt' && (
        <DayField
          label={t('console.members.exemptTo')}
          hint={t('console.members.optional')}
          value={form.values.to}
          onChange={(to) => form.set({ to })}
        />
      )}
      {(act.kind === 'transfer' || act.kind === 'stage' || act.kind === 'leave') && (
        <TextField
          label={t('console.members.document')}
          {...(needsDocument ? {} : { hint: t('console.members.optional') })}
          value={form.values.documentNumber}
          error={form.faults.documentNumber}
          onChange={(documentNumber) => form.set({ documentNumber })}
          maxLength={60}
        />
      )}
    </FormDrawer>
  );
}

function WhatFields({
  act,
  form,
}: {
  readonly act: MemberAct;
  readonly form: Form<Values>;
}): ReactElement | null {
  const { t } = useWords();
  const { values, set, faults } = form;
  const find = useFindBranches();
  if (act.kind === 'transfer')
    return (
      <Field label={t('console.members.to')} hint={t('console.members.toHint')} error={faults.branch}>
        {(control) => (
          <SearchSelect
            control={control}
            value={values.branch}
            onChange={(branch) => set({ branch })}
            find={find}
            placeholder={t('console.members.toFind')}
          />
        )}
      </Field>
    );
  if (act.kind === 'leave')
    return (
      <>
        <ChoiceField
          label={t('console.members.reason')}
          value={values.leaving}
          options={LEAVING.map((key) => ({ key, label: t(`LeavingReason.${key}`) }))}
          onChange={(leaving) => set({ leaving })}
        />
        <TextField
          label={t('console.members.note')}
          hint={t('console.members.noteHint')}
          value={values.note}
          onChange={(note) => set({ note })}
          maxLength={100}
        />
      </>
    );
  if (act.kind === 'exempt')
    return (
      <ChoiceField
        label={t('console.members.reason')}
        value={values.exemption}
        options={EXEMPTIONS.map((key) => ({ key, label: t(`ExemptionReason.${key}`) }))}
        onChange={(exemption) => set({ exemption })}
      />
    );
  return null;
}

function useFindBranches(): (text: string) => Promise<readonly Found[]> {
  const client = useApolloClient();
  return async (text) => {
    if (!text.trim()) return [];
    const { data } = await client.query({
      query: SearchOrganisationsDocument,
      variables: { text: text.trim() },
      fetchPolicy: 'network-only',
    });
    return (data?.searchOrganisations ?? [])
      .filter(({ kind }) => kind.endsWith('_BRANCH') && kind !== 'GENERAL_BRANCH')
      .map(({ id, name, ancestors }) => ({
        ...{ value: id, label: name },
        note: ancestors
          .slice(-2)
          .map((above) => above.name)
          .join(' '),
      }));
  };
}

/** Each act has a mutation of its own; the form does not need to know which. */
function useSending(act: MemberAct, residentId: string) {
  const transfer = useCreate(TransferMemberDocument);
  const stage = useCreate(ChangeMemberStageDocument);
  const leave = useCreate(EndMembershipDocument);
  const exempt = useCreate(ExemptMemberDocument);
  const endExemption = useAct(EndExemptionDocument);
  const acts = { transfer, stage, leave, exempt, endExemption };
  const { busy, message } = acts[act.kind];
  const send = (values: Values) => {
    const documentNumber = values.documentNumber.trim();
    const change = { residentId, effectiveOn: values.on, documentNumber: documentNumber || null };
    if (act.kind === 'transfer')
      return transfer.act({ ...change, documentNumber, organisationId: values.branch?.value ?? '' });
    if (act.kind === 'stage') return stage.act({ ...change, stage: act.to });
    if (act.kind === 'leave')
      return leave.act({ ...change, reason: values.leaving, note: values.note.trim() || null });
    if (act.kind === 'endExemption') return endExemption.act({ id: act.id, lastDay: values.on });
    return exempt.act({ residentId, reason: values.exemption, from: values.on, to: values.to || null });
  };
  return { send, busy, message };
}
