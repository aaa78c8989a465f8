import type { ReactElement, ReactNode } from 'react';
import { Button } from '../../kit/button';
import { Problem } from '../../kit/problem';
import { useWords } from '../../kit/words';
import { whenCheckedIn } from './option-words';
import { PriceLines } from './price-lines';
import { arrivingOf, type Mode, type Option } from './quick-options';

interface QuickEndProps {
  readonly chosen: Option | undefined;
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
  const { chosen, mode, now, busy, message, onSend, children } = props;
  const words = useWords();
  const { t } = words;
  const arriving = chosen && arrivingOf(chosen, mode, now);
  const when = chosen && arriving ? whenCheckedIn(words, chosen, arriving) : undefined;
  return (
    <div className="end">
      {children}
      {chosen && <PriceLines price={chosen.price} />}
      {when && <p className="hint">{when}</p>}
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
