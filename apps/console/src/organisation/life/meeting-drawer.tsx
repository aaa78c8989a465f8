import { type ReactElement, useState } from 'react';
import { useNavigate } from 'react-router';
import { type MeetingKind, PlanMeetingDocument } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { DayPicker } from '../../kit/day-picker';
import { addDays } from '../../kit/days';
import { ChecksField, Field, TextField } from '../../kit/field';
import { FormDrawer } from '../../kit/form-drawer';
import { useWords } from '../../kit/words';

interface MeetingDrawerProps {
  readonly month: {
    readonly organisationId: string;
    readonly today: string;
    readonly kinds: readonly MeetingKind[];
    readonly due: readonly {
      readonly kind: MeetingKind;
      readonly missing: number;
      readonly organisationId: string;
    }[];
  };
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const MOST_KINDS = 4;

/** One meeting; what is missing now is chosen already. */
export function MeetingDrawer({ month, onClose, onDone }: MeetingDrawerProps): ReactElement {
  const { t } = useWords();
  const navigate = useNavigate();
  const { organisationId, due, today } = month;
  const missing = due.find((cell) => cell.missing > 0 && cell.organisationId === organisationId);
  const [kinds, setKinds] = useState<MeetingKind[]>(missing ? [missing.kind] : []);
  const [on, setOn] = useState(addDays(today, 1));
  const [time, setTime] = useState('15:00');
  const [place, setPlace] = useState('');
  const [hours, setHours] = useState('1.5');
  const [tried, setTried] = useState(false);
  const { act, busy, message } = useCreate(PlanMeetingDocument);
  const required = (text: string) => (tried && !text.trim() ? t('issue.invalid_type') : undefined);
  const send = async () => {
    setTried(true);
    if (kinds.length === 0 || kinds.length > MOST_KINDS || !place.trim() || !time) return;
    const minutes = Math.round(Number(hours) * 60);
    const { done } = await act({ organisationId, kinds, on, time, place: place.trim(), minutes });
    if (!done) return;
    onDone();
    void navigate(`/life/meetings/${done.id}`);
  };
  return (
    <FormDrawer
      id="meeting"
      title={t('console.life.planOne')}
      word={t('console.life.planOneGo')}
      busy={busy}
      message={message}
      changed={place !== ''}
      onSend={() => void send()}
      onClose={onClose}
    >
      <ChecksField
        label={t('console.life.kinds')}
        hint={t('console.life.kindsHint')}
        options={month.kinds.map((key) => ({ key, label: t(`MeetingKind.${key}`) }))}
        value={kinds}
        onChange={setKinds}
        error={
          tried && (kinds.length === 0 || kinds.length > MOST_KINDS)
            ? t('console.life.kindsWrong')
            : undefined
        }
      />
      <Field label={t('console.life.on')}>
        {({ id }) => <DayPicker id={id} value={on} min={today} onChange={setOn} />}
      </Field>
      <TextField
        label={t('console.life.time')}
        type="time"
        value={time}
        onChange={setTime}
        error={required(time)}
      />
      <TextField
        label={t('console.life.place')}
        value={place}
        maxLength={60}
        onChange={setPlace}
        error={required(place)}
      />
      <TextField
        label={t('console.life.hours')}
        hint={t('console.life.hoursHint')}
        type="number"
        min={0}
        max={8}
        step={0.5}
        value={hours}
        onChange={setHours}
      />
    </FormDrawer>
  );
}
