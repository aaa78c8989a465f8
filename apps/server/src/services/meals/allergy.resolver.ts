import { type PlainDate, plainDate } from '@linli/domain/base';
import { type CentreId, centreId, dayRange } from '@linli/domain/services/centres';
import {
  type AnswerAllergyClashInput,
  answerAllergyClashInput,
  type RevealClashNumberInput,
  revealClashNumberInput,
} from '@linli/domain/services/meals';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { NumberToCall, NumberToCallOrRefused } from '../../organisation/people/index.js';
import { Allow, Arg, badUserInput, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { allergyClashes } from './allergy-clashes.js';
import { AllergyAnswer, AllergyAnswerOrRefused, AllergyClash } from './allergy.type.js';
import { answerAllergyClash } from './answer-allergy-clash.js';
import { revealClashNumber } from './reveal-clash-number.js';

@Resolver()
export class AllergyResolver {
  @Allow('CHECK_IN')
  @Query(() => [AllergyClash], {
    description: 'Whom to tell: dishes changed after they ordered, and hold what they must not get.',
  })
  allergyClashes(
    @Ctx() { db, viewer }: Request,
    @Arg('centreId', centreId) centre: CentreId,
    @Arg('from', plainDate) from: PlainDate,
    @Arg('to', plainDate) to: PlainDate,
  ): Promise<AllergyClash[]> {
    const { data, error } = dayRange.safeParse({ from, to });
    if (error) throw badUserInput(error);
    return allergyClashes(db, viewer, { ...data, centreId: centre });
  }

  @Allow('BOOK_AT_COUNTER')
  @Mutation(() => AllergyAnswerOrRefused)
  answerAllergyClash(
    @Ctx() { db, viewer }: Request,
    @Input(answerAllergyClashInput) input: AnswerAllergyClashInput,
  ): Promise<AllergyAnswer | Refused> {
    return answerAllergyClash(db, viewer, input);
  }

  @Allow('BOOK_AT_COUNTER')
  @Mutation(() => NumberToCallOrRefused, { description: 'Whom to call about an open clash.' })
  revealClashNumber(
    @Ctx() { db, viewer, environment: { dataKey } }: Request,
    @Input(revealClashNumberInput) input: RevealClashNumberInput,
  ): Promise<NumberToCall | Refused> {
    return revealClashNumber(db, { viewer, dataKey }, input);
  }
}
