import { useNow } from '@linli/client';
import { type ReactElement, useState } from 'react';
import { ScheduleTrainingDocument, type TrainingYearQuery } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { DayPicker } from '../../kit/day-picker';
import { addDays, dayOf } from '../../kit/days';
import { Field, TextField } from '../../kit/field';
import { FormDrawer } from '../../kit/form-drawer';
import { type Found, SearchSelect } from '../../kit/search-select';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { useFindOrganisations } from '../../layout/find-places';
import { hoursOf, minutesOf } from './training-words';

type Year = TrainingYearQuery['trainingYear'];

interface ScheduleDrawerProps {
  readonly line: Year['lines'][number];
  readonly year: Year;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 開一期 When, where, about what; all of the audience, or a batch of it. */
export function ScheduleDrawer({ line, year, onClose, onDone }: ScheduleDrawerProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const find = useFindOrganisations();
  const today = dayOf(useNow(60_000));
  const [batch, setBatch] = useState<Found>();
  const [on, setOn] = useState(addDays(today, 7));
  const [fields, setFields] = useState({ time: '09:00', place: '', topic: '', lecturer: '' });
  const [hours, setHours] = useState(hoursOf(line.minutes));
  const [tried, setTried] = useState(false);
  const { act, busy, message } = useCreate(ScheduleTrainingDocument);
  const minutes = minutesOf(hours);
  const text = (name: keyof typeof fields, label: string, maxLength: number) => (
    <TextField
      label={label}
      value={fields[name]}
      maxLength={maxLength}
      onChange={(value) => setFields({ ...fields, [name]: value })}
      error={tried && !fields[name].trim() ? t('issue.invalid_type') : undefined}
      {...(name === 'time' && { type: 'time' })}
    />
  );
  const send = async () => {
    setTried(true);
    const [time, place, topic, lecturer] = [fields.time, fields.place, fields.topic, fields.lecturer].map(
      (value) => value.trim(),
    ) as [string, string, string, string];
    if (!time || !place || !topic || !lecturer || minutes === undefined) return;
    const when = { on, time, minutes, place, topic, lecturer };
    const { done } = await act({ planId: line.id, forId: batch?.value ?? null, ...when });
    if (!done) return;
    toast('ok', t('console.training.scheduled'));
    onDone();
    onClose();
  };
  return (
    <FormDrawer
      id="schedule-training"
      title={`${t('console.training.schedule')}：${line.title}`}
      word={t('console.training.scheduleGo')}
      busy={busy}
      message={message}
      changed={fields.topic !== '' || fields.place !== ''}
      onSend={() => void send()}
      onClose={onClose}
    >
      <Field label={t('console.training.for')} hint={t('console.training.forHint', { name: year.name })}>
        {(control) => <SearchSelect control={control} value={batch} find={find} onChange={setBatch} />}
      </Field>
      {text('topic', t('console.training.topic'), 120)}
      {text('lecturer', t('console.training.lecturer'), 40)}
      <div className="plant">
        <Field label={t('console.life.on')}>
          {({ id }) => <DayPicker id={id} value={on} onChange={setOn} />}
        </Field>
        {text('time', t('console.life.time'), 5)}
      </div>
      {text('place', t('console.life.place'), 60)}
      <TextField
        label={t('console.training.hours')}
        type="number"
        step="0.5"
        min="0.5"
        max="40"
        value={hours}
        onChange={setHours}
        error={tried && minutes === undefined ? t('console.training.hoursWrong') : undefined}
      />
    </FormDrawer>
  );
}
