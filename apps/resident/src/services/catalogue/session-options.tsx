import { useNow } from '@linli/client';
import type { ReactElement } from 'react';
import { Icon } from '@linli/ui';
import type { BookableFragment } from '../../gql/graphql';
import { Link } from '../../shell/router';
import { useLaterWords } from '../../shell/later-words';
import { useWords } from '../../shell/words';
import { PlacesWord, saidByMark, useWhyNot } from '../places';
import { waitAt } from '../waitlist/wait-at';

interface Props {
  readonly day: string;
  readonly lines: readonly BookableFragment[];
  readonly chosen: BookableFragment | undefined;
  readonly onChoose: (sessionId: string) => void;
}

/** The sessions of one day as radio buttons. Those that cannot be had are shown, with the reason. */
export function SessionOptions({ day, lines, chosen, onChoose }: Props): ReactElement {
  const { format } = useWords();
  const whyNot = useWhyNot();
  const now = useNow(60_000);
  const near = format.relativeDay(day, now);
  const date = format.day(day);
  return (
    <fieldset className="q">
      <legend>{near === date ? date : `${near} ${date}`}</legend>
      <div className="opts">
        {lines.map((line) => {
          const { session, refusal, bookingId } = line;
          const to = bookingId ? `/bookings/${bookingId}` : waitAt(line);
          return to ? (
            <LinkedSession key={session.id} line={line} to={to} />
          ) : (
            <label key={session.id} className="opt">
              <input
                type="radio"
                name="session"
                checked={line === chosen}
                disabled={refusal !== null}
                onChange={() => onChoose(session.id)}
              />
              <span className="opt__f">
                <span className="opt__t">
                  <span>
                    <b>{format.timeRange(session.startsAt, session.endsAt)}</b>
                    <small>{session.place}</small>
                    {refusal && !saidByMark(refusal) && <small>{session.cancelReason ?? whyNot(line)}</small>}
                  </span>
                  <PlacesWord line={line} />
                </span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

/** It is had already, or full: the way to its ticket, or to those who wait for a place. */
function LinkedSession({ line, to }: { readonly line: BookableFragment; readonly to: string }): ReactElement {
  const { t, format } = useLaterWords();
  const { session, bookingId } = line;
  return (
    <Link className="opt opt--link" to={to}>
      <span className="opt__f">
        <Icon name={bookingId ? 'ticket' : 'list-ordered'} />
        <span className="opt__t">
          <span>
            <b>{format.timeRange(session.startsAt, session.endsAt)}</b>
            <small>{session.place}</small>
            <small className="opt__go">{bookingId ? t('resident.showTicket') : t('later.wait.join')}</small>
          </span>
          <PlacesWord line={line} />
        </span>
      </span>
    </Link>
  );
}
