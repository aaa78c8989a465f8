import { problemMessage, refusalMessage, type Submission, useNow } from '@linli/client';
import { Icon } from '@linli/ui';
import { type ReactElement, useEffect } from 'react';
import type { BookableFragment, SittingFragment, TicketFragment } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { Heading, Page } from '../../shell/page';
import { CallButton, ErrorSummary, Failed, Note, SubmitButton, Waiting } from '../../shell/pieces';
import { Link, useSearch } from '../../shell/router';
import { Bill } from '../bookings/bill';
import { useSessionWords } from '../bookings/use-what';
import { useMove } from './use-move';
import { useOld } from './use-old';

/** The second question: this one instead of that one? */
export function MoveCheckPage(): ReactElement {
  const { t } = useLaterWords();
  const [search] = useSearch();
  const { id, old, times, error, again } = useOld();
  const line = times?.find(({ session }) => session.id === search.get('session'));
  const back = { to: `/bookings/${id}/move`, label: t('resident.previousStep') };
  return (
    <Page title={t('later.move.title')} back={back} busy={!times && !error}>
      <Heading>{t('later.move.ask')}</Heading>
      {error ? (
        <Failed error={error} onRetry={again} />
      ) : old && times ? (
        <Check old={old} line={line} again={again} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

interface Props {
  readonly old: TicketFragment;
  /** Absent: it cannot be had, or no more. */
  readonly line: BookableFragment | undefined;
  readonly again: () => void;
}

function Check({ old, line, again }: Props): ReactElement {
  const { t } = useLaterWords();
  const { submission, move } = useMove();
  const times = `/bookings/${old.id}/move`;
  const isRefused = submission.state === 'refused';
  useEffect(() => {
    if (isRefused) again();
  }, [isRefused, again]);
  if (!line && submission.state === 'idle') return <Gone times={times} />;
  return (
    <>
      <Problem submission={submission} />
      <div className="swap">
        <Side word={t('later.move.old')} session={old.session} />
        <Icon name="chevron-right" />
        {line && <Side word={t('later.move.new')} session={line.session} isNew />}
      </div>
      {line && <Bill price={line.price} heading={t('resident.howMuch')} />}
      <p className="mute">{t('later.move.lead')}</p>
      <div className="sec">
        {line && !isRefused && (
          <SubmitButton
            busy={submission.state === 'submitting'}
            icon="check"
            onClick={() =>
              void move({ from: old.id, sessionId: line.session.id, isMe: old.beneficiary.isMe })
            }
          >
            {submission.state === 'failed' ? t('common.retry') : t('later.move.do')}
          </SubmitButton>
        )}
        {isRefused && (
          <Link className="btn" to={times}>
            {t('resident.otherTimes')}
          </Link>
        )}
        <Link className="btn btn--plain" to={`/bookings/${old.id}`}>
          {t('later.move.keep')}
        </Link>
      </div>
    </>
  );
}

interface SideProps {
  readonly word: string;
  readonly session: SittingFragment;
  readonly isNew?: boolean;
}

function Side({ word, session, isNew = false }: SideProps): ReactElement {
  const { format } = useLaterWords();
  const { what, hours } = useSessionWords();
  const now = useNow(60_000);
  const near = format.relativeDay(session.day, now);
  return (
    <section className={isNew ? 'swap__s swap__s--new' : 'swap__s'}>
      <h2>{word}</h2>
      <p className="b">{format.day(session.day)}</p>
      {near !== format.day(session.day) && <p>{near}</p>}
      <p className="b">{hours(session)}</p>
      <p className="sm">
        {what(session)} {session.place}
      </p>
    </section>
  );
}

/** Why it was not moved; and that the old one still stands. */
function Problem({ submission }: { readonly submission: Submission<unknown> }): ReactElement | null {
  const { t, format } = useLaterWords();
  if (submission.state !== 'refused' && submission.state !== 'failed') return null;
  return (
    <div className="sec">
      {submission.state === 'refused' ? (
        <ErrorSummary tone="warn" title={refusalMessage(submission.refused, t, format)}>
          {t('later.move.stays')}
        </ErrorSummary>
      ) : (
        <ErrorSummary icon="wifi-off" title={t('later.move.notYet')}>
          {problemMessage(submission.error, t)} {t('later.move.once')}
        </ErrorSummary>
      )}
      <CallButton label={t('resident.callCentre')} />
    </div>
  );
}

function Gone({ times }: { readonly times: string }): ReactElement {
  const { t } = useLaterWords();
  return (
    <div className="sec">
      <Note tone="warn" icon="calendar-x" role="alert" title={t('later.move.gone')}>
        {t('later.move.stays')}
      </Note>
      <Link className="btn" to={times}>
        {t('resident.otherTimes')}
      </Link>
    </div>
  );
}
