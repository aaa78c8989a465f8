import type { ReactElement } from 'react';
import { useToday } from '../../data/use-day';
import { useRead } from '../../data/use-read';
import {
  type PersonFragment,
  type Texture,
  WaitAroundDocument,
  type WaitAroundQuery,
} from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { Heading, Page } from '../../shell/page';
import { Failed, SubmitButton, Waiting } from '../../shell/pieces';
import { Link, useParams, useSearch } from '../../shell/router';
import { BookingProblem } from '../bookings/booking-problem';
import { Answers } from '../bookings/check-answers';
import { wishOf } from '../bookings/use-book';
import { useSessionWords } from '../bookings/use-what';
import { SessionGone } from '../catalogue/session-gone';
import { useWhere } from '../centre/where';
import { useJoin } from './use-wait';
import { WhatNext } from './what-next';

/** It is full: wait for a place? With all that follows from yes. */
export function WaitPage(): ReactElement {
  const { t } = useLaterWords();
  const { serviceId = '' } = useParams();
  const [search] = useSearch();
  const today = useToday();
  const day = search.get('day') ?? today;
  const { home, centreId, beneficiaryId, error: homeError, again: homeAgain } = useWhere();
  const { data, error, again } = useRead(
    WaitAroundDocument,
    { centreId, beneficiaryId, day, serviceId },
    { skip: centreId === '' },
  );
  const failed = data ? undefined : (homeError ?? error);
  return (
    <Page title={t('later.wait.join')} back={{ to: `/services/${serviceId}` }} busy={!data && !failed}>
      <Heading>{t('later.wait.ask')}</Heading>
      {failed ? (
        <Failed error={failed} onRetry={homeError ? homeAgain : again} />
      ) : data && home ? (
        <Question data={data} person={home.home.beneficiary} serviceId={serviceId} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

interface Props {
  readonly data: WaitAroundQuery;
  readonly person: PersonFragment;
  readonly serviceId: string;
}

function Question({ data, person, serviceId }: Props): ReactElement {
  const { t, format } = useLaterWords();
  const [search] = useSearch();
  const { what, nearHours } = useSessionWords();
  const { submission, send } = useJoin();
  const line = data.bookableSessions.find(({ session }) => session.id === search.get('session'));
  if (!line || (!line.mayJoinWaitlist && submission.state === 'idle'))
    return <SessionGone line={line} serviceId={serviceId} />;
  const { session, waiting } = line;
  const { holdMinutes, needsApproval } = data.service.policy;
  const texture = session.service.meal ? ((search.get('texture') as Texture | null) ?? person.texture) : null;
  const others = session.service.meal ? `/lunch?day=${session.day}` : `/services/${serviceId}`;
  const answers = [
    { asked: t('resident.whoComes'), said: person.name },
    { asked: t('resident.what'), said: what(session) },
    { asked: t('resident.when'), said: format.day(session.day), more: nearHours(session) },
    { asked: t('resident.where'), said: data.centre.name, more: session.place },
    {
      asked: t('later.wait.line'),
      said: waiting > 0 ? t('later.wait.before', { count: waiting }) : t('later.wait.first'),
    },
  ];
  return (
    <>
      <BookingProblem submission={submission} otherTimes={others} />
      <Answers answers={answers} />
      <WhatNext
        steps={[
          t('later.wait.next.told'),
          t('later.wait.next.held', { time: holdFor(holdMinutes, t) }),
          t(needsApproval ? 'later.wait.next.approval' : 'later.wait.next.pay'),
        ]}
      />
      <div className="sec">
        {submission.state !== 'refused' && (
          <SubmitButton
            busy={submission.state === 'submitting'}
            icon="list-ordered"
            onClick={() => void send(wishOf(session.id, person, texture))}
          >
            {submission.state === 'failed' ? t('common.retry') : t('later.wait.join')}
          </SubmitButton>
        )}
        <Link className="btn btn--plain" to={others}>
          {t('later.wait.no')}
        </Link>
      </div>
    </>
  );
}

const HOUR = 60;
/** 60 分鐘, 2 小時: whole hours from two on. */
const holdFor = (minutes: number, t: ReturnType<typeof useLaterWords>['t']): string =>
  minutes >= 2 * HOUR && minutes % HOUR === 0
    ? t('later.hours', { count: minutes / HOUR })
    : t('later.minutes', { count: minutes });
