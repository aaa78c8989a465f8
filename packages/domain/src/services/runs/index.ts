export {
  type BookRangeInput,
  bookRangeInput,
  type JoinSeriesInput,
  joinSeriesInput,
  type LeaveRunInput,
  leaveRunInput,
  rangeInput,
} from './run-inputs.js';
export {
  DayOfRange,
  firstDifference,
  RANGE_DAYS,
  type RangeFacts,
  rangeOfDays,
  type ToldDay,
} from './range.js';
export { isLeaving, type Remaining, refusalToLeave } from './leaving.js';
