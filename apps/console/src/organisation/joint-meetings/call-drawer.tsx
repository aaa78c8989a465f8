import { useNow } from '@linli/client';
import { type ReactElement, useState } from 'react';
import { CallJointMeetingDocument } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { DayPicker } from '../../kit/day-picker';
import { addDays, dayOf } from '../../kit/days';
import { Field, TextField } from '../../kit/field';
import { FormDrawer } from '../../kit/form-drawer';
import { type Found, SearchSelect } from '../../kit/search-select';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { useFindOrganisations } from '../../layout/find-places';

interface CallDrawerProps {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const MOST_ITEMS = 20;
const itemsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((item) => item.trim())
    .filter(Boolean)
    .slice(0, MOST_ITEMS);

/** 召集 Who meets, when, and about what: one line an item. */
export function CallDrawer({ onClose, onDone }: CallDrawerProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const find = useFindOrganisations();
  const today = dayOf(useNow(60_000));
  const [host, setHost] = useState<Found>();
  const [body, setBody] = useState(t('console.joint.usualBody'));
  const [on, setOn] = useState(addDays(today, 3));
  const [time, setTime] = useState('15:00');
  const [place, setPlace] = useState('');
  const [agenda, setAgenda] = useState('');
  const [tried, setTried] = useState(false);
  const { act, busy, message } = useCreate(CallJointMeetingDocument);
  const items = itemsOf(agenda);
  const missing = (there: boolean) => (tried && !there ? t('issue.invalid_type') : undefined);
  const send = async () => {
    setTried(true);
    if (!host || !body.trim() || !place.trim() || !time || items.length === 0) return;
    const about = { body: body.trim(), on, time, place: place.trim(), agenda: items };
    const { done } = await act({ organisationId: host.value, ...about });
    if (!done) return;
    toast('ok', t('console.joint.called'));
    onDone();
    onClose();
  };
  return (
    <FormDrawer
      id="call"
      title={t('console.joint.call')}
      word={t('console.joint.callGo')}
      busy={busy}
      message={message}
      changed={agenda !== '' || place !== ''}
      onSend={() => void send()}
      onClose={onClose}
    >
      <Field
        label={t('console.joint.host')}
        hint={t('console.joint.hostHint')}
        error={missing(host !== undefined)}
      >
        {(control) => <SearchSelect control={control} value={host} find={find} onChange={setHost} />}
      </Field>
      <TextField
        label={t('console.joint.body')}
        value={body}
        maxLength={40}
        onChange={setBody}
        error={missing(body.trim() !== '')}
      />
      <div className="plant">
        <Field label={t('console.life.on')}>
          {({ id }) => <DayPicker id={id} value={on} min={today} onChange={setOn} />}
        </Field>
        <TextField
          label={t('console.life.time')}
          type="time"
          value={time}
          onChange={setTime}
          error={missing(time !== '')}
        />
      </div>
      <TextField
        label={t('console.life.place')}
        value={place}
        maxLength={60}
        onChange={setPlace}
        error={missing(place.trim() !== '')}
      />
      <Field
        label={t('console.joint.agenda')}
        hint={t('console.joint.agendaHint')}
        error={missing(items.length > 0)}
      >
        {(control) => (
          <textarea
            {...control}
            className="in in--area"
            rows={5}
            maxLength={2000}
            value={agenda}
            onChange={(event) => setAgenda(event.target.value)}
          />
        )}
      </Field>
    </FormDrawer>
  );
}
