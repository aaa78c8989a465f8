import type { PlainDate } from '@linli/domain/base';
import { type AreaId, AreaKind } from '@linli/domain/organisation/structure';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateScalar, orRefused } from '../../platform/graphql/index.js';

registerEnumType(AreaKind, { name: 'AreaKind' });

/** One area as it stood on a day. `name` is the reviewed Traditional name, `officialName` the official Simplified one. */
@Entity('area')
@ObjectType({ simpleResolvers: true })
export class Area {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: AreaId;

  @Column('text')
  @Field()
  code: string;

  @Column('text')
  @Field(() => AreaKind)
  kind: AreaKind;

  @Column('text')
  @Field()
  name: string;

  @Column('text')
  @Field()
  officialName: string;

  @Column('uuid', { nullable: true })
  @Field(() => ID, { nullable: true })
  parentId: AreaId | null;

  /** From the root down to itself. */
  @Column('uuid', { array: true })
  lineage: AreaId[];

  /** Null: before records. */
  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Null: before records.' })
  validFrom: PlainDate | null;

  /** The last day in force. */
  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The last day in force.' })
  validTo: PlainDate | null;

  /** Levels below the district. */
  @Field(() => Int)
  depth: number;

  @Field(() => Int)
  childCount: number;

  /** The day that the row speaks of. */
  on: PlainDate;
}

export const AreaOrRefused = orRefused(Area);
