import { type PersonId, personId } from '@linli/domain/access';
import { type PlainDate, plainDate } from '@linli/domain/base';
import { type CentreId, centreId, dayRange, Meal } from '@linli/domain/services/centres';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import { Resident, residentOf } from '../../organisation/people/index.js';
import { Allow, Arg, badUserInput, type Request } from '../../platform/graphql/index.js';
import { Straight } from '../../platform/straight/index.js';
import { desk } from './desk.js';
import { Desk } from './desk.type.js';
import { home } from './home.js';
import { straightHome } from './home.straight.js';
import { Home } from './home.type.js';
import { sheetOfMeal } from './kitchen-sheet.js';
import { KitchenSheet } from './kitchen-sheet.type.js';
import { MealLabel } from './label.type.js';
import { labelsOfMeal } from './labels.js';
import { MealOffer } from './meal-offer.type.js';
import { lunches } from './meal-offers.js';
import { NearbyCentre } from './nearby-centre.type.js';
import { nearbyCentres } from './nearby-centres.js';

type Maybe<Value> = Value | null | undefined;

@Resolver(() => Home)
export class MealsResolver {
  @Straight(straightHome)
  @Allow('BOOK')
  @Query(() => Home)
  home(
    @Ctx() { db, viewer }: Request,
    @Arg('beneficiaryId', personId.nullish()) beneficiaryId: Maybe<PersonId>,
    @Arg('centreId', centreId.nullish()) centre: Maybe<CentreId>,
  ): Promise<Home> {
    return home(db, viewer, { beneficiaryId: beneficiaryId ?? viewer.personId, centreId: centre ?? null });
  }

  @Allow('BOOK')
  @Query(() => [NearbyCentre], { description: 'Where else a person could go: their own centre first.' })
  nearbyCentres(
    @Ctx() { db, viewer }: Request,
    @Arg('beneficiaryId', personId) id: PersonId,
  ): Promise<NearbyCentre[]> {
    return nearbyCentres(db, viewer, id);
  }

  @Allow('BOOK')
  @FieldResolver(() => Resident)
  beneficiary(@Root() { beneficiaryId, centre }: Home, @Ctx() request: Request): Promise<Resident> {
    return residentOf(request, { id: beneficiaryId, at: { centreId: centre.id } });
  }

  @Allow('BOOK')
  @Query(() => [MealOffer])
  lunches(
    @Ctx() { db, viewer }: Request,
    @Arg('centreId', centreId) centre: CentreId,
    @Arg('beneficiaryId', personId) beneficiaryId: PersonId,
    @Arg('from', plainDate) from: PlainDate,
    @Arg('to', plainDate) to: PlainDate,
  ): Promise<MealOffer[]> {
    const { data, error } = dayRange.safeParse({ from, to });
    if (error) throw badUserInput(error);
    return lunches(db, viewer, { ...data, centreId: centre, beneficiaryId });
  }

  @Allow('CHECK_IN')
  @Query(() => Desk)
  desk(
    @Ctx() request: Request,
    @Arg('centreId', centreId) centre: CentreId,
    @Arg('day', plainDate) day: PlainDate,
  ): Promise<Desk> {
    return desk(request, { centreId: centre, day });
  }

  @Allow('SEE_KITCHEN')
  @Query(() => KitchenSheet)
  kitchenSheet(
    @Ctx() { db, viewer }: Request,
    @Arg('centreId', centreId) centre: CentreId,
    @Arg('day', plainDate) day: PlainDate,
    @Arg('meal', z.enum(Meal)) meal: Meal,
  ): Promise<KitchenSheet> {
    return sheetOfMeal(db, viewer, { centreId: centre, day, meal });
  }

  @Allow('RUN_KITCHEN')
  @Query(() => [MealLabel], { description: 'One for each portion of the sheet, in printing order.' })
  mealLabels(
    @Ctx() { db, viewer }: Request,
    @Arg('centreId', centreId) centre: CentreId,
    @Arg('day', plainDate) day: PlainDate,
    @Arg('meal', z.enum(Meal)) meal: Meal,
  ): Promise<MealLabel[]> {
    return labelsOfMeal(db, viewer, { centreId: centre, day, meal });
  }
}
