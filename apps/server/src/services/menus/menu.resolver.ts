import { type PlainDate, plainDate } from '@linli/domain/base';
import { type CentreId, centreId, dayRange, Meal } from '@linli/domain/services/centres';
import {
  type CopyMenusInput,
  copyMenusInput,
  copyOfMenus,
  type ImportMenuSheetInput,
  importMenuSheetInput,
  type MenuSheetInput,
  menuSheetInput,
  type SaveMenuInput,
  saveMenuInput,
  type SubstituteDishInput,
  substituteDishInput,
} from '@linli/domain/services/menus';
import { Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import { Allow, Arg, badUserInput, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { copyMenus, previewCopyMenus } from './copy-menus.js';
import { MenuCopy, MenuCopyOrRefused } from './copy-menus.type.js';
import { Menu, MenuOrRefused } from './menu.entity.js';
import { menusOf } from './menu.queries.js';
import { importMenuSheet, previewMenuSheet } from './menu-sheet.js';
import { type MenuSheet, MenuSheetOrRefused } from './menu-sheet.type.js';
import { saveMenu } from './save-menu.js';
import { substituteDish, substitutionsOf } from './substitute-dish.js';
import { Substitution } from './substitution.type.js';

const optionalMeal = z.enum(Meal).nullish();

@Resolver(() => Menu)
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

  @Allow('MANAGE_MENUS')
  @Mutation(() => MenuOrRefused)
  substituteDish(
    @Ctx() { db, viewer }: Request,
    @Input(substituteDishInput) input: SubstituteDishInput,
  ): Promise<Menu | Refused> {
    return substituteDish(db, viewer, input);
  }

  @Allow('SEE_KITCHEN')
  @FieldResolver(() => [Substitution], { description: 'What is cooked instead of what was ordered.' })
  substitutions(@Root() menu: Menu, @Ctx() request: Request): Promise<Substitution[]> {
    return substitutionsOf(request, menu);
  }

  @Allow('MANAGE_MENUS')
  @Query(() => MenuCopy)
  previewCopyMenus(
    @Ctx() { db, viewer }: Request,
    @Arg('centreId', centreId) id: CentreId,
    @Arg('from', plainDate) from: PlainDate,
    @Arg('to', plainDate) to: PlainDate,
  ): Promise<MenuCopy> {
    const { data, error } = copyOfMenus.safeParse({ centreId: id, from, to });
    if (error) throw badUserInput(error);
    return previewCopyMenus(db, viewer, data);
  }

  @Allow('MANAGE_MENUS')
  @Mutation(() => MenuCopyOrRefused)
  copyMenus(
    @Ctx() { db, viewer }: Request,
    @Input(copyMenusInput) input: CopyMenusInput,
  ): Promise<MenuCopy | Refused> {
    return copyMenus(db, viewer, input);
  }

  @Allow('MANAGE_MENUS')
  @Query(() => MenuSheetOrRefused)
  previewMenuSheet(
    @Ctx() { db, viewer }: Request,
    @Input(menuSheetInput) input: MenuSheetInput,
  ): Promise<MenuSheet | Refused> {
    return previewMenuSheet(db, viewer, input);
  }

  @Allow('MANAGE_MENUS')
  @Mutation(() => MenuSheetOrRefused)
  importMenuSheet(
    @Ctx() { db, viewer }: Request,
    @Input(importMenuSheetInput) input: ImportMenuSheetInput,
  ): Promise<MenuSheet | Refused> {
    return importMenuSheet(db, viewer, input);
  }
}
