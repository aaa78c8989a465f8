import { useMutation } from '@apollo/client/react';
import { problemMessage, type Refused, useNow, useSubmit } from '@linli/client';
import { Icon, Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { useRead } from '../data/use-read';
import { MarkNoticesReadDocument, NoticesDocument, type NoticesQuery } from '../gql/graphql';
import { useLaterWords } from '../shell/later-words';
import { Heading, Page } from '../shell/page';
import { ErrorSummary, Failed, SubmitButton, Waiting } from '../shell/pieces';
import { Link } from '../shell/router';

type Told = NoticesQuery['myNotices']['edges'][number]['node'];

const AT_ONCE = 20;
/** As many as one asks the server for: who looks further back looks at the bookings. */
const MOST = 100;

/** Everything that one was told, the latest first; each leads to the booking that it is about. */
export function NoticesPage(): ReactElement {
  const { t } = useLaterWords();
  const [first, setFirst] = useState(AT_ONCE);
  const { data, error, again } = useRead(NoticesDocument, { first });
  const { mark, submission } = useMarkRead(again);
  const notices = data?.myNotices;
  return (
    <Page title={t('later.notices.title')} back={{ to: '/' }} tab="home" busy={!data && !error}>
      <Heading>{t('later.notices.title')}</Heading>
      {submission.state === 'failed' && (
        <ErrorSummary icon="wifi-off" title={t('later.notices.notMarked')}>
          {problemMessage(submission.error, t)}
        </ErrorSummary>
      )}
      {notices ? (
        <>
          <Count unread={notices.unread} />
          {notices.edges.map(({ node }) => (
            <NoticeCard key={node.id} notice={node} onOpen={() => void mark([node.id])} />
          ))}
          {notices.unread > 0 && (
            <SubmitButton busy={submission.state === 'submitting'} icon="check" onClick={() => void mark()}>
              {t('later.notices.allRead')}
            </SubmitButton>
          )}
          {notices.edges.length === 0 && <None />}
          {notices.pageInfo.hasNextPage && first < MOST && (
            <button className="btn btn--plain" type="button" onClick={() => setFirst(MOST)}>
              {t('resident.earlier')}
            </button>
          )}
        </>
      ) : error ? (
        <Failed error={error} onRetry={again} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

/** All of them when none are named. */
function useMarkRead(again: () => void) {
  const [send] = useMutation(MarkNoticesReadDocument);
  const { submission, submit } = useSubmit(async (input: { ids?: readonly string[] }) => {
    const { data } = await send({ variables: { input: { ids: input.ids ? [...input.ids] : null } } });
    again();
    return data?.markNoticesRead as { readonly unread: number } | Refused;
  });
  return { submission, mark: (ids?: readonly string[]) => submit(ids ? { ids } : {}) };
}

function Count({ unread }: { readonly unread: number }): ReactElement | null {
  const { t } = useLaterWords();
  return unread > 0 ? (
    <p className="lead" role="status">
      {t('later.notices.unread', { count: unread })}
    </p>
  ) : null;
}

interface CardProps {
  readonly notice: Told;
  readonly onOpen: () => void;
}

function NoticeCard({ notice, onOpen }: CardProps): ReactElement {
  const { t, format } = useLaterWords();
  const now = useNow(60_000);
  const { title, text, isRead, at, bookingId } = notice;
  return (
    <article className={isRead ? 'card' : 'card told'}>
      <div className="bk__h">
        <h2 className="bk__t">{title}</h2>
        {!isRead && (
          <Status tone="info" icon="message-square-text">
            {t('later.notices.new')}
          </Status>
        )}
      </div>
      <p>{text}</p>
      <p className="sm mute">
        {format.relativeDay(at, now)} {format.time(at)}
      </p>
      {bookingId && (
        <Link className="btn btn--ghost" to={`/bookings/${bookingId}`} {...(!isRead && { onClick: onOpen })}>
          <Icon name="ticket" />
          {t('resident.seeBooking')}
          <span className="vh"> {text}</span>
        </Link>
      )}
      {!bookingId && !isRead && (
        <button className="btn btn--ghost" type="button" onClick={onOpen}>
          <Icon name="check" />
          {t('later.notices.read')}
          <span className="vh"> {title}</span>
        </button>
      )}
    </article>
  );
}

function None(): ReactElement {
  const { t } = useLaterWords();
  return (
    <section className="card card--centre">
      <span className="way__i way__i--big">
        <Icon name="bell" />
      </span>
      <h2 className="q__h">{t('later.notices.none')}</h2>
      <p className="mute">{t('later.notices.noneLead')}</p>
    </section>
  );
}
