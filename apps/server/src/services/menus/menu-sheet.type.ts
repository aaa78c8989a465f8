import type { CentreId } from '@linli/domain/services/centres';
import { MenuColumn, MenuSheetFault } from '@linli/domain/services/menus';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { orRefused } from '../../platform/graphql/index.js';
import { MenuCopyLine } from './copy-menus.type.js';

registerEnumType(MenuColumn, { name: 'MenuColumn' });
registerEnumType(MenuSheetFault, { name: 'MenuSheetFault' });

@ObjectType({ simpleResolvers: true })
export class MenuSheetProblem {
  @Field(() => Int, { description: 'As the spreadsheet counts: the first is 1.' })
  row: number;

  @Field(() => MenuColumn)
  column: MenuColumn;

  @Field(() => MenuSheetFault)
  fault: MenuSheetFault;

  @Field(() => String, { description: 'What stands there, its beginning.' })
  value: string;
}

/** 菜單表 What a sheet of menus does to its week, or did. */
@ObjectType({ simpleResolvers: true })
export class MenuSheet {
  @Field(() => ID)
  centreId: CentreId;

  @Field(() => [MenuCopyLine])
  lines: readonly MenuCopyLine[];

  @Field(() => [MenuSheetProblem], { description: 'While there is one nothing is taken.' })
  problems: readonly MenuSheetProblem[];

  @Field(() => Int, { description: 'How many menus were written; of a preview none.' })
  written: number;
}

export const MenuSheetOrRefused = orRefused(MenuSheet);
