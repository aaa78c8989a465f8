export type { Asking } from './asking.js';
export { type Question, StraightLane } from './lane.js';
export type { Recognised, Recognition } from './recognition.js';
export { select } from './select.js';
export { inside, many, moment, one, type Part, type Rows, type Shape, today } from './shape.js';
export { Straight, StraightField, type StraightQuery } from './straight.js';
