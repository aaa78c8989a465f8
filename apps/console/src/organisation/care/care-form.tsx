import { serverNow } from '@linli/client';
import type { ReactElement } from 'react';
import { addDays } from '@linli/domain/base';
import { type CareFragment, type CareScope, ChangeCareDocument, GrantCareDocument } from '../../gql/graphql';
import { useAct, useCreate } from '../../kit/acts';
import { DayPicker } from '../../kit/day-picker';
import { dayOf } from '../../kit/days';
import { ChecksField, Field, TextField } from '../../kit/field';
import { type Form, useForm } from '../../kit/form';
import { FormDrawer } from '../../kit/form-drawer';
import { useWords } from '../../kit/words';
import type { Elder } from './elder';

const SCOPES: readonly CareScope[] = ['BOOKINGS', 'HEALTH', 'CONTACTS'];
const MOBILE = /^1[3-9]\d{9}$/;
const USUAL_DAYS = 365;

interface Values {
  name: string;
  phone: string;
  scopes: CareScope[];
  until: string;
  reason: string;
}

interface CareFormProps {
  readonly person: Elder;
  /** The grant to be changed; a new one without. */
  readonly grant: CareFragment | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const digits = (typed: string): string => typed.replace(/[\s-]/g, '');
const yearFrom = (today: string): string => addDays(today as Parameters<typeof addDays>[0], USUAL_DAYS);

/** At the counter: who, what, how long, and why it is done here. */
export function CareForm({ person, grant, onClose, onDone }: CareFormProps): ReactElement {
  const { t } = useWords();
  const created = useCreate(GrantCareDocument);
  const changed = useAct(ChangeCareDocument);
  const today = dayOf(serverNow());
  const start = {
    ...{ name: '', phone: '', scopes: grant?.scopes ?? ['BOOKINGS' as const] },
    ...{ until: grant?.until ?? yearFrom(today), reason: '' },
  };
  const form = useForm<Values>(start, ({ name, phone, scopes, until, reason }) => ({
    ...(grant || name.trim() ? {} : { name: t('issue.invalid_type') }),
    ...(grant || MOBILE.test(digits(phone)) ? {} : { phone: t('console.care.phoneWrong') }),
    ...(scopes.length > 0 ? {} : { scopes: t('console.care.scopesMissing') }),
    ...(until > today ? {} : { until: t('refusal.CARE_DATE_WRONG') }),
    ...(reason.trim() ? {} : { reason: t('refusal.CARE_NEEDS_REASON') }),
  }));
  const { values, set, faults } = form;
  const send = async () => {
    if (!form.check()) return;
    const { name, phone, scopes, until } = values;
    const extent = { scopes, until, reason: values.reason.trim() };
    const wish = { elderId: person.id, carerName: name.trim(), carerPhone: digits(phone) };
    const { done } = grant
      ? await changed.act({ id: grant.id, ...extent })
      : await created.act({ ...wish, ...extent });
    if (done) onDone();
  };
  return (
    <FormDrawer
      id="care"
      title={
        grant
          ? t('console.care.changeOf', { name: grant.carerName })
          : t('console.care.of', { name: person.name })
      }
      word={t(grant ? 'common.save' : 'console.care.do')}
      busy={created.busy || changed.busy}
      message={created.message ?? changed.message}
      changed={form.changed}
      onSend={() => void send()}
      onClose={onClose}
    >
      {!grant && (
        <>
          <TextField
            label={t('console.care.name')}
            hint={t('console.care.nameHint')}
            value={values.name}
            error={faults.name}
            onChange={(name) => set({ name })}
            maxLength={40}
            autoComplete="off"
          />
          <TextField
            label={t('console.care.phone')}
            type="tel"
            value={values.phone}
            error={faults.phone}
            onChange={(phone) => set({ phone })}
            autoComplete="off"
          />
        </>
      )}
      <ChecksField
        label={t('console.care.scopes')}
        options={SCOPES.map((key) => ({ key, label: t(`CareScope.${key}`) }))}
        value={values.scopes}
        onChange={(scopes) => set({ scopes })}
      />
      {faults.scopes && (
        <p className="err" role="alert">
          {faults.scopes}
        </p>
      )}
      <LastDay form={form} today={today} />
      <TextField
        label={t('console.care.reason')}
        hint={t('console.care.reasonHint')}
        value={values.reason}
        error={faults.reason}
        onChange={(reason) => set({ reason })}
        maxLength={200}
      />
    </FormDrawer>
  );
}

function LastDay({
  form: { values, set, faults },
  today,
}: {
  readonly form: Form<Values>;
  readonly today: string;
}): ReactElement {
  const { t } = useWords();
  return (
    <Field label={t('console.care.lastDay')} hint={t('console.care.lastDayHint')} error={faults.until}>
      {(control) => (
        <DayPicker
          id={control.id}
          value={values.until}
          min={today}
          invalid={control['aria-invalid'] ?? false}
          onChange={(until) => set({ until })}
        />
      )}
    </Field>
  );
}
