import { problemOf, useNow } from '@linli/client';
import { Icon, Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { useRead } from '../../data/use-read';
import { LeaveRunDocument, OneRunDocument, type RunFragment, type TicketFragment } from '../../gql/graphql';
import { Ask } from '../../shell/ask';
import { useLaterWords } from '../../shell/later-words';
import { NotFound } from '../../shell/not-found';
import { Heading, Page } from '../../shell/page';
import { CallCentre, Failed, Note, Waiting } from '../../shell/pieces';
import { Link, useParams, useSearch } from '../../shell/router';
import { lookOf } from '../bookings/booking-look';
import { useSessionWords, useStateWord } from '../bookings/use-what';
import { StandingProblem } from '../standing/standing-problem';
import { useClassWords } from './class-words';
import { useRunAct } from './use-several';

/** One class, or one range: all its days, each with its ticket, and leaving. */
export function RunPage(): ReactElement {
  const { t } = useLaterWords();
  const { id = '' } = useParams();
  const [search] = useSearch();
  const { data, error, again } = useRead(OneRunDocument, { id });
  if (error && problemOf(error, t).code === 'NOT_FOUND') return <NotFound />;
  const run = data?.bookingRun;
  const title = run
    ? [run.service.name, run.series?.name].filter(Boolean).join(' ')
    : t('later.several.title');
  return (
    <Page title={title} back={{ to: '/bookings' }} tab="bookings" busy={!run && !error}>
      <Heading>{title}</Heading>
      {run ? (
        <>
          {search.get('new') === '1' && !run.leftAt && <Taken bookings={run.bookings} />}
          <Whole run={run} />
        </>
      ) : error ? (
        <Failed error={error} onRetry={again} />
      ) : (
        <Waiting />
      )}
      <CallCentre />
    </Page>
  );
}

/** Done, or asked for where the centre decides. */
function Taken({ bookings }: { readonly bookings: readonly TicketFragment[] }): ReactElement {
  const { t } = useLaterWords();
  const isAsked = bookings.some(({ state }) => state === 'REQUESTED');
  const count = bookings.length;
  return (
    <Note
      tone={isAsked ? 'info' : 'ok'}
      icon={isAsked ? 'hourglass' : 'circle-check'}
      role="status"
      title={t(isAsked ? 'later.several.asked' : 'later.several.taken', { count })}
    >
      {t(isAsked ? 'later.several.askedLead' : 'later.several.takenLead')}
    </Note>
  );
}

const mayGiveBack = ({ viewerCan }: TicketFragment): boolean => viewerCan.includes('CANCEL');

function Whole({ run }: { readonly run: RunFragment }): ReactElement {
  const { t } = useLaterWords();
  const now = useNow(60_000);
  const words = useClassWords();
  const [asking, setAsking] = useState(false);
  const { series, bookings } = run;
  const coming = bookings.filter(({ session }) => new Date(session.endsAt) > now);
  const past = bookings.filter((booking) => !coming.includes(booking));
  const remaining = coming.filter(mayGiveBack);
  const person = bookings[0]?.beneficiary;
  return (
    <>
      <p className="lead">
        {series ? words.meets(series, run.places) : words.span(bookings.map(({ session }) => session.day))}
        {person && !person.isMe && `${t('resident.dot')}${person.name}`}
      </p>
      {run.leftAt && (
        <Note tone="info" icon="info" title={t('later.several.left')}>
          {t('later.several.leftLead')}
        </Note>
      )}
      <Dates title={t('later.several.coming', { count: coming.length })} bookings={coming} />
      {past.length > 0 && <Dates title={t('later.several.past', { count: past.length })} bookings={past} />}
      {remaining.length > 0 && !run.leftAt && (
        <button className="btn btn--plain" type="button" onClick={() => setAsking(true)}>
          {t(series ? 'later.several.leave' : 'later.several.giveBack')}
        </button>
      )}
      {asking && <Leaving run={run} count={remaining.length} onClose={() => setAsking(false)} />}
    </>
  );
}

interface DatesProps {
  readonly title: string;
  readonly bookings: readonly TicketFragment[];
}

function Dates({ title, bookings }: DatesProps): ReactElement {
  const { t } = useLaterWords();
  const words = useClassWords();
  const { hours } = useSessionWords();
  const stateWord = useStateWord();
  return (
    <section className="sec">
      <h2 className="q__h">{title}</h2>
      {bookings.some(mayGiveBack) && <p className="sm mute">{t('later.several.datesLead')}</p>}
      <ul className="card card--flush stand">
        {bookings.map((booking) => {
          const { session } = booking;
          const { tone, icon } = session.state === 'CANCELLED' ? lookOf('CANCELLED') : lookOf(booking.state);
          return (
            <li key={booking.id}>
              <Link className="row" to={`/bookings/${booking.id}`}>
                <span>
                  <b>{words.near(session.day)}</b>
                  <small>{hours(session)}</small>
                  <Status tone={tone} icon={icon}>
                    {stateWord(booking)}
                  </Status>
                </span>
                <Icon name="chevron-right" />
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface LeavingProps {
  readonly run: RunFragment;
  readonly count: number;
  readonly onClose: () => void;
}

/** Asks first, and says how many dates are given back. */
function Leaving({ run, count, onClose }: LeavingProps): ReactElement {
  const { t } = useLaterWords();
  const { submission, act } = useRunAct(LeaveRunDocument);
  const busy = submission.state === 'submitting';
  const send = async () => {
    if (await act({ id: run.id, reason: t('resident.cancel.reason') })) onClose();
  };
  return (
    <Ask title={t(run.series ? 'later.several.askLeave' : 'later.several.askGiveBack')} onClose={onClose}>
      <p>{t('later.several.givesBack', { count })}</p>
      <p className="mute">{t('later.several.oneAlone')}</p>
      <StandingProblem submission={submission} title={t('later.several.notLeft')} />
      <div className="btns">
        <button
          className="btn btn--bad"
          type="button"
          aria-disabled={busy}
          onClick={busy ? undefined : () => void send()}
        >
          {busy ? t('common.submitting') : t(run.series ? 'later.several.leave' : 'later.several.giveBack')}
        </button>
        <button className="btn btn--plain" type="button" onClick={onClose}>
          {t('later.several.keep')}
        </button>
      </div>
    </Ask>
  );
}
