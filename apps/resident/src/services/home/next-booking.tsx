import { serverNow } from '@linli/client';
import { Icon } from '@linli/ui';
import { type ReactElement, useEffect } from 'react';
import { Link } from '../../shell/router';
import type { TicketFragment } from '../../gql/graphql';
import { residentId } from '../../shell/session';
import { useWords } from '../../shell/words';
import { TicketCard } from '../bookings/ticket-card';

/** The ticket that is needed next, and how many more there are. */
export function NextBooking({
  ticket,
  count,
}: {
  readonly ticket: TicketFragment | undefined;
  readonly count: number;
}): ReactElement {
  const { t } = useWords();
  useEffect(() => {
    const id = residentId.get();
    if (ticket && id) void keep(id, ticket);
  }, [ticket]);
  if (!ticket) {
    return (
      <p className="card none">
        <Icon name="ticket" />
        <span>{t('resident.nothingComing')}</span>
      </p>
    );
  }
  return (
    <section className="sec" aria-label={t('resident.nextBooking')}>
      <TicketCard ticket={ticket} lead={t('resident.nextBooking')} />
      {count > 1 && (
        <Link className="more" to="/bookings">
          {t('resident.moreBookings', { count: count - 1 })}
        </Link>
      )}
    </section>
  );
}

/** So that it opens without network. The page does not wait for that. */
async function keep(id: string, ticket: TicketFragment): Promise<void> {
  const store = await import('../bookings/ticket-store').catch(() => undefined);
  await store?.keepTicket(id, ticket, serverNow().getTime());
}
