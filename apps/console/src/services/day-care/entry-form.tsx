import { serverNow } from '@linli/client';
import type { ReactElement } from 'react';
import { type ArrivalFragment, type Eaten, RecordDayLogDocument } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { dayOf } from '../../kit/days';
import { ChoiceField, TextField } from '../../kit/field';
import { type Form, useForm } from '../../kit/form';
import { FormDrawer } from '../../kit/form-drawer';
import { useToast } from '../../kit/toasts';
import { useWords, type Words } from '../../kit/words';
import { EATEN, type Entry, isToCome, mealAt, startTime } from './day-log';

interface Values {
  what: string;
  eaten: Eaten | '';
  note: string;
  time: string;
}

interface EntryFormProps {
  readonly booking: ArrivalFragment;
  readonly kind: Entry['kind'];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function useEntry({ t }: Words, { booking, kind }: EntryFormProps): Form<Values> {
  const { day } = booking.session;
  const now = serverNow();
  const time = startTime(day, dayOf(now), now);
  const isMeal = kind === 'MEAL';
  const what = isMeal && time ? t(`Meal.${mealAt(time)}`) : '';
  const missing = t('issue.invalid_type');
  return useForm<Values>({ what, time, eaten: '', note: '' }, (values) => ({
    ...(values.what.trim() ? {} : { what: missing }),
    ...(!isMeal || values.eaten ? {} : { eaten: missing }),
    ...(isMeal || values.note.trim() ? {} : { note: missing }),
    ...(values.time ? {} : { time: missing }),
    ...(values.time && isToCome(day, values.time, serverNow()) ? { time: t('console.log.timeLate') } : {}),
  }));
}

/** One meal or one medicine, at its time of that day. */
export function EntryForm(props: EntryFormProps): ReactElement {
  const { booking, kind, onClose, onDone } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const { act, busy, message } = useCreate(RecordDayLogDocument);
  const form = useEntry(words, props);
  const { values, set, faults } = form;
  const send = async () => {
    if (!form.check()) return;
    const { done } = await act({
      ...{ bookingId: booking.id, kind, what: values.what.trim(), time: values.time },
      ...{ eaten: values.eaten || null, note: values.note.trim() || null },
    });
    if (!done) return;
    toast('ok', t('console.log.saved', { name: booking.beneficiary.name }));
    onDone();
  };
  return (
    <FormDrawer
      wide
      id="day-log"
      title={`${t(kind === 'MEAL' ? 'console.log.meal' : 'console.log.medicine')} · ${booking.beneficiary.name}`}
      word={t('common.save')}
      busy={busy}
      message={message}
      changed={form.changed}
      onSend={() => void send()}
      onClose={onClose}
    >
      <TextField
        label={t(kind === 'MEAL' ? 'console.log.whatMeal' : 'console.log.whatMedicine')}
        hint={kind === 'MEAL' ? undefined : t('console.log.whatMedicineHint')}
        value={values.what}
        error={faults.what}
        maxLength={60}
        autoComplete="off"
        onChange={(what) => set({ what })}
      />
      {kind === 'MEAL' && (
        <ChoiceField
          label={t('console.log.eaten')}
          value={values.eaten}
          options={EATEN.map((key) => ({ key, label: t(`Eaten.${key}`) }))}
          error={faults.eaten}
          onChange={(eaten) => set({ eaten })}
        />
      )}
      <TextField
        label={t(kind === 'MEAL' ? 'console.log.note' : 'console.log.dose')}
        hint={t(kind === 'MEAL' ? 'console.log.noteHint' : 'console.log.doseHint')}
        value={values.note}
        error={faults.note}
        maxLength={100}
        autoComplete="off"
        onChange={(note) => set({ note })}
      />
      <TextField
        type="time"
        label={t('console.log.time')}
        value={values.time}
        error={faults.time}
        onChange={(time) => set({ time })}
      />
    </FormDrawer>
  );
}
