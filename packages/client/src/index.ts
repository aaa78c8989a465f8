// The core: no Apollo, no sockets. Those are in ./apollo and ./live, so that a first page need not carry them.
export type { FaceName } from './face.js';
export { newId } from './ids/new-id.js';
export {
  isNetworkProblem,
  type Problem,
  type ProblemCode,
  problemMessage,
  problemOf,
} from './problems/problem.js';
export { conditionOf, isRefused, refusalMessage, type Refused } from './problems/refused.js';
export { type Submission, type Submit, useSubmit } from './submit/use-submit.js';
export { noteServerTime, serverNow } from './time/server-time.js';
export { useNow } from './time/use-now.js';
