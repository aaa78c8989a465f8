import { problemOf } from '@linli/client';
import { Icon } from '@linli/ui';
import type { ReactElement } from 'react';
import {
  PutBackStandingDayDocument,
  type StandingDayFragment,
  type StandingOrderWholeFragment,
  TakeOutStandingDayDocument,
} from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { NotFound } from '../../shell/not-found';
import { Heading, Page } from '../../shell/page';
import { CallCentre, Failed, Note, SubmitButton, Waiting } from '../../shell/pieces';
import { Link, useParams } from '../../shell/router';
import { DayStands } from './order-days';
import { StandingProblem } from './standing-problem';
import { isOpenDay } from './standing-rules';
import { useStandingWords } from './standing-words';
import { useOrder, useStandingAct } from './use-standing';

/** One day of an order: see the ticket, leave it out, have it after all, have something else. */
export function DayPage(): ReactElement {
  const { t, format } = useLaterWords();
  const { id = '', day: wanted = '' } = useParams();
  const { order, error, again } = useOrder(id);
  const { weekdays, what } = useStandingWords();
  const day = order?.days.find((each) => each.day === wanted);
  const isGone = error !== undefined && problemOf(error, t).code === 'NOT_FOUND';
  if (isGone || (order && !day)) return <NotFound />;
  const title = day ? format.day(day.day) : t('later.standing.title');
  return (
    <Page title={title} back={{ to: `/bookings/standing/${id}` }} tab="bookings" busy={!order && !error}>
      <Heading>{title}</Heading>
      {order && day ? (
        <>
          <p className="lead">
            {weekdays(order.weekdays)} {what(order.service)}
            {!order.beneficiary.isMe && ` · ${order.beneficiary.name}`}
          </p>
          <p className="card stand">
            <DayStands order={order} day={day} />
          </p>
          <Acts order={order} day={day} />
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

interface Props {
  readonly order: StandingOrderWholeFragment;
  readonly day: StandingDayFragment;
}

function Acts({ order: { id, state }, day: { day, state: stands, bookingId } }: Props): ReactElement | null {
  const { t } = useLaterWords();
  const takeOut = useStandingAct(TakeOutStandingDayDocument);
  const putBack = useStandingAct(PutBackStandingDayDocument);
  if (state === 'ENDED' || !isOpenDay(stands)) return null;
  const isOut = stands === 'TAKEN_OUT';
  return (
    <div className="sec">
      {bookingId && (
        <Link className="btn btn--ghost" to={`/bookings/${bookingId}`}>
          <Icon name="ticket" />
          {t('resident.seeBooking')}
        </Link>
      )}
      {isOut ? (
        <>
          {takeOut.submission.state === 'done' && (
            <Note tone="ok" icon="check" role="status" title={t('later.standing.isOut')}>
              {t('later.standing.isOutLead')}
            </Note>
          )}
          <StandingProblem submission={putBack.submission} title={t('later.standing.notBack')} />
          <SubmitButton
            busy={putBack.submission.state === 'submitting'}
            icon="rotate-ccw"
            onClick={() => void putBack.act({ id, day })}
          >
            {t('later.standing.putBack')}
          </SubmitButton>
        </>
      ) : (
        <>
          {putBack.submission.state === 'done' && (
            <Note tone="ok" icon="check" role="status" title={t('later.standing.isBack')} />
          )}
          <StandingProblem submission={takeOut.submission} title={t('later.standing.notOut')} />
          <Link className="btn btn--ghost" to={`/bookings/standing/${id}/day/${day}/change`}>
            <Icon name="utensils" />
            {t('later.standing.changeDay')}
          </Link>
          <SubmitButton
            busy={takeOut.submission.state === 'submitting'}
            icon="calendar-x"
            onClick={() => void takeOut.act({ id, day })}
          >
            {t('later.standing.takeOut')}
          </SubmitButton>
          <p className="sm mute">{t('later.standing.takeOutLead')}</p>
        </>
      )}
    </div>
  );
}
