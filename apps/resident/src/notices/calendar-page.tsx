import { useMutation } from '@apollo/client/react';
import {
  problemMessage,
  refusalMessage,
  type Refused,
  type Submission,
  useNow,
  useSubmit,
} from '@linli/client';
import { Icon } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { useRead } from '../data/use-read';
import { CalendarFeedDocument, MakeCalendarFeedDocument, RevokeCalendarFeedDocument } from '../gql/graphql';
import { Ask } from '../shell/ask';
import { useLaterWords } from '../shell/later-words';
import { Heading, Page } from '../shell/page';
import { ErrorSummary, Failed, Note, SubmitButton, Waiting } from '../shell/pieces';

interface Made {
  readonly id: string;
  readonly path?: string | null;
}

/** The bookings in the calendar of the phone: a secret address, in plain words, that can be taken back. */
export function CalendarPage(): ReactElement {
  const { t } = useLaterWords();
  const { data, error, again } = useRead(CalendarFeedDocument, {}, { from: 'network-only' });
  return (
    <Page title={t('later.calendar.title')} back={{ to: '/me' }} tab="me" busy={!data && !error}>
      <Heading>{t('later.calendar.title')}</Heading>
      <p className="lead">{t('later.calendar.lead')}</p>
      {data ? (
        <Feed feed={data.calendarFeed ?? undefined} again={again} />
      ) : error ? (
        <Failed error={error} onRetry={again} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

interface FeedProps {
  readonly feed: { readonly id: string; readonly madeAt: string } | undefined;
  readonly again: () => void;
}

function Feed({ feed, again }: FeedProps): ReactElement {
  const { t, format } = useLaterWords();
  const now = useNow(60_000);
  const [path, setPath] = useState<string>();
  const [makeFeed] = useMutation(MakeCalendarFeedDocument);
  const { submission, submit } = useSubmit(async (_: object, id: string): Promise<Made | Refused> => {
    const { data } = await makeFeed({ variables: { input: { id } } });
    if (!data) throw new Error('No answer.');
    return data.makeCalendarFeed;
  });
  const make = async () => {
    const outcome = await submit({});
    if (outcome.state !== 'done') return;
    setPath(outcome.result.path ?? undefined);
    again();
  };
  return (
    <>
      <Problem submission={submission} />
      {path ? (
        <Address path={path} />
      ) : (
        feed && (
          <Note tone="ok" icon="calendar-heart" title={t('later.calendar.on')}>
            {t('later.calendar.since', { when: format.relativeDay(feed.madeAt, now) })}
          </Note>
        )
      )}
      <Note tone="info" icon="shield" title={t('later.calendar.secret')}>
        {t('later.calendar.secretLead')}
      </Note>
      <div className="sec">
        {!path && (
          <SubmitButton
            busy={submission.state === 'submitting'}
            icon="calendar-plus"
            onClick={() => void make()}
          >
            {t(feed ? 'later.calendar.anew' : 'later.calendar.make')}
          </SubmitButton>
        )}
        {feed && (
          <TakeBack
            id={feed.id}
            onDone={() => {
              setPath(undefined);
              again();
            }}
          />
        )}
      </div>
    </>
  );
}

/** Shown once: the house itself does not know it afterwards. */
function Address({ path }: { readonly path: string }): ReactElement {
  const { t } = useLaterWords();
  const [copied, setCopied] = useState<boolean>();
  const address = `${window.location.origin}${path}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <section className="card">
      <h2 className="q__h">{t('later.calendar.ready')}</h2>
      <p>{t('later.calendar.open')}</p>
      <a className="btn" href={address.replace(/^https?:/, 'webcal:')}>
        <Icon name="calendar-plus" />
        {t('later.calendar.openDo')}
      </a>
      <button className="btn btn--ghost" type="button" onClick={() => void copy()}>
        {t('later.calendar.copy')}
      </button>
      {copied !== undefined && (
        <p className="b" role="status">
          {t(copied ? 'later.calendar.copied' : 'later.calendar.notCopied')}
        </p>
      )}
      <p className="secret" translate="no">
        {address}
      </p>
      <p className="sm mute">{t('later.calendar.once')}</p>
    </section>
  );
}

interface TakeBackProps {
  readonly id: string;
  readonly onDone: () => void;
}

function TakeBack({ id, onDone }: TakeBackProps): ReactElement {
  const { t } = useLaterWords();
  const [asking, setAsking] = useState(false);
  const [revoke] = useMutation(RevokeCalendarFeedDocument);
  const { submission, submit } = useSubmit(async (input: { id: string }): Promise<Made | Refused> => {
    const { data } = await revoke({ variables: { input } });
    if (!data) throw new Error('No answer.');
    return data.revokeCalendarFeed;
  });
  const send = async () => {
    const outcome = await submit({ id });
    if (outcome.state !== 'done') return;
    setAsking(false);
    onDone();
  };
  return (
    <>
      <button className="btn btn--plain" type="button" onClick={() => setAsking(true)}>
        {t('later.calendar.revoke')}
      </button>
      {asking && (
        <Ask title={t('later.calendar.revokeAsk')} onClose={() => setAsking(false)}>
          <p>{t('later.calendar.revokeLead')}</p>
          <Problem submission={submission} />
          <div className="btns">
            <button
              className="btn btn--bad"
              type="button"
              aria-disabled={submission.state === 'submitting'}
              onClick={submission.state === 'submitting' ? undefined : () => void send()}
            >
              {submission.state === 'submitting' ? t('common.submitting') : t('later.calendar.revoke')}
            </button>
            <button className="btn btn--plain" type="button" onClick={() => setAsking(false)}>
              {t('resident.cancel.keep')}
            </button>
          </div>
        </Ask>
      )}
    </>
  );
}

function Problem({ submission }: { readonly submission: Submission<unknown> }): ReactElement | null {
  const { t, format } = useLaterWords();
  if (submission.state === 'refused')
    return <ErrorSummary title={refusalMessage(submission.refused, t, format)} />;
  if (submission.state !== 'failed') return null;
  return (
    <ErrorSummary icon="wifi-off" title={t('later.notSaved')}>
      {problemMessage(submission.error, t)}
    </ErrorSummary>
  );
}
