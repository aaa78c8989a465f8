import { Icon, Status } from '@linli/ui';
import type { ReactElement } from 'react';
import { useRead } from '../../data/use-read';
import {
  BookRangeDocument,
  OneOfferingDocument,
  type OneOfferingQuery,
  type PersonFragment,
  type RangeChoiceFragment,
  RangeOfferDocument,
} from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { Heading, Page } from '../../shell/page';
import { ErrorSummary, Failed, Waiting } from '../../shell/pieces';
import { Link, Redirect, useParams, useSearch } from '../../shell/router';
import { BookingProblem } from '../bookings/booking-problem';
import { Answers, Steps } from '../bookings/check-answers';
import { usePay } from '../bookings/pay-bar';
import { useReadAgain } from '../bookings/use-book';
import { useWhere } from '../centre/where';
import { useWhyNot } from '../places';
import { isDay } from '../standing/standing-rules';
import { Agree } from './agree';
import { useClassWords } from './class-words';
import { useTake } from './use-several';

/** Every day of the range on one page, those without a place too, and what all of it costs. */
export function DaysPage(): ReactElement {
  const { t } = useLaterWords();
  const { serviceId = '' } = useParams();
  const [search] = useSearch();
  const [from, to] = [search.get('from') ?? '', search.get('to') ?? ''];
  const { home, beneficiaryId, error: homeError, again: homeAgain } = useWhere();
  const offering = useRead(OneOfferingDocument, { serviceId });
  const isAsked = isDay(from) && isDay(to);
  const { data, error, again } = useRead(
    RangeOfferDocument,
    { serviceId, beneficiaryId, from, to },
    { skip: beneficiaryId === '' || !isAsked, from: 'network-only' },
  );
  if (!isAsked) return <Redirect to={`/services/${serviceId}`} replace />;
  const failed = data && offering.data ? undefined : (homeError ?? error ?? offering.error);
  const back = { to: `/services/${serviceId}/until?from=${from}`, label: t('resident.previousStep') };
  return (
    <Page title={t('resident.checkTitle')} back={back} busy={!data && !failed}>
      <div className="sec">
        <Steps step={3} of={3} />
        <Heading>{t('resident.checkTitle')}</Heading>
      </div>
      {failed ? (
        <Failed error={failed} onRetry={homeError ? homeAgain : error ? again : offering.again} />
      ) : data && home && offering.data ? (
        <Check
          {...{ from, to, again, offer: data.rangeOffer }}
          service={offering.data.service}
          person={home.home.beneficiary}
        />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

interface CheckProps {
  readonly offer: RangeChoiceFragment;
  readonly service: OneOfferingQuery['service'];
  readonly person: PersonFragment;
  readonly from: string;
  readonly to: string;
  readonly again: () => void;
}

function Check({ offer, service, person, from, to, again }: CheckProps): ReactElement {
  const { t, format } = useLaterWords();
  const whyNot = useWhyNot();
  const { submission, take } = useTake(BookRangeDocument);
  useReadAgain(submission, again);
  const first = `/services/${service.id}`;
  const open = offer.days.filter(({ kind }) => kind === 'OPEN');
  const span =
    from === to ? format.day(from) : t('later.several.span', { from: format.day(from), to: format.day(to) });
  const answers = [
    {
      asked: t('resident.whoComes'),
      said: person.name,
      more: t('resident.age', { age: person.age }),
      change: first,
    },
    { asked: t('resident.what'), said: service.name },
    { asked: t('resident.when'), said: span, change: first },
    { asked: t('resident.where'), said: service.place },
  ];
  const channel = person.isMe ? ('APP' as const) : ('CARER' as const);
  const wish = { serviceId: service.id, beneficiaryId: person.id, channel, from, to };
  const isBarred = offer.refusal !== null && submission.state === 'idle';
  return (
    <>
      {isBarred && (
        <ErrorSummary tone="warn" title={whyNot(offer)}>
          {t('later.several.allOrNone')}
        </ErrorSummary>
      )}
      <BookingProblem submission={submission} otherTimes={first} />
      <Answers answers={answers} />
      <Days days={offer.days} count={open.length} />
      {isBarred ? (
        <Link className="btn" to={first}>
          {t('later.several.otherDays')}
        </Link>
      ) : (
        <Agree
          {...{ submission, total: offer.total, count: open.length, giveUpTo: '/services' }}
          label={t('later.several.takeDays', { count: open.length })}
          onConfirm={() => void take({ ...wish, days: open.map(({ day }) => day) })}
        />
      )}
    </>
  );
}

interface DaysProps {
  readonly days: RangeChoiceFragment['days'];
  readonly count: number;
}

function Days({ days, count }: DaysProps): ReactElement {
  const { t } = useLaterWords();
  return (
    <section className="sec">
      <h2 className="q__h">{t('later.several.days', { count })}</h2>
      {count < days.length && (
        <p className="sm mute">{t('later.several.without', { count: days.length - count })}</p>
      )}
      <ul className="card card--flush stand">
        {days.map((day) => (
          <Day key={day.day} day={day} />
        ))}
      </ul>
    </section>
  );
}

function Day({
  day: { day, kind, reason, lines },
}: {
  readonly day: RangeChoiceFragment['days'][number];
}): ReactElement {
  const { t } = useLaterWords();
  const { near } = useClassWords();
  const whyNot = useWhyNot();
  const pay = usePay();
  const barred = lines.find(({ refusal }) => refusal);
  const payFen = lines.reduce((all, { price }) => all + price.payFen, 0);
  return (
    <li className="row">
      <span>
        <b>{near(day)}</b>
        {barred ? (
          <Status tone="warn" icon="circle-minus">
            {whyNot(barred)}
          </Status>
        ) : (
          kind !== 'OPEN' && (
            <Status tone="mute" icon="calendar-off">
              {[t(`DayOfRange.${kind}`), reason].filter(Boolean).join(t('resident.dot'))}
            </Status>
          )
        )}
      </span>
      {kind === 'OPEN' && !barred && <b>{pay({ payFen })}</b>}
      {barred && <Icon name="triangle-alert" />}
    </li>
  );
}
