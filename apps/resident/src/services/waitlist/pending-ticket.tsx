import { useNow } from '@linli/client';
import { Icon } from '@linli/ui';
import type { ReactElement, ReactNode } from 'react';
import type { TicketFragment } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { Facts } from '../bookings/big-ticket';
import { lookOf } from '../bookings/booking-look';
import { useSessionWords } from '../bookings/use-what';
import { timeLeft } from './time-left';

/** What is no ticket yet: a place in the line, an offer, or a wish that waits for an answer. */
export function PendingTicket({ ticket }: { readonly ticket: TicketFragment }): ReactElement {
  const { t } = useLaterWords();
  const { what } = useSessionWords();
  const { state } = ticket;
  const heads = {
    REQUESTED: t('later.requested.title'),
    WAITLISTED: t('later.waiting.title'),
    OFFERED: t('later.offer.title'),
  };
  const head = state === 'REQUESTED' || state === 'OFFERED' ? heads[state] : heads.WAITLISTED;
  return (
    <article className="bigt">
      <h1 className={`bigt__h bigt__h--${state === 'OFFERED' ? 'ok' : 'mute'}`} tabIndex={-1}>
        <Icon name={lookOf(state).icon} />
        {head}
        <span className="vh"> · {what(ticket.session)}</span>
      </h1>
      <div className="bigt__b">
        {state === 'OFFERED' ? (
          <Held until={ticket.heldUntil} />
        ) : state === 'WAITLISTED' ? (
          <InLine position={ticket.waitlistPosition} />
        ) : (
          <Asked closesAt={ticket.session.closesAt} />
        )}
      </div>
      <div className="perf" />
      <Facts ticket={ticket} />
    </article>
  );
}

const Figure = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <p className="bigt__no">{children}</p>
);

/** Until when, large, and how long that is. */
export function Held({ until }: { readonly until: string | null }): ReactElement {
  const { t, format } = useLaterWords();
  const now = useNow(10_000);
  const left = timeLeft(until, now);
  if (left.kind === 'over' || !until) return <p className="b">{t('later.offer.over')}</p>;
  const near = format.relativeDay(until, now);
  return (
    <>
      <p className="mute">{t('later.offer.until', { day: near })}</p>
      <Figure>{format.time(until)}</Figure>
      <p className="b">
        {t('later.offer.left', {
          time: left.kind === 'hours' ? t('later.hours', left) : t('later.minutes', left),
        })}
      </p>
    </>
  );
}

function InLine({ position }: { readonly position: number | null }): ReactElement {
  const { t } = useLaterWords();
  return (
    <>
      <p className="mute">{t('later.waiting.youAre')}</p>
      <Figure>{t('later.waiting.position', { position: position ?? 1 })}</Figure>
    </>
  );
}

function Asked({ closesAt }: { readonly closesAt: string }): ReactElement {
  const { t, format } = useLaterWords();
  const now = useNow(60_000);
  return (
    <>
      <p className="mute">{t('later.requested.by')}</p>
      <p className="b">{`${format.relativeDay(closesAt, now)} ${format.time(closesAt)}`}</p>
    </>
  );
}
