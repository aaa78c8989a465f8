import type { ReactElement, ReactNode } from 'react';
import { useLaterWords } from '../../shell/later-words';
import { Heading, Page } from '../../shell/page';
import { CallCentre, Failed, Note, Waiting } from '../../shell/pieces';
import type { PersonFragment } from '../../gql/graphql';
import { Steps } from '../bookings/check-answers';
import { ForWhom } from '../for-whom';
import { type MealToStand, useMeals } from './use-meals';

/** One way of one meal leaves nothing to ask. */
export const asksHow = (meals: readonly MealToStand[]): boolean => meals.length > 1;

interface Props {
  readonly step: 'days' | 'how' | 'from' | 'check';
  readonly title: string;
  readonly back: string;
  /** The first question is also for whom. */
  readonly asksForWhom?: boolean;
  readonly children: (meals: readonly MealToStand[], person: PersonFragment) => ReactNode;
}

const PLACES = { days: 1, how: 2, from: 3, check: 4 } as const;

/** A step on the way to an order: one question a page. */
export function NewPage({ step, title, back, asksForWhom, children }: Props): ReactElement {
  const { t } = useLaterWords();
  const { meals, person, people, error, again } = useMeals();
  const skips = meals && !asksHow(meals) && PLACES[step] > PLACES.how ? 1 : 0;
  const of = meals && !asksHow(meals) ? PLACES.check - 1 : PLACES.check;
  return (
    <Page title={title} back={{ to: back, label: t('resident.previousStep') }} busy={!meals && !error}>
      <div className="sec">
        <Steps step={PLACES[step] - skips} of={of} />
        <Heading>{title}</Heading>
      </div>
      {asksForWhom && person && <ForWhom people={people} current={person.id} />}
      {meals && person ? (
        meals.length === 0 ? (
          <Note tone="info" icon="info" title={t('later.standing.noMeals')} />
        ) : (
          children(meals, person)
        )
      ) : error ? (
        <Failed error={error} onRetry={again} />
      ) : (
        <Waiting />
      )}
      <CallCentre lead={t('resident.bookByPhone')} />
    </Page>
  );
}
