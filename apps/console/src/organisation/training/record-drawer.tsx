import { type ReactElement, useState } from 'react';
import {
  RecordTrainingDocument,
  TrainingPeopleDocument,
  type TrainingPeopleQuery,
  type TrainingSessionPartsFragment,
} from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { TextField } from '../../kit/field';
import { FormDrawer } from '../../kit/form-drawer';
import { useRead } from '../../kit/fresh';
import { useSettled } from '../../kit/settled';
import { Loaded } from '../../kit/states';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { hoursOf, minutesOf } from './training-words';

type Person = TrainingPeopleQuery['trainingPeople']['people'][number];

interface RecordDrawerProps {
  readonly session: TrainingSessionPartsFragment;
  /** As the record stands. */
  readonly onRecord: readonly Person[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 登記到訓 Whoever of the audience was there; who left early has fewer hours. */
export function RecordDrawer({ session, onRecord, onClose, onDone }: RecordDrawerProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const before = () =>
    new Map(
      onRecord.filter(({ minutes }) => minutes > 0).map((each) => [each.residentId, hoursOf(each.minutes)]),
    );
  const [hours, setHours] = useState(before);
  const [changed, setChanged] = useState(false);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const find = useSettled(text.trim(), 300);
  const read = useRead(TrainingPeopleDocument, { sessionId: session.id, text: find || null }, { keep: true });
  const { act, busy, message } = useAct(RecordTrainingDocument);
  const set = (people: readonly Person[], value: string | undefined) => {
    const after = new Map(hours);
    for (const { residentId } of people)
      if (value === undefined) after.delete(residentId);
      else after.set(residentId, value);
    setChanged(true);
    setHours(after);
  };
  const attendees = [...hours].map(([residentId, typed]) => ({ residentId, minutes: minutesOf(typed) ?? 0 }));
  const wrong = attendees.some(({ minutes }) => minutes === 0 || minutes > session.minutes);
  const send = async () => {
    setTried(true);
    if (attendees.length === 0 || wrong) return;
    const { done } = await act({ id: session.id, attendees });
    if (!done) return;
    toast('ok', t('console.training.recorded', { count: done.attended }));
    onDone();
  };
  const problem =
    tried && attendees.length === 0
      ? t('console.training.chooseSomebody')
      : tried && wrong
        ? t('console.training.hoursTooMany', { hours: hoursOf(session.minutes) })
        : message;
  return (
    <FormDrawer
      id="record-training"
      wide
      title={t('console.training.record')}
      word={t('console.training.recordGo', { count: hours.size })}
      busy={busy}
      message={problem}
      changed={changed}
      onSend={() => void send()}
      onClose={onClose}
    >
      <TextField
        label={t('console.training.find')}
        hint={t('console.training.findHint')}
        type="search"
        value={text}
        maxLength={40}
        onChange={setText}
      />
      <Loaded read={read}>
        {({ trainingPeople: { people, total } }) => (
          <>
            <div className="planline">
              <p className="m">{t('console.training.shown', { shown: people.length, total })}</p>
              <div className="acts">
                <Button onClick={() => set(people, undefined)}>{t('console.training.noneOfThem')}</Button>
                <Button onClick={() => set(people, hoursOf(session.minutes))}>
                  {t('console.training.allOfThem')}
                </Button>
              </div>
            </div>
            <Attendees
              people={people}
              hours={hours}
              whole={hoursOf(session.minutes)}
              onSet={(person, value) => set([person], value)}
            />
          </>
        )}
      </Loaded>
    </FormDrawer>
  );
}

interface AttendeesProps {
  readonly people: readonly Person[];
  readonly hours: ReadonlyMap<string, string>;
  readonly whole: string;
  readonly onSet: (person: Person, hours: string | undefined) => void;
}

function Attendees({ people, hours, whole, onSet }: AttendeesProps): ReactElement {
  const { t } = useWords();
  return (
    <table className="tb">
      <caption className="vh">{t('console.training.attended')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('console.life.name')}</th>
          <th scope="col">{t('console.training.unit')}</th>
          <th scope="col" className="n">
            {t('console.training.hours')}
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => {
          const own = hours.get(person.residentId);
          return (
            <tr key={person.residentId}>
              <td>
                <label className={own === undefined ? 'ck' : 'ck on'}>
                  <input
                    type="checkbox"
                    checked={own !== undefined}
                    onChange={() => onSet(person, own === undefined ? whole : undefined)}
                  />
                  {person.name}
                </label>
              </td>
              <td>{person.organisationName}</td>
              <td className="n">
                {own !== undefined && (
                  <input
                    className="in in--hours"
                    type="number"
                    step="0.5"
                    min="0.5"
                    max={whole}
                    aria-label={t('console.training.hoursOf', { name: person.name })}
                    value={own}
                    onChange={(event) => onSet(person, event.target.value)}
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
