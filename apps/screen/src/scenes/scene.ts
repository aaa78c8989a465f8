import type { SceneOfCentreFragment, SceneOfDistrictFragment, SceneQuery } from '../gql/graphql';

export type CentreScene = SceneOfCentreFragment;
export type DistrictScene = SceneOfDistrictFragment;
export type Scene = SceneQuery['scene'];
export type Lunch = NonNullable<CentreScene['lunch']>;
export type Dish = Lunch['dishes'][number];
export type SceneSession = CentreScene['today'][number];
export type Town = DistrictScene['towns'][number];
export type Services = DistrictScene['services'];
