import type { PlainDate } from '@linli/domain/base';
import {
  type AreaId,
  type OrganisationId,
  TwoNewCover,
  TwoNewField,
} from '@linli/domain/organisation/structure';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/index.js';

registerEnumType(TwoNewField, { name: 'TwoNewField' });
registerEnumType(TwoNewCover, {
  name: 'TwoNewCover',
  description: '覆蓋 own organisation, joint organisation, an instructor or liaison only, or none.',
});

/** 兩新組織 An enterprise or social organisation of the four fields. */
@ObjectType({ simpleResolvers: true })
export class TwoNewUnit {
  @Field(() => ID)
  id: string;

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
