import type { AreaId } from '@linli/domain/access';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import { orRefused } from '../../platform/graphql/index.js';

/** 位置 Where an area lies, in degrees (WGS 84). */
@ObjectType({ simpleResolvers: true })
export class AreaPosition {
  @Field(() => ID)
  areaId: AreaId;

  @Field(() => Float)
  latitude: number;

  @Field(() => Float)
  longitude: number;
}

export const AreaPositionOrRefused = orRefused(AreaPosition);
