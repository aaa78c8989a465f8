import { useNow } from '@linli/client';
import type { ReactElement } from 'react';
import type { BookableFragment } from '../../gql/graphql';
import { useWords } from '../../shell/words';
import { PlacesWord, saidByMark, useWhyNot } from '../places';

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
          const { session, refusal } = line;
          return (
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
