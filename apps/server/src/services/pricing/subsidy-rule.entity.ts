import type { AreaId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { CareNeed } from '@linli/domain/organisation/people';
import type { SubsidyRuleId } from '@linli/domain/services/pricing';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateScalar, DateTime, orRefused } from '../../platform/graphql/index.js';

/** 補貼規則 What one payer adds to a meal, between two days. */
@Entity('subsidy_rule')
@ObjectType({ simpleResolvers: true })
export class SubsidyRule {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: SubsidyRuleId;

  @Column('text')
  @Field(() => String)
  name: string;

  @Column('text')
  @Field(() => String)
  payer: string;

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true })
  minAge: number | null;

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true })
  maxAge: number | null;

  @Column('text', { nullable: true })
  @Field(() => CareNeed, { nullable: true })
  careNeed: CareNeed | null;

  @Column('uuid', { nullable: true })
  @Field(() => ID, { nullable: true, description: 'For whose home lies in it; null: for everyone.' })
  areaId: AreaId | null;

  @Column('int')
  @Field(() => Int)
  subsidyFen: number;

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'The most that one person gets by it on one day.' })
  dayCapFen: number | null;

  @Column('date')
  @Field(() => DateScalar)
  validFrom: PlainDate;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true })
  validTo: PlainDate | null;

  @Column('boolean')
  @Field(() => Boolean, { description: 'Added to the best of the others.' })
  additive: boolean;

  @Column('boolean')
  @Field(() => Boolean)
  paysNobodyOpened: boolean;

  @Column('timestamptz')
  proposedAt: Date;

  @Column('text', { nullable: true })
  proposedBy: string | null;

  /** The last day as it was proposed. */
  @Column('date', { nullable: true })
  plannedTo: PlainDate | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When it was decided that it ends.' })
  endedAt: Date | null;

  @Column('text', { nullable: true })
  endedBy: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  endReason: string | null;
}

export const SubsidyRuleOrRefused = orRefused(SubsidyRule);
