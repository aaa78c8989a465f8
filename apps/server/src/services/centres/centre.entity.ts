import type { AreaId } from '@linli/domain/access';
import { type CentreId, CentreKind } from '@linli/domain/services/centres';
import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

registerEnumType(CentreKind, { name: 'CentreKind' });

/** 鄰里中心 and its kin. */
@Entity('centre')
@ObjectType({ simpleResolvers: true })
export class Centre {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: CentreId;

  @Column('text')
  @Field(() => String)
  name: string;

  @Column('text')
  @Field(() => CentreKind)
  kind: CentreKind;

  /** The area it serves. */
  @Column('uuid')
  areaId: AreaId;

  @Column('text')
  @Field(() => String)
  address: string;

  @Column('text')
  @Field(() => String)
  phone: string;

  @Column('double precision', { nullable: true })
  @Field(() => Float, { nullable: true })
  latitude: number | null;

  @Column('double precision', { nullable: true })
  @Field(() => Float, { nullable: true })
  longitude: number | null;
}
