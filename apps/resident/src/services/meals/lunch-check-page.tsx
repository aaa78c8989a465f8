import type { ReactElement } from 'react';
import { useSearch } from '../../shell/router';
import { useToday } from '../../data/use-day';
import { useRead } from '../../data/use-read';
import {
  type LunchesQuery,
  LunchesDocument,
  type MealWay,
  type PersonFragment,
  type Texture,
} from '../../gql/graphql';
import { Heading, Page } from '../../shell/page';
import { Failed, Waiting } from '../../shell/pieces';
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
import { keepWish, lastWish } from './last-wish';
import { bookedIn, chosenWay, texturesOf, wayOf } from './lunch-rules';
import { LunchGone } from './lunch-gone';

/** Everything chosen on one page, each answer with its way back; the second and last tap. */
export function LunchCheckPage(): ReactElement {
  const { t } = useWords();
  const [search] = useSearch();
  const today = useToday();
  const day = search.get('day') ?? today;
  const { home, centreId, beneficiaryId, error: homeError, again: homeAgain } = useWhere();
  const { data, error, again } = useRead(
    LunchesDocument,
    { centreId, beneficiaryId, from: day, to: day },
    { skip: centreId === '' },
  );
  const failed = data ? undefined : (homeError ?? error);
  return (
    <Page
      title={t('resident.checkTitle')}
      back={{ to: `/lunch?${search}`, label: t('resident.previousStep') }}
      busy={!data && !failed}
    >
      <div className="sec">
        <Steps step={2} of={3} />
        <Heading>{t('resident.checkTitle')}</Heading>
      </div>
      {failed ? (
        <Failed error={failed} onRetry={homeError ? homeAgain : again} />
      ) : data && home ? (
        <Check data={data} day={day} person={home.home.beneficiary} people={home.myPeople} again={again} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

interface CheckProps {
  readonly data: LunchesQuery;
  readonly day: string;
  readonly person: PersonFragment;
  readonly people: readonly PersonFragment[];
  readonly again: () => void;
}

function Check({ data, day, person, people, again }: CheckProps): ReactElement {
  const { t, format } = useWords();
  const together = useTogether(person, people);
  const [search] = useSearch();
  const { nearHours } = useSessionWords();
  const { submission, book } = useBook();
  useReadAgain(submission, again);
  const wish = lastWish(person.id);
  const offer = data.lunches.find((lunch) => lunch.day === day && lunch.meal === 'LUNCH');
  const line = chosenWay(offer, (search.get('way') as MealWay | null) ?? wish.way ?? null);
  if (!offer || !line || (line.refusal && submission.state === 'idle')) {
    return <LunchGone line={line} booked={offer && bookedIn(offer)} day={day} />;
  }
  const wanted = (search.get('texture') as Texture | null) ?? wish.texture ?? person.texture;
  const texture = texturesOf(offer.menu?.dishes ?? []).includes(wanted) ? wanted : 'REGULAR';
  const { session, price } = line;
  const change = `/lunch?day=${day}&way=${wayOf(line)}&texture=${texture}`;
  const confirm = () => {
    keepWish(person.id, { way: wayOf(line), texture });
    void (together.book(session.id, texture) ?? book(wishOf(session.id, person, texture)));
  };
  const at = data.centre;
  const answers = [
    { asked: t('resident.whoEats'), said: person.name, more: t('resident.age', { age: person.age }), change },
    { asked: t('resident.whichDayShort'), said: format.day(day), more: nearHours(session), change },
    { asked: t('resident.where'), said: at.name, more: `${at.address} ${session.place}` },
    {
      asked: t('resident.howToEatShort'),
      said: t(`resident.way.${wayOf(line)}`),
      more: t(`Texture.${texture}`),
      change,
    },
  ];
  return (
    <>
      <BookingProblem submission={submission} otherTimes="/lunch" wait={waitAt(line)} />
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
        onConfirm={confirm}
        giveUpTo="/"
      />
    </>
  );
}
