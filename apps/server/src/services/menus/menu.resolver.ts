import { type PlainDate, plainDate } from '@linli/domain/base';
import { type CentreId, centreId, dayRange, Meal } from '@linli/domain/services/centres';
import { type SaveMenuInput, saveMenuInput } from '@linli/domain/services/menus';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { Allow, Arg, badUserInput, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { Menu, MenuOrRefused } from './menu.entity.js';
import { menusOf } from './menu.queries.js';
import { saveMenu } from './save-menu.js';

const optionalMeal = z.enum(Meal).nullish();

@Resolver()
export class MenuResolver {
  @Allow('BROWSE_SERVICES')
  @Query(() => [Menu])
  menus(
    @Ctx() { db, viewer }: Request,
    @Arg('centreId', centreId) id: CentreId,
    @Arg('from', plainDate) from: PlainDate,
    @Arg('to', plainDate) to: PlainDate,
    @Arg('meal', optionalMeal) meal: Meal | null | undefined,
  ): Promise<Menu[]> {
    const { data, error } = dayRange.safeParse({ from, to });
    if (error) throw badUserInput(error);
    return menusOf(db, viewer, { centreId: id, ...data, meal: meal ?? null });
  }

  @Allow('MANAGE_MENUS')
  @Mutation(() => MenuOrRefused)
  saveMenu(
    @Ctx() { db, viewer }: Request,
    @Input(saveMenuInput) input: SaveMenuInput,
  ): Promise<Menu | Refused> {
    return saveMenu(db, viewer, input);
  }
}
