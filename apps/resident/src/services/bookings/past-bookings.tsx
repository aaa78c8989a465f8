import { problemMessage } from '@linli/client';
import { useLocale } from '@linli/client/i18n';
import { Icon } from '@linli/ui';
import type { ReactElement } from 'react';
import { Failed, Note, Waiting } from '../../shell/pieces';
import { useWords } from '../../shell/words';
import { BookingCard } from './booking-card';
import { byDay } from './booking-look';
import { usePast } from './use-past';

/** Names come from the server in one language: in another all is read anew. */
export function PastBookings(): ReactElement {
  const [locale] = useLocale();
  return <Past key={locale} />;
}

function Past(): ReactElement {
  const { format } = useWords();
  const past = usePast();
  const { tickets, error, again } = past;
  if (!tickets) return error ? <Failed error={error} onRetry={again} /> : <Waiting />;
  if (tickets.length === 0) return <NonePast />;
  return (
    <>
      {byDay(tickets).map(([day, ofDay]) => (
        <section className="sec" key={day}>
          <h2 className="daylab">{format.day(day)}</h2>
          {ofDay.map((ticket) => (
            <BookingCard key={ticket.id} ticket={ticket} />
          ))}
        </section>
      ))}
      {past.hasEarlier && <Earlier {...past} />}
    </>
  );
}

function Earlier({
  reading,
  earlier,
}: Pick<ReturnType<typeof usePast>, 'reading' | 'earlier'>): ReactElement {
  const { t } = useWords();
  const busy = reading.state === 'submitting';
  return (
    <>
      {reading.state === 'failed' && (
        <Note tone="warn" icon="wifi-off" title={t('resident.notLoaded')} role="alert">
          {problemMessage(reading.error, t)}
        </Note>
      )}
      <button className="btn btn--plain" type="button" aria-busy={busy} onClick={earlier}>
        {busy && <Icon name="loader-circle" className="spin" />}
        {busy ? t('common.loading') : t('resident.earlier')}
      </button>
    </>
  );
}

function NonePast(): ReactElement {
  const { t } = useWords();
  return (
    <section className="card card--centre">
      <span className="way__i way__i--big">
        <Icon name="ticket" />
      </span>
      <h2 className="q__h">{t('resident.noPast')}</h2>
    </section>
  );
}
