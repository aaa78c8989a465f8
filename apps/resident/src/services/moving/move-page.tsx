import { useNow } from '@linli/client';
import { Icon } from '@linli/ui';
import type { ReactElement } from 'react';
import type { BookableFragment, TicketFragment } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { Heading, Page } from '../../shell/page';
import { CallCentre, Failed, Note, Waiting } from '../../shell/pieces';
import { Link } from '../../shell/router';
import { useSessionWords } from '../bookings/use-what';
import { byDay } from '../catalogue/catalogue-rules';
import { PlacesWord } from '../places';
import { mayMove } from './movable';
import { useOld } from './use-old';

/** The first question: which time instead? */
export function MovePage(): ReactElement {
  const { t } = useLaterWords();
  const { id, old, times, error, again } = useOld();
  const { what } = useSessionWords();
  return (
    <Page title={t('later.move.title')} back={{ to: `/bookings/${id}` }} busy={!times && !error}>
      <Heading>{t('later.move.which')}</Heading>
      {error ? (
        <Failed error={error} onRetry={again} />
      ) : old && times ? (
        <>
          <Now old={old} what={what(old.session)} />
          {mayMove(old) ? <Times id={id} times={times} /> : <Fixed />}
          <CallCentre />
        </>
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

function Now({ old, what }: { readonly old: TicketFragment; readonly what: string }): ReactElement {
  const { t, format } = useLaterWords();
  const { hours } = useSessionWords();
  return (
    <section className="card">
      <p className="sm mute">{t('later.move.now')}</p>
      <p className="b">
        {what}
        {!old.beneficiary.isMe && ` · ${old.beneficiary.name}`}
      </p>
      <p>
        {format.day(old.session.day)} {hours(old.session)}
      </p>
    </section>
  );
}

function Fixed(): ReactElement {
  const { t } = useLaterWords();
  return (
    <Note tone="warn" icon="lock" title={t('later.move.tooLate')}>
      {t('resident.tooLateToCancel')}
    </Note>
  );
}

interface TimesProps {
  readonly id: string;
  readonly times: readonly BookableFragment[];
}

function Times({ id, times }: TimesProps): ReactElement {
  const { t, format } = useLaterWords();
  const now = useNow(60_000);
  if (times.length === 0) {
    return (
      <Note tone="info" icon="calendar-off" title={t('later.move.none')}>
        {t('later.move.stays')}
      </Note>
    );
  }
  return (
    <>
      {byDay(times).map(([day, ofDay]) => {
        const near = format.relativeDay(day, now);
        return (
          <section className="sec" key={day}>
            <h2 className="q__h">{near === format.day(day) ? near : `${near} ${format.day(day)}`}</h2>
            <div className="opts">
              {ofDay.map((line) => (
                <TimeLink
                  key={line.session.id}
                  line={line}
                  to={`/bookings/${id}/move/check?session=${line.session.id}`}
                />
              ))}
            </div>
          </section>
        );
      })}
    </>
  );
}

function TimeLink({ line, to }: { readonly line: BookableFragment; readonly to: string }): ReactElement {
  const { format } = useLaterWords();
  const { session, refusal } = line;
  return (
    <Link className="opt opt--link" to={to}>
      <span className="opt__f">
        <Icon name="clock" />
        <span className="opt__t">
          <span>
            <b>{format.timeRange(session.startsAt, session.endsAt)}</b>
            <small>{session.place}</small>
          </span>
          {!refusal && <PlacesWord line={line} />}
        </span>
      </span>
    </Link>
  );
}
