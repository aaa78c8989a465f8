import { expect, it } from '@jest/globals';
import type { LunchOfferFragment } from '../../gql/graphql';
import { line, offer, TOMORROW } from '../../testing/district';
import { allergensIn, chosenWay, clashesOf, dayState, texturesOf, wayOf } from './lunch-rules';

const like = (refusal: string | null = null): LunchOfferFragment =>
  offer(TOMORROW, refusal) as LunchOfferFragment;
const booked = (): LunchOfferFragment =>
  ({
    ...offer(TOMORROW),
    ways: [line(TOMORROW), line(TOMORROW, 'PICK_UP', 'ALREADY_BOOKED', 'b')],
  }) as LunchOfferFragment;

it('chooses the booked way, the one wished for, or the first open one', () => {
  const way = (...asked: Parameters<typeof chosenWay>) => {
    const chosen = chosenWay(...asked);
    return chosen && wayOf(chosen);
  };
  expect([
    way(like()),
    way(like(), 'PICK_UP'),
    way(like(), 'DELIVERY'),
    way(booked(), 'DINE_IN'),
    way(undefined),
  ]).toEqual([...['DINE_IN', 'PICK_UP', 'DINE_IN', 'PICK_UP', undefined]]);
});

it('says how a day stands; that delivery is for others only does not count', () => {
  expect(dayState(undefined)).toEqual({ kind: 'closed' });
  expect(dayState(like())).toEqual({ kind: 'open', left: 46 });
  expect(dayState(booked())).toEqual({ kind: 'booked' });
  expect(dayState(like('ALLERGY_CLASH'))).toEqual({ kind: 'allergy', allergen: 'PEANUT' });
  const kinds = ['PAST_CUT_OFF', 'SESSION_FULL', 'NOT_OPEN_YET', 'SESSION_CANCELLED', 'QUOTA_REACHED'];
  expect(kinds.map((code) => dayState(like(code)).kind)).toEqual([
    'over',
    'full',
    'notYet',
    'cancelled',
    'shut',
  ]);
});

it('knows what is in a menu and what of it one must not eat', () => {
  const dishes = like().menu?.dishes ?? [];
  expect(allergensIn([...dishes, ...dishes])).toEqual(['PEANUT']);
  expect(dishes.map((dish) => clashesOf(dish, ['PEANUT', 'EGG']))).toEqual([['PEANUT'], []]);
  expect([texturesOf(dishes), texturesOf([])]).toEqual([
    ['REGULAR', 'SOFT'],
    ['REGULAR', 'SOFT', 'LIQUID'],
  ]);
});
