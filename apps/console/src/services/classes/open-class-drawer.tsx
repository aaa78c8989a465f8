import { refusalMessage, serverNow } from '@linli/client';
import type { ReactElement } from 'react';
import { OpenSeriesDocument, PreviewSeriesDocument, type PreviewSeriesQuery } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { DayPicker } from '../../kit/day-picker';
import { addDays, dayOf, isDay } from '../../kit/days';
import { ChecksField, ChoiceField, Field, TextField } from '../../kit/field';
import { type Form, type Faults, useForm } from '../../kit/form';
import { FormDrawer } from '../../kit/form-drawer';
import { useRead } from '../../kit/fresh';
import { Problem } from '../../kit/problem';
import { useSettled } from '../../kit/settled';
import { useToast } from '../../kit/toasts';
import { type Say, useWords } from '../../kit/words';
import { useStandingWords, WEEKDAYS } from '../standing/standing-words';

interface OpenClassDrawerProps {
  readonly services: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
  readonly onOpened: (seriesId: string) => void;
}

export interface Values {
  serviceId: string;
  name: string;
  weekdays: string[];
  starts: string;
  ends: string;
  capacity: string;
  from: string;
  times: string;
  joinUntil: string;
}

const isCount = (text: string, least: number, most: number): boolean =>
  /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most;
const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** What the server would refuse, said at the field. */
export function faultsOf(t: Say, values: Values): Faults<Values> {
  const range = (from: number, to: number) => t('console.services.between', { from, to });
  return {
    ...(values.name.trim() ? {} : { name: t('issue.invalid_type') }),
    ...(values.weekdays.length > 0 ? {} : { weekdays: t('console.standing.daysMissing') }),
    ...(isTime(values.starts) ? {} : { starts: t('issue.invalid_type') }),
    ...(isTime(values.ends) && values.starts < values.ends ? {} : { ends: t('console.classes.endsFirst') }),
    ...(isCount(values.capacity, 1, 2000) ? {} : { capacity: range(1, 2000) }),
    ...(isCount(values.times, 2, 60) ? {} : { times: range(2, 60) }),
    ...(isDay(values.from) ? {} : { from: t('issue.invalid_type') }),
  };
}

const wishOf = (values: Values) => ({
  serviceId: values.serviceId,
  weekdays: values.weekdays.map(Number).sort((one, other) => one - other),
  ...{ starts: values.starts, ends: values.ends, from: values.from },
  ...{ capacity: Number(values.capacity), times: Number(values.times) },
});

/** 開班 When it meets, how often, for how many; and the dates that this yields, before anything is written. */
export function OpenClassDrawer({ services, onClose, onOpened }: OpenClassDrawerProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const words = useStandingWords();
  const create = useCreate(OpenSeriesDocument);
  const first = addDays(dayOf(serverNow()), 1);
  const form = useForm<Values>(
    {
      ...{ serviceId: services[0]?.id ?? '', name: '', weekdays: [], starts: '09:00', ends: '10:30' },
      ...{ capacity: '12', from: first, times: '8', joinUntil: '' },
    },
    (values) => faultsOf(t, values),
  );
  const { values, set, faults } = form;
  const send = async () => {
    if (!form.check()) return;
    const { done } = await create.act({
      ...wishOf(values),
      ...{ name: values.name.trim(), joinUntil: values.joinUntil || null },
    });
    if (!done) return;
    toast('ok', t('console.classes.opened', { name: done.name, times: done.times }));
    onOpened(done.id);
  };
  return (
    <FormDrawer
      id="open-class"
      wide
      title={t('console.classes.open')}
      word={t('console.classes.openDo')}
      busy={create.busy}
      message={create.message}
      changed={form.changed}
      onSend={() => void send()}
      onClose={onClose}
    >
      <div className="f f--2" style={{ padding: 0 }}>
        <ChoiceField
          label={t('console.classes.service')}
          value={values.serviceId}
          options={services.map(({ id, name }) => ({ key: id, label: name }))}
          onChange={(serviceId) => set({ serviceId })}
        />
        <TextField
          label={t('console.classes.className')}
          hint={t('console.classes.classNameHint')}
          value={values.name}
          error={faults.name}
          onChange={(name) => set({ name })}
          maxLength={40}
        />
      </div>
      <ChecksField
        label={t('console.standing.whichDays')}
        options={WEEKDAYS.map((day) => ({ key: String(day), label: words.weekday(day) }))}
        value={values.weekdays}
        onChange={(weekdays) => set({ weekdays })}
        error={faults.weekdays}
      />
      <Times form={form} first={first} />
      <Preview values={values} />
    </FormDrawer>
  );
}

