import { Refused } from '../platform/graphql/index.js';

/** What is made up is made by the house's own commands: none of them refuses it. */
export function orThrow<Result>(result: Result | Refused): Result {
  if (result instanceof Refused) throw new Error(`The demonstration was refused: ${result.code}`);
  return result;
}
