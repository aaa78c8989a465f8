import type { BoundedContext } from '../../platform/bounded-context.js';
import { Training1763800002480 } from './training.migration.js';
import { TrainingResolver } from './training.resolver.js';

export { furnishTrainings, type TrainingToFurnish } from './furnish.js';
export { MyTraining, trainingsOf } from './my-trainings.js';
export { TRAINED } from './trained.js';

/** 培訓 What is planned for whom in a year, what was held, and who was there. */
export const training: BoundedContext = {
  entities: [],
  migrations: [Training1763800002480],
  resolvers: [TrainingResolver],
};
