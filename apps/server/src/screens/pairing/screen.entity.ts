import type { AreaId, CentreId } from '@linli/domain/access';
import type { ScreenId } from '@linli/domain/screens';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTime, orRefused } from '../../platform/graphql/index.js';

/** 大屏 A paired wall display. */
@Entity('screen')
@ObjectType({ simpleResolvers: true })
export class Screen {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: ScreenId;

  @Column('text')
  @Field(() => String)
  name: string;

  @Column('uuid', { nullable: true })
  centreId: CentreId | null;

  @Column('uuid', { nullable: true })
  areaId: AreaId | null;

  @Column('timestamptz')
  @Field(() => DateTime)
  pairedAt: Date;

  @Column('text')
  @Field(() => String)
  pairedBy: string;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTime, { nullable: true })
  lastSeenAt: Date | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  version: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  resolution: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  lastError: string | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTime, { nullable: true })
  revokedAt: Date | null;
}

export const ScreenOrRefused = orRefused(Screen);
