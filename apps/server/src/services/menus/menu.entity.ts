import type { PlainDate } from '@linli/domain/base';
import { type CentreId, Meal } from '@linli/domain/services/centres';
import type { MenuId } from '@linli/domain/services/menus';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateScalar, orRefused } from '../../platform/graphql/index.js';
import { Dish } from './dish.type.js';

/** 菜單 What is cooked for one meal. */
@Entity('menu')
@ObjectType({ simpleResolvers: true })
export class Menu {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: MenuId;

  @Column('uuid')
  @Field(() => ID)
  centreId: CentreId;

  @Column('date')
  @Field(() => DateScalar)
  day: PlainDate;

  @Column('text')
  @Field(() => Meal)
  meal: Meal;

  @Column('jsonb')
  @Field(() => [Dish])
  dishes: Dish[];

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  note: string | null;
}

export const MenuOrRefused = orRefused(Menu);
