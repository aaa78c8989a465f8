import type { PlainDate } from '@linli/domain/base';
import { type OrganisationId, OrganisationKind } from '@linli/domain/organisation/structure';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateScalar, orRefused } from '../../platform/graphql/index.js';

registerEnumType(OrganisationKind, { name: 'OrganisationKind' });

/** One party organisation as it stood on a day. */
@Entity('organisation')
@ObjectType({ simpleResolvers: true })
export class Organisation {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: OrganisationId;

  @Column('text')
  @Field(() => OrganisationKind)
  kind: OrganisationKind;

  @Column('text')
  @Field()
  name: string;

  @Column('uuid', { nullable: true })
  @Field(() => ID, { nullable: true })
  parentId: OrganisationId | null;

  /** From the root down to itself. */
  @Column('uuid', { array: true })
  lineage: OrganisationId[];

  /** Null: before records. */
  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true })
  validFrom: PlainDate | null;

  /** The last day in force. */
  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true })
  validTo: PlainDate | null;

  /** Levels below the district's committee. */
  @Field(() => Int)
  depth: number;

  @Field(() => Int)
  childCount: number;

  /** The day that the row speaks of. */
  on: PlainDate;
}

export const OrganisationOrRefused = orRefused(Organisation);
