import { serverNow, useNow } from '@linli/client';
import { type ReactElement, useEffect } from 'react';
import { hourOf } from '../../data/use-day';
import { News } from '../../data/news';
import { useRead } from '../../data/use-read';
import { HomeDocument, type HomeQuery } from '../../gql/graphql';
import { noteCentre } from '../../shell/centre';
import { useLoaded } from '../../shell/loaded';
import { Page } from '../../shell/page';
import { CallCentre, Failed, Waiting } from '../../shell/pieces';
import { chosenCentre, choosePerson, chosenPerson } from '../../shell/session';
import { useSignal } from '../../shell/signal';
import { useWords } from '../../shell/words';
import { stillComing } from '../bookings/booking-look';
import { OfflineNote } from '../bookings/offline-note';
import { TicketCard } from '../bookings/ticket-card';
import { useKeptTickets } from '../bookings/use-kept-tickets';
import { ForWhom } from '../for-whom';
import { NextBooking } from './next-booking';
import { LunchCard } from './lunch-card';
import { WaysToBook } from './ways-to-book';
import { WhatIsOn } from './what-is-on';

/** What have I booked, what is for lunch, what is on, whom do I call: answered without a tap. */
export function HomePage(): ReactElement {
  const { t } = useWords();
  const beneficiaryId = useSignal(chosenPerson);
  const { data, error, again } = useRead(HomeDocument, { beneficiaryId });
  const centre = data?.home.centre;
  useEffect(() => chosenCentre.set(null), []);
  useEffect(() => {
    if (centre) noteCentre(centre);
  }, [centre]);
  useEffect(() => {
    // The person chosen last may be out of reach now.
    if (error && !data && beneficiaryId && isGone(error)) choosePerson(null);
  }, [error, data, beneficiaryId]);
  return (
    <Page title={t('resident.tab.home')} tab="home" busy={!data && !error}>
      {centre && <News centreId={centre.id} onNews={again} />}
      {data ? (
        <Answers data={data} stale={error !== undefined} />
      ) : error ? (
        <Offline error={error} onRetry={again} />
      ) : (
        <Arriving />
      )}
    </Page>
  );
}

const loadBeside = () => import('./beside');

const isGone = (error: unknown): boolean => JSON.stringify(error).includes('NOT_FOUND');

function Answers({ data, stale }: { readonly data: HomeQuery; readonly stale: boolean }): ReactElement {
  const { t } = useWords();
  const { home, me, myPeople } = data;
  const Beside = useLoaded(loadBeside);
  const next = home.nextBooking ?? undefined;
  return (
    <>
      <div className="sec">
        <div className="hello">
          <Greeting name={me?.name ?? home.beneficiary.name} />
          {Beside && <Beside.Bell />}
        </div>
        <ForWhom people={myPeople} current={home.beneficiary.id} />
        {stale && <OfflineNote savedAt={serverNow().getTime()} />}
      </div>
      {Beside && <Beside.Offers home={home} />}
      {!(Beside && next?.state === 'OFFERED') && <NextBooking ticket={next} count={home.comingBookings} />}
      {Beside && <Beside.Standing home={home} />}
      <WaysToBook />
      <LunchCard home={home} />
      <WhatIsOn lines={home.activities} count={home.activityCount} />
      <CallCentre lead={t('resident.needHelp')} />
    </>
  );
}

const PARTS = [
  [5, 'earlyMorning'], [8, 'morning'], [11, 'noon'], [13, 'afternoon'], [18, 'evening'],
] as const; // prettier-ignore

function Greeting({ name }: { readonly name: string }): ReactElement {
  const { t, format } = useWords();
  const now = useNow(60_000);
  const hour = hourOf(now);
  const part = [...PARTS].reverse().find(([from]) => hour >= from)?.[1] ?? 'evening';
  return (
    <h1 className="hi" tabIndex={-1}>
      {t(`resident.greeting.${part}`, { name })}
      <small>{format.day(now)}</small>
    </h1>
  );
}

function Arriving(): ReactElement {
  const now = useNow(60_000);
  const { format } = useWords();
  return (
    <>
      <p className="hi">
        <small>{format.day(now)}</small>
      </p>
      <Waiting cards={3} />
    </>
  );
}

/** No answer from the server: the tickets of this phone still open. */
function Offline({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry: () => void;
}): ReactElement {
  const { t } = useWords();
  const now = useNow(60_000);
  const kept = useKeptTickets(true);
  const next = kept && stillComing(kept.tickets, now)[0];
  return (
    <>
      <h1 className="hi" tabIndex={-1}>
        {t('resident.tab.home')}
      </h1>
      {kept && <OfflineNote savedAt={kept.savedAt} />}
      {next && <TicketCard ticket={next} lead={t('resident.nextBooking')} />}
      <Failed error={error} onRetry={onRetry} />
    </>
  );
}
