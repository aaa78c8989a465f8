import { plainDateOf } from '@linli/domain/base';
import type { testApi } from '../../testing/index.js';
import { type Operation, read } from './operation.scenario.js';
import { asker } from './refusal-driver.scenario.js';

/** What a kitchen does at a centre. */
export function kitchenOperations(api: ReturnType<typeof testApi>): Readonly<Record<string, Operation>> {
  const { ask } = asker(api);
  const at = (centre: string) => ({ centre, day: plainDateOf(new Date()) });
  return {
    mealLabels: read(({ viewer, centre }) => {
      const document = `query ($centre: ID!, $day: Date!) {
        mealLabels(centreId: $centre, day: $day, meal: LUNCH) { number } }`;
      return Promise.resolve(() => ask(viewer, document, at(centre)));
    }),
  };
}
