import { useNow } from '@linli/client';
import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { BookDocument, MakeUpDatesDocument } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { addDays, dayOf } from '../../kit/days';
import { FormDrawer } from '../../kit/form-drawer';
import { useRead } from '../../kit/fresh';
import { useMore } from '../../kit/more';
import { Loaded } from '../../kit/states';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import type { Member } from './roll';

const LOOK_DAYS = 60;

interface MakeUpDrawerProps {
  readonly member: Member;
  readonly centreId: string;
  readonly service: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 補課 A date of any class of the service, instead of one that was given back. */
export function MakeUpDrawer({
  member,
  centreId,
  service,
  onClose,
  onDone,
}: MakeUpDrawerProps): ReactElement {
  const { t, format } = useWords();
  const toast = useToast();
  const now = useNow(30_000);
  const today = dayOf(now);
  const [chosen, choose] = useState<string>();
  const [tried, setTried] = useState(false);
  const { act, busy, message } = useCreate(BookDocument);
  const { person } = member;
  const read = useRead(MakeUpDatesDocument, {
    ...{ centreId, beneficiaryId: person.id, serviceId: service.id },
    ...{ from: today, to: addDays(today, LOOK_DAYS) },
  });
  const dates = (read.data?.bookableSessions ?? []).filter(
    ({ refusal, session }) => refusal === null && session.service.id === service.id,
  );
  const [shown, more] = useMore(dates, 10);
  const send = async () => {
    setTried(true);
    if (!chosen) return;
    const { done } = await act({ sessionId: chosen, beneficiaryId: person.id, channel: 'PHONE' });
    if (!done) return;
    toast('ok', t('console.classes.makeUpDone', { name: person.name, day: format.day(done.session.day) }));
    onDone();
  };
  return (
    <FormDrawer
      id="make-up"
      title={t('console.classes.makeUpOf', { name: person.name })}
      word={t('console.classes.makeUpDo')}
      busy={busy}
      message={message ?? (tried && !chosen ? t('console.move.choose') : undefined)}
      changed={chosen !== undefined}
      onSend={() => void send()}
      onClose={onClose}
    >
      <p>{t('console.classes.makeUpText', { count: member.toMakeUp })}</p>
      <Loaded read={read} rows={4}>
        {() => (
          <fieldset className="fl">
            <legend className="lb">
              <span>{t('console.classes.makeUpOn')}</span>
            </legend>
            <div className="stack stack--s">
              {dates.length === 0 && <p className="m">{t('console.classes.makeUpNone')}</p>}
              {shown.map(({ session, placesLeft }) => (
                <label key={session.id} className={session.id === chosen ? 'opt2 on' : 'opt2'}>
                  <input
                    type="radio"
                    name="make-up-on"
                    checked={session.id === chosen}
                    onChange={() => choose(session.id)}
                  />
                  <span>
                    {format.relativeDay(session.day, now)}{' '}
                    {format.timeRange(session.startsAt, session.endsAt)}
                  </span>
                  <Status tone="ok">{t('console.quick.left', { count: placesLeft })}</Status>
                </label>
              ))}
            </div>
            {more}
          </fieldset>
        )}
      </Loaded>
    </FormDrawer>
  );
}
