import type { ReactElement } from 'react';
import { useRead } from '../../data/use-read';
import {
  JoinSeriesDocument,
  OneOfferingDocument,
  type OneOfferingQuery,
  type PersonFragment,
  type SeriesChoiceFragment,
  SeriesOffersDocument,
} from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { Heading, Page } from '../../shell/page';
import { ErrorSummary, Failed, Waiting } from '../../shell/pieces';
import { Link, useParams, useSearch } from '../../shell/router';
import { BookingProblem } from '../bookings/booking-problem';
import { Answers, Steps } from '../bookings/check-answers';
import { useReadAgain } from '../bookings/use-book';
import { useWhere } from '../centre/where';
import { useWhyNot } from '../places';
import { Agree } from './agree';
import { useClassWords } from './class-words';
import { useTake } from './use-several';

/** All dates of the class on one page: the last tap. */
export function JoinPage(): ReactElement {
  const { t } = useLaterWords();
  const { serviceId = '' } = useParams();
  const [search] = useSearch();
  const { home, beneficiaryId, error: homeError, again: homeAgain } = useWhere();
  const offering = useRead(OneOfferingDocument, { serviceId });
  const wish = { serviceId, beneficiaryId };
  const { data, error, again } = useRead(SeriesOffersDocument, wish, { skip: beneficiaryId === '' });
  const failed = data && offering.data ? undefined : (homeError ?? error ?? offering.error);
  const offer = data?.seriesOffers.find(({ series }) => series.id === search.get('series'));
  const back = { to: `/services/${serviceId}?${search}`, label: t('resident.previousStep') };
  return (
    <Page title={t('resident.checkTitle')} back={back} busy={!data && !failed}>
      <div className="sec">
        <Steps step={2} of={2} />
        <Heading>{t('resident.checkTitle')}</Heading>
      </div>
      {failed ? (
        <Failed error={failed} onRetry={homeError ? homeAgain : error ? again : offering.again} />
      ) : data && home && offering.data ? (
        <Check offer={offer} service={offering.data.service} person={home.home.beneficiary} again={again} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

interface CheckProps {
  readonly offer: SeriesChoiceFragment | undefined;
  readonly service: OneOfferingQuery['service'];
  readonly person: PersonFragment;
  readonly again: () => void;
}

function Check({ offer, service, person, again }: CheckProps): ReactElement {
  const { t } = useLaterWords();
  const words = useClassWords();
  const whyNot = useWhyNot();
  const { submission, take } = useTake(JoinSeriesDocument);
  useReadAgain(submission, again);
  const change = `/services/${service.id}`;
  if (!offer || (offer.refusal && submission.state === 'idle')) {
    return (
      <>
        <ErrorSummary tone="warn" title={offer ? whyNot(offer) : t('later.several.noClasses')} />
        <Link className="btn" to={offer?.runId ? `/bookings/run/${offer.runId}` : change}>
          {offer?.runId ? t('later.several.seeMine') : t('later.several.otherClasses')}
        </Link>
      </>
    );
  }
  const { series, dates, total } = offer;
  const answers = [
    {
      asked: t('resident.whoComes'),
      said: person.name,
      more: t('resident.age', { age: person.age }),
      change,
    },
    { asked: t('later.several.class'), said: `${service.name} ${series.name}`, change },
    { asked: t('resident.when'), said: words.meets(series, dates.length), change },
    { asked: t('resident.where'), said: dates[0]?.place ?? service.place },
  ];
  const channel = person.isMe ? ('APP' as const) : ('CARER' as const);
  return (
    <>
      <BookingProblem submission={submission} otherTimes={change} />
      <Answers answers={answers} />
      <section className="sec">
        <h2 className="q__h">{t('later.several.allDates', { count: dates.length })}</h2>
        <ol className="card card--flush stand">
          {dates.map(({ id, day }) => (
            <li className="row" key={id}>
              <b>{words.near(day)}</b>
            </li>
          ))}
        </ol>
      </section>
      <Agree
        {...{ total, submission, count: dates.length, giveUpTo: '/services' }}
        label={t('later.several.join', { count: dates.length })}
        onConfirm={() => void take({ seriesId: series.id, beneficiaryId: person.id, channel })}
      />
    </>
  );
}
