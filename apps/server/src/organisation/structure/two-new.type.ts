import type { PlainDate } from '@linli/domain/base';
import {
  type AreaId,
  type OrganisationId,
  TwoNewCover,
  TwoNewField,
  type TwoNewUnitId,
} from '@linli/domain/organisation/structure';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, DateTime, orRefused } from '../../platform/graphql/index.js';

registerEnumType(TwoNewField, { name: 'TwoNewField' });
registerEnumType(TwoNewCover, {
  name: 'TwoNewCover',
  description: '覆蓋 own organisation, joint organisation, an instructor or liaison only, or none.',
});

/** 兩新組織 An enterprise or social organisation of the four fields. */
@ObjectType({ simpleResolvers: true })
export class TwoNewUnit {
  @Field(() => ID)
  id: TwoNewUnitId;

  @Field()
  name: string;

  @Field(() => TwoNewField)
  field: TwoNewField;

  @Field(() => ID)
  areaId: AreaId;

  @Field()
  areaName: string;

  @Field(() => Int)
  members: number;

  @Field(() => Boolean)
  shouldHaveOwn: boolean;

  @Field(() => TwoNewCover)
  cover: TwoNewCover;

  organisationId: OrganisationId | null;

  @Field(() => DateScalar, { nullable: true })
  lastActivityOn: PlainDate | null;

  @Field(() => String, { nullable: true, description: 'Null also where only its day is on record.' })
  lastActivity: string | null;
}

/** What a unit was from one day to another. */
@ObjectType({ simpleResolvers: true })
export class TwoNewVersion {
  @Field(() => ID)
  id: string;

  @Field()
  name: string;

  @Field(() => Int)
  members: number;

  @Field(() => TwoNewCover)
  cover: TwoNewCover;

  @Field(() => String, { nullable: true })
  organisationName: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Null: before records.' })
  validFrom: PlainDate | null;

  @Field(() => DateScalar, { nullable: true })
  validTo: PlainDate | null;

  @Field(() => String, { nullable: true })
  documentNumber: string | null;

  @Field(() => String, { nullable: true })
  recordedBy: string | null;

  @Field(() => DateTime)
  recordedAt: Date;
}

@ObjectType({ simpleResolvers: true })
export class TwoNewActivity {
  @Field(() => ID)
  id: string;

  @Field(() => DateScalar)
  heldOn: PlainDate;

  @Field(() => String, { nullable: true })
  title: string | null;

  @Field(() => String, { nullable: true })
  recordedBy: string | null;
}

/** 兩個覆蓋 on one day: 組織覆蓋 and 工作覆蓋 are each ÷ units. */
@ObjectType({ simpleResolvers: true })
export class TwoNewPoint {
  @Field(() => DateScalar)
  on: PlainDate;

  @Field(() => Int)
  units: number;

  @Field(() => Int)
  withOrganisation: number;

  @Field(() => Int)
  withWorkCover: number;
}

/** 組織覆蓋 own and joint ÷ units; 工作覆蓋 adds units with an instructor or liaison. */
@ObjectType({ simpleResolvers: true })
export class TwoNewCoverage {
  @Field(() => TwoNewField)
  field: TwoNewField;

  @Field(() => Int)
  units: number;

  @Field(() => Int)
  withOrganisation: number;

  @Field(() => Int)
  withWorkCover: number;

  @Field(() => Int)
  shouldHaveOwn: number;

  @Field(() => Int)
  own: number;

  @Field(() => Int)
  joint: number;
}

export const TwoNewUnitOrRefused = orRefused(TwoNewUnit);
