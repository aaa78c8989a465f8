import '@linli/ui/later';
import '../../styles/booking.css';
import { Icon } from '@linli/ui';
import { type ReactElement, type ReactNode, Suspense } from 'react';
import { useRead } from '../../data/use-read';
import { BookingsDocument, type HomeQuery, type TicketFragment, UnreadDocument } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { Link } from '../../shell/router';
import { useSessionWords } from '../bookings/use-what';
import { NextMeal } from '../standing/next-meal';
import { PendingActs } from '../waitlist/pending-acts';
import { Held } from '../waitlist/pending-ticket';

// What home shows beside its first answer: it comes after it, and home does without.

const Late = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <Suspense fallback={null}>{children}</Suspense>
);

/** The way to the notices, with how many are new. */
export const Bell = (): ReactElement => (
  <Late>
    <Unread />
  </Late>
);

function Unread(): ReactElement {
  const { t } = useLaterWords();
  const { data } = useRead(UnreadDocument, {});
  const count = data?.myNotices.unread ?? 0;
  return (
    <Link className="tool bell" to="/me/notices">
      <Icon name="bell" />
      {t('later.notices.title')}
      {count > 0 && (
        <>
          <b aria-hidden="true">{count > MOST ? `${String(MOST)}+` : count}</b>
          <span className="vh"> {t('later.notices.unread', { count })}</span>
        </>
      )}
    </Link>
  );
}
const MOST = 99;

/** The next meal that comes by itself. */
export const Standing = ({ home }: OffersProps): ReactElement => (
  <Late>
    <NextMeal beneficiaryId={home.beneficiary.id} />
  </Late>
);

interface OffersProps {
  readonly home: HomeQuery['home'];
}

/** Places that are held for this household now. Asked for only where there can be one. */
export function Offers({ home: { nextBooking, comingBookings } }: OffersProps): ReactElement | null {
  const mayBe = comingBookings > 1 || nextBooking?.state === 'OFFERED';
  return mayBe ? (
    <Late>
      <OpenOffers />
    </Late>
  ) : null;
}

const AT_ONCE = 50;

function OpenOffers(): ReactElement {
  const { data } = useRead(BookingsDocument, { when: 'COMING', first: AT_ONCE });
  const offers =
    data?.bookings.edges.map(({ node }) => node).filter(({ state }) => state === 'OFFERED') ?? [];
  return (
    <>
      {offers.map((ticket) => (
        <OfferCard key={ticket.id} ticket={ticket} />
      ))}
    </>
  );
}

function OfferCard({ ticket }: { readonly ticket: TicketFragment }): ReactElement {
  const { t, format } = useLaterWords();
  const { what, nearHours } = useSessionWords();
  const { session, beneficiary } = ticket;
  return (
    <section className="card offer">
      <h2 className="q__h">
        {t('later.offer.title')}
        {!beneficiary.isMe && ` · ${beneficiary.name}`}
      </h2>
      <p className="b">
        <Link to={`/bookings/${ticket.id}`}>
          {what(session)} {format.day(session.day)} {nearHours(session)}
        </Link>
      </p>
      <div className="offer__held">
        <Held until={ticket.heldUntil} />
      </div>
      <PendingActs ticket={ticket} offline={false} />
    </section>
  );
}