function Times({ form, first }: { readonly form: Form<Values>; readonly first: string }): ReactElement {
  const { t } = useWords();
  const { values, set, faults } = form;
  return (
    <div className="f f--2" style={{ padding: 0 }}>
      {(['starts', 'ends'] as const).map((key) => (
        <TextField
          key={key}
          type="time"
          label={t(`console.classes.${key}`)}
          value={values[key]}
          error={faults[key]}
          onChange={(time) => set({ [key]: time })}
        />
      ))}
      {(['times', 'capacity'] as const).map((key) => (
        <TextField
          key={key}
          label={t(`console.classes.${key}`)}
          inputMode="numeric"
          value={values[key]}
          error={faults[key]}
          onChange={(count) => set({ [key]: count })}
        />
      ))}
      <Field label={t('console.classes.from')} error={faults.from}>
        {({ id }) => (
          <DayPicker
            id={id}
            value={values.from}
            min={addDays(first, -1)}
            invalid={faults.from !== undefined}
            onChange={(from) => set({ from })}
          />
        )}
      </Field>
      <Field
        label={t('console.classes.joinUntilLabel')}
        side={t('common.optional')}
        hint={t('console.classes.joinUntilHint')}
      >
        {({ id }) => (
          <DayPicker
            id={id}
            clearable
            value={values.joinUntil}
            min={addDays(first, -1)}
            onChange={(joinUntil) => set({ joinUntil })}
          />
        )}
      </Field>
    </div>
  );
}

/** The dates, and the days between them on which there is no class; or why there can be none. */
function Preview({ values }: { readonly values: Values }): ReactElement {
  const words = useWords();
  const { t, format } = words;
  const isWhole = Object.keys(faultsOf(t, { ...values, name: '—' })).length === 0;
  const settled = useSettled(JSON.stringify(wishOf(values)), 350);
  const wish = JSON.parse(settled) as ReturnType<typeof wishOf>;
  const read = useRead(
    PreviewSeriesDocument,
    { wish },
    { skip: !isWhole || wish.weekdays.length === 0, keep: true },
  );
  const preview = isWhole ? read.data?.previewSeries : undefined;
  if (!preview) return <p className="note note--info">{t('console.classes.previewFirst')}</p>;
  if (preview.__typename === 'Refused') return <Problem message={refusalMessage(preview, t, format)} />;
  return (
    <section className="stack stack--s" aria-live="polite">
      <h3 style={{ fontSize: 15 }}>{t('console.classes.dates', { count: preview.days.length })}</h3>
      <p>{preview.days.map((day) => format.day(day)).join(t('common.listComma'))}</p>
      {preview.resting.length > 0 && <Resting resting={preview.resting} />}
    </section>
  );
}

type Whole = Extract<PreviewSeriesQuery['previewSeries'], { __typename: 'SeriesPreview' }>;

function Resting({ resting }: Pick<Whole, 'resting'>): ReactElement {
  const { t, format } = useWords();
  const days = resting.map(({ day, note, holiday }) =>
    t('console.classes.restingDay', { day: format.day(day), why: holiday ?? t(`DayNote.${note}`) }),
  );
  return (
    <p className="note note--info">
      {t('console.classes.resting', { days: days.join(t('common.listComma')) })}
    </p>
  );
}
