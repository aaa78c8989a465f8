import type { PlainDate } from '@linli/domain/base';
import { Allergen } from '@linli/domain/organisation/people';
import type { SessionId } from '@linli/domain/services/centres';
import { createUnionType, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { CoveragePoint } from '../../organisation/structure/index.js';
import { DateScalar, DateTime } from '../../platform/graphql/index.js';

@ObjectType({ simpleResolvers: true })
export class SceneDish {
  @Field(() => String)
  name: string;

  @Field(() => String)
  look: string;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => [Allergen])
  allergens: Allergen[];
}

@ObjectType({ simpleResolvers: true })
export class SceneLunch {
  @Field(() => DateScalar)
  day: PlainDate;

  @Field(() => DateTime)
  startsAt: Date;

  @Field(() => DateTime)
  endsAt: Date;

  @Field(() => String)
  place: string;

  @Field(() => Int, { description: 'Full price in 分.' })
  fullFen: number;

  @Field(() => Int, { description: 'What the best subsidy by age leaves to pay, in 分.' })
  fromFen: number;

  @Field(() => Int)
  capacity: number;

  @Field(() => Int)
  taken: number;

  @Field(() => Int)
  checkedIn: number;

  @Field(() => Int)
  placesLeft: number;

  @Field(() => [SceneDish])
  dishes: SceneDish[];
}

@ObjectType({ simpleResolvers: true })
export class SceneSession {
  @Field(() => ID)
  id: SessionId;

  @Field(() => String)
  title: string;

  @Field(() => String)
  place: string;

  @Field(() => DateTime)
  startsAt: Date;

  @Field(() => DateTime)
  endsAt: Date;

  @Field(() => Int)
  capacity: number;

  @Field(() => Int)
  placesLeft: number;
}

@ObjectType({
  simpleResolvers: true,
  description: 'No name, phone or address of a resident is in any part of a scene.',
})
export class CentreScene {
  @Field(() => String)
  screenName: string;

  @Field(() => String)
  centreName: string;

  @Field(() => String)
  address: string;

  @Field(() => String)
  phone: string;

  /** Today's, over or not; null on a day without one. */
  @Field(() => SceneLunch, { nullable: true })
  lunch: SceneLunch | null;

  @Field(() => SceneLunch, { nullable: true, description: 'The first on a later day, within a week.' })
  nextLunch: SceneLunch | null;

  @Field(() => [SceneSession], { description: "Today's but the meals, those that are over among them." })
  today: SceneSession[];

  @Field(() => [SceneSession], { description: 'The six days after today, but the meals.' })
  week: SceneSession[];

  @Field(() => DateTime)
  asOf: Date;

  @Field(() => String)
  cursor: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A part of the area; the rate is null below five estates.',
})
export class SceneTown {
  @Field(() => String)
  code: string;

  @Field(() => String)
  name: string;

  @Field(() => Int)
  estates: number;

  @Field(() => Int)
  covered: number;

  @Field(() => Float, { nullable: true })
  rate: number | null;
}

@ObjectType({ simpleResolvers: true })
export class SceneDayCount {
  @Field(() => DateScalar)
  day: PlainDate;

  @Field(() => Int)
  count: number;
}

@ObjectType({ simpleResolvers: true })
export class SceneServices {
  @Field(() => Int)
  centres: number;

  @Field(() => Int)
  lunchesBooked: number;

  @Field(() => Int)
  lunchesServed: number;

  @Field(() => [SceneDayCount], { description: 'Lunches served on each of the seven days before today.' })
  lunchesLastWeek: SceneDayCount[];

  @Field(() => Int, { description: "Today's sessions that are no meals." })
  activities: number;

  @Field(() => Int, { description: 'Places left in those that are not over.' })
  activityPlacesLeft: number;
}

@ObjectType({ simpleResolvers: true })
export class DistrictScene {
  @Field(() => String)
  screenName: string;

  @Field(() => String)
  areaName: string;

  @Field(() => Int)
  estates: number;

  @Field(() => Int)
  covered: number;

  @Field(() => Float, { nullable: true })
  rate: number | null;

  @Field(() => [CoveragePoint], { description: 'The last 24 months and today.' })
  series: CoveragePoint[];

  @Field(() => [SceneTown])
  towns: SceneTown[];

  @Field(() => SceneServices)
  services: SceneServices;

  @Field(() => DateTime)
  asOf: Date;

  @Field(() => String)
  cursor: string;
}

export const Scene = createUnionType({
  name: 'Scene',
  types: () => [CentreScene, DistrictScene] as const,
  resolveType: (scene) => ('centreName' in scene ? CentreScene : DistrictScene),
});
