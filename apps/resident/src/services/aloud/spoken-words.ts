import type { CostFragment, LunchOfferFragment, PersonFragment, TicketFragment } from '../../gql/graphql';

import type { useLaterWords } from '../../shell/later-words';
import { isShowable, spoken } from '../bookings/booking-look';
import type { Answer } from '../bookings/check-answers';
import { clashesOf } from '../meals/lunch-rules';

export type Words = ReturnType<typeof useLaterWords>;

const paid = ({ t, format }: Words, { payFen }: Pick<CostFragment, 'payFen'>): string =>
  payFen === 0 ? t('resident.free') : t('later.aloud.pay', { amount: format.money(payFen, { exact: true }) });

/** Each answer with its question, and what it costs. */
export const answersAloud = (words: Words, answers: readonly Answer[], price: CostFragment): string[] => [
  ...answers.map(({ asked, said, more }) =>
    words.t('later.aloud.answer', { asked, said: more ? said + words.t('later.aloud.pause') + more : said }),
  ),
  paid(words, price),
];

/** What it is and how it stands, for whom and when, the number digit by digit. */
export function ticketAloud(
  words: Words,
  ticket: TicketFragment,
  said: { readonly what: string; readonly state: string; readonly when: string },
): string[] {
  const { ticketNumber, beneficiary, price, session } = ticket;
  const number = ticketNumber && Array.from(spoken(ticketNumber)).join(' ');
  return [
    words.t('later.aloud.ticket', said),
    beneficiary.name + words.t('later.aloud.pause') + said.when,
    session.place,
    ...(number ? [words.t('later.aloud.number', { number })] : []),
    ...(isShowable(ticket) ? [paid(words, price)] : []),
  ];
}

/** The dishes, and what this person must not eat. */
export function menuAloud(
  { t, format }: Words,
  { day, meal, menu }: LunchOfferFragment,
  { allergies }: PersonFragment,
): string[] {
  const dishes = menu?.dishes ?? [];
  if (dishes.length === 0) return [];
  const list = (names: readonly string[]) => names.join(t('common.listComma'));
  const clashing = dishes.filter((dish) => clashesOf(dish, allergies).length > 0);
  return [
    t('later.aloud.menu', { day: format.day(day), meal: t(`Meal.${meal}`) }),
    t('later.aloud.dishes', { dishes: list(dishes.map(({ name }) => name)) }),
    ...clashing.map((dish) =>
      t('later.aloud.contains', {
        dish: dish.name,
        what: list(clashesOf(dish, allergies).map((allergen) => t(`Allergen.${allergen}`))),
      }),
    ),
  ];
}
