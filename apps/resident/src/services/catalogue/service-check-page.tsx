import type { ReactElement } from 'react';
import { useParams, useSearch } from '../../shell/router';
import { useToday } from '../../data/use-day';
import { useRead } from '../../data/use-read';
import {
  BookableAroundDocument,
  type BookableAroundQuery,
  type PersonFragment,
  VisitPlaceDocument,
  type VisitPlaceQuery,
} from '../../gql/graphql';
import { Heading, Page } from '../../shell/page';
import { Failed, Waiting } from '../../shell/pieces';
import { useLaterWords } from '../../shell/later-words';
import { useWords } from '../../shell/words';
import { ReadAloud } from '../aloud/read-aloud';
import { answersAloud } from '../aloud/spoken-words';
import { BookingProblem } from '../bookings/booking-problem';
import { Answers, Finish, Steps } from '../bookings/check-answers';
import { useBook, useReadAgain, wishOf } from '../bookings/use-book';
import { useSessionWords } from '../bookings/use-what';
import { useWhere } from '../centre/where';
import { useTogether } from '../groups/use-together';
import { waitAt } from '../waitlist/wait-at';
import { SessionGone } from './session-gone';

export function ServiceCheckPage(): ReactElement {
  const { t } = useWords();
  const { serviceId = '' } = useParams();
  const [search] = useSearch();
  const today = useToday();
  const day = search.get('day') ?? today;
  const { home, centreId, beneficiaryId, error: homeError, again: homeAgain } = useWhere();
  const { data, error, again } = useRead(
    BookableAroundDocument,
    { centreId, beneficiaryId, day, serviceId },
    { skip: centreId === '' },
  );
  const place = useRead(VisitPlaceDocument, { serviceId, beneficiaryId }, { skip: beneficiaryId === '' });
  const failed = data && place.data ? undefined : (homeError ?? error ?? place.error);
  const back = { to: `/services/${serviceId}?${search}`, label: t('resident.previousStep') };
  return (
    <Page title={t('resident.checkTitle')} back={back} busy={!(data && place.data) && !failed}>
      <div className="sec">
        <Steps step={2} of={3} />
        <Heading>{t('resident.checkTitle')}</Heading>
      </div>
      {failed ? (
        <Failed error={failed} onRetry={homeError ? homeAgain : error ? again : place.again} />
      ) : data && home && place.data ? (
        <Check
          data={data}
          place={place.data}
          person={home.home.beneficiary}
          people={home.myPeople}
          serviceId={serviceId}
          again={again}
        />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

interface CheckProps {
  readonly data: BookableAroundQuery;
  readonly place: VisitPlaceQuery;
  readonly person: PersonFragment;
  readonly people: readonly PersonFragment[];
  readonly serviceId: string;
  readonly again: () => void;
}

function Check({ data, place, person, people, serviceId, again }: CheckProps): ReactElement {
  const { t, format } = useLaterWords();
  const together = useTogether(person, people);
  const [search] = useSearch();
  const { nearHours } = useSessionWords();
  const { submission, book } = useBook();
  useReadAgain(submission, again);
  const line = data.bookableSessions.find(({ session }) => session.id === search.get('session'));
  const change = `/services/${serviceId}?session=${line?.session.id ?? ''}`;
  if (!line || (line.refusal && submission.state === 'idle'))
    return <SessionGone line={line} serviceId={serviceId} />;
  const { session, price } = line;
  const answers = [
    {
      asked: t('resident.whoComes'),
      said: person.name,
      more: t('resident.age', { age: person.age }),
      change,
    },
    { asked: t('resident.what'), said: session.title, change: '/services' },
    {
      asked: t('resident.when'),
      said: format.day(session.day),
      more: nearHours(session),
      change,
    },
    place.service.policy.atHome
      ? {
          asked: t('resident.where'),
          said: `${place.visitAddress.building ?? ''} ${place.visitAddress.door ?? ''}`.trim(),
          more: t('later.visit.addressHint'),
        }
      : {
          asked: t('resident.where'),
          said: data.centre.name,
          more: `${data.centre.address} ${session.place}`,
        },
  ];
  return (
    <>
      <BookingProblem submission={submission} otherTimes={`/services/${serviceId}`} wait={waitAt(line)} />
      <Answers answers={answers} />
      {together.part(session)}
      <ReadAloud sentences={(words) => answersAloud(words, answers, together.price(price))} />
      <Finish
        price={together.price(price)}
        heading={together.heading}
        session={session}
        busy={submission.state === 'submitting' || together.busy}
        failed={submission.state === 'failed' || together.failed}
        blocked={submission.state === 'refused'}
        onConfirm={() => void (together.book(session.id, null) ?? book(wishOf(session.id, person)))}
        giveUpTo="/services"
      />
    </>
  );
}
