import { useNow } from '@linli/client';
import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { MovableSessionsDocument, RescheduleBookingDocument } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { addDays, dayOf } from '../../kit/days';
import { FormDrawer } from '../../kit/form-drawer';
import { useRead } from '../../kit/fresh';
import { useMore } from '../../kit/more';
import { Loaded } from '../../kit/states';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import type { Arrival } from './arrivals';
import { PriceLines } from './price-lines';
import { isTooLateByPhone, type Option } from './quick-options';
import { sessionName } from './words-of';

const LOOK_DAYS = 13;
/** A class meets once or twice a week. */
const LOOK_DAYS_OF_CLASS = 60;

/** What the old booking itself stands in the way of is free once it is given back: the server decides in one act. */
const OF_THE_OLD_ONE: readonly Option['refusal'][] = ['QUOTA_REACHED', 'OVERLAPS'];

/** Whoever gives a date of a class back may have another date of the same service instead: it is theirs to choose. */
function isOfTheOldOne({ refusal, session }: Option, from: Arrival['session']): boolean {
  if (refusal === 'WHOLE_SERIES') return from.seriesId !== null && session.service.id === from.service.id;
  return refusal === null || OF_THE_OLD_ONE.includes(refusal);
}

/** Another session instead, by telephone: what can be taken, or could once the old place is given back. */
export const movableTo = (options: readonly Option[], from: Arrival['session'], now: Date): Option[] =>
  options
    .filter(
      (option) =>
        option.session.id !== from.id &&
        option.session.state === 'SCHEDULED' &&
        option.placesLeft > 0 &&
        isOfTheOldOne(option, from) &&
        !isTooLateByPhone(option, 'PHONE', now),
    )
    .sort((one, other) => one.session.startsAt.localeCompare(other.session.startsAt));

/** A date of a class becomes another of the same service; what stands alone becomes anything of its kind. */
const lookedAt = ({ seriesId, service }: Arrival['session'], today: string) =>
  seriesId
    ? { serviceId: service.id, category: null, from: today, to: addDays(today, LOOK_DAYS_OF_CLASS) }
    : { serviceId: null, category: service.category, from: today, to: addDays(today, LOOK_DAYS) };

interface MoveDrawerProps {
  readonly booking: Arrival;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 改期: the new place and the old one in one act. */
export function MoveDrawer({ booking, onClose, onDone }: MoveDrawerProps): ReactElement {
  const words = useWords();
  const { t, format } = words;
  const toast = useToast();
  const now = useNow(30_000);
  const [chosenId, choose] = useState<string>();
  const [tried, setTried] = useState(false);
  const { act, busy, message } = useCreate(RescheduleBookingDocument);
  const { beneficiary, session } = booking;
  const { name, id: beneficiaryId } = beneficiary;
  const read = useRead(MovableSessionsDocument, {
    ...{ centreId: session.centreId, beneficiaryId, ...lookedAt(session, dayOf(now)) },
  });
  const options = movableTo(read.data?.bookableSessions ?? [], session, now);
  const chosen = options.find((option) => option.session.id === chosenId);
  const [shown, more] = useMore(options, 10);
  const send = async () => {
    setTried(true);
    if (!chosen) return;
    const { done } = await act({ from: booking.id, sessionId: chosen.session.id, channel: 'PHONE' });
    if (!done) return;
    toast(
      'ok',
      t('console.move.done', { name, day: format.day(done.session.day), ticket: done.ticketNumber }),
    );
    onDone();
  };
  const what = `${format.day(session.day)} ${sessionName(words, session)}`;
  return (
    <FormDrawer
      id="move-booking"
      title={t('console.move.title', { name })}
      word={t('console.move.act')}
      busy={busy}
      message={message ?? (tried && !chosen ? t('console.move.choose') : undefined)}
      changed={chosen !== undefined}
      onSend={() => void send()}
      onClose={onClose}
    >
      <p>{t('console.move.from', { what })}</p>
      {session.seriesId && <p className="note note--info">{t('console.move.ofClass')}</p>}
      <Loaded read={read} rows={4}>
        {() => (
          <fieldset className="fl">
            <legend className="lb">
              <span>{t('console.move.to')}</span>
            </legend>
            <div className="stack stack--s">
              {options.length === 0 && (
                <p className="m">{t(session.seriesId ? 'console.move.noneOfClass' : 'console.move.none')}</p>
              )}
              {shown.map((option) => (
                <label key={option.session.id} className={option === chosen ? 'opt2 on' : 'opt2'}>
                  <input
                    type="radio"
                    name="move-to"
                    checked={option === chosen}
                    onChange={() => choose(option.session.id)}
                  />
                  <span>
                    {format.relativeDay(option.session.day, now)} {sessionName(words, option.session)}
                  </span>
                  <Status tone="ok">{t('console.quick.left', { count: option.placesLeft })}</Status>
                </label>
              ))}
            </div>
            {more}
          </fieldset>
        )}
      </Loaded>
      {chosen && <PriceLines price={chosen.price} />}
      <p className="hint">
        {t(beneficiary.phone ? 'console.move.text' : 'console.move.textUntold', { name })}
      </p>
    </FormDrawer>
  );
}
