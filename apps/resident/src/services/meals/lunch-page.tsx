import type { ReactElement } from 'react';
import { useSearch } from '../../shell/router';
import { daysFrom, useToday } from '../../data/use-day';
import { News } from '../../data/news';
import { useRead } from '../../data/use-read';
import { LunchesDocument, type MealWay, type PersonFragment, type Texture } from '../../gql/graphql';
import { Heading, Page } from '../../shell/page';
import { CallCentre, Failed, Waiting } from '../../shell/pieces';
import { useWords } from '../../shell/words';
import { AtCentre } from '../centre/at-centre';
import { useWhere } from '../centre/where';
import { ForWhom } from '../for-whom';
import { lastWish } from './last-wish';
import { DayStrip } from './day-strip';
import { LunchForm } from './lunch-form';
import { dayState } from './lunch-rules';
import type { LunchesQuery } from '../../gql/graphql';

/** Today and a week: as far ahead as people plan a lunch. */
const DAYS = 8;

export function LunchPage(): ReactElement {
  const { t } = useWords();
  const { home, centreId, beneficiaryId, error: homeError, again: homeAgain } = useWhere();
  const today = useToday();
  const days = daysFrom(today, DAYS);
  const range = { centreId, beneficiaryId, from: today, to: days[DAYS - 1] ?? today };
  const skip = centreId === '';
  const { data, error, again } = useRead(LunchesDocument, range, { skip });
  const failed = data ? undefined : (homeError ?? error);
  return (
    <Page title={t('resident.bookLunch')} back={{ to: '/' }} busy={!data && !failed}>
      {data && <News centreId={centreId} onNews={again} />}
      <Heading>{t('resident.bookLunch')}</Heading>
      {data && <AtCentre centre={data.centre} then="/lunch" />}
      {home && <ForWhom people={home.myPeople} current={beneficiaryId} />}
      {failed ? (
        <Failed error={failed} onRetry={homeError ? homeAgain : again} />
      ) : data && home ? (
        <Chosen key={beneficiaryId} data={data} days={days} person={home.home.beneficiary} />
      ) : (
        <Waiting cards={3} />
      )}
    </Page>
  );
}

interface ChosenProps {
  readonly data: LunchesQuery;
  readonly days: readonly string[];
  readonly person: PersonFragment;
}

/** What is chosen stands in the address: going back and changing an answer keep the others. */
function Chosen({ data, days, person }: ChosenProps): ReactElement {
  const { t } = useWords();
  const [search, choose] = useSearch();
  const { lunches, centre } = data;
  const offerOf = (day: string) => lunches.find((lunch) => lunch.day === day && lunch.meal === 'LUNCH');
  const firstOpen = days.find((day) => dayState(offerOf(day)).kind === 'open');
  const asked = search.get('day');
  const day =
    asked && days.includes(asked)
      ? asked
      : (firstOpen ?? days.find((each) => offerOf(each)) ?? days[0] ?? '');
  const wish = lastWish(person.id);
  const closed = centre.closedDays.find((each) => each.day === day);
  const offer = offerOf(day);
  return (
    <>
      <DayStrip days={days} offerOf={offerOf} chosen={day} onChoose={(next) => choose({ day: next })} />
      {offer ? (
        <LunchForm
          key={day}
          offer={offer}
          person={person}
          way={(search.get('way') as MealWay | null) ?? wish.way ?? null}
          texture={(search.get('texture') as Texture | null) ?? wish.texture ?? person.texture}
          onWay={(way) => choose({ way })}
          onTexture={(texture) => choose({ texture })}
        />
      ) : (
        <>
          <p className="card">{closed?.reason ?? t('resident.noLunchThatDay')}</p>
          <CallCentre lead={t('resident.bookByPhone')} />
        </>
      )}
    </>
  );
}
