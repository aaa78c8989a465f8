import type { ReactElement, ReactNode } from 'react';
import { Button } from '../../kit/button';
import { Problem } from '../../kit/problem';
import { useWords } from '../../kit/words';
import { whenCheckedIn } from './option-words';
import { PriceLines } from './price-lines';
import { arrivingOf, type Mode, type Option } from './quick-options';
import { sessionName } from './words-of';

interface QuickEndProps {
  readonly chosen: Option | undefined;
  readonly name: string | undefined;
  readonly mode: Mode;
  readonly now: Date;
  readonly busy: boolean;
  readonly message: string | undefined;
  readonly onSend: (atOnce: boolean) => void;
  /** How it is to be had. */
  readonly children: ReactNode;
}

/** What is decided last, the price and the acts: always in sight. Booked and checked in at once, or only booked: both can be had on the day. */
export function QuickEnd(props: QuickEndProps): ReactElement {
  const { chosen, name, mode, now, busy, message, onSend, children } = props;
  const words = useWords();
  const { t, format } = words;
  const arriving = chosen && arrivingOf(chosen, mode, now);
  const when = chosen && arriving ? whenCheckedIn(words, chosen, arriving) : undefined;
  return (
    <div className="end">
      {children}
      <div role="status">
        {chosen && name && (
          <p>
            {t('console.quick.check', {
              ...{ name, day: format.relativeDay(chosen.session.day, now) },
              what: sessionName(words, chosen.session),
              how: t(mode === 'PHONE' ? 'console.quick.phone' : 'console.quick.counter'),
            })}
          </p>
        )}
        {chosen && <PriceLines price={chosen.price} />}
        {when && <p className="hint">{when}</p>}
      </div>
      <Problem message={message} />
      <div className="end__b">
        <Button kind="primary" type="submit" busy={busy} keys="Ctrl ↵">
          {t(arriving === 'NOW' ? 'console.quick.bookAndCheckIn' : 'console.quick.book')}
        </Button>
        {arriving === 'NOW' && (
          <Button disabled={busy} onClick={() => onSend(false)}>
            {t('console.quick.bookOnly')}
          </Button>
        )}
        {arriving === 'EARLY' && (
          <Button disabled={busy} onClick={() => onSend(true)}>
            {t('console.quick.bookAndCheckIn')}
          </Button>
        )}
      </div>
    </div>
  );
}
