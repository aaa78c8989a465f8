export {
  delivery,
  DeliveryProblem,
  DeliveryState,
  type NextStep,
  nextStep,
  NoticeChannel,
  type Outcome,
  waitAfter,
} from './delivery.js';
export {
  kindsOfUrgency,
  NoticeKind,
  type NoticeRule,
  noticeRules,
  type Urgency,
  usefulUntil,
  type Wish,
} from './notice-kinds.js';
export {
  type CalendarFeedId,
  calendarFeedId,
  type MakeCalendarFeedInput,
  makeCalendarFeedInput,
  type RevokeCalendarFeedInput,
  revokeCalendarFeedInput,
  type MarkDeliveryToldInput,
  markDeliveryToldInput,
  type MarkNoticesReadInput,
  markNoticesReadInput,
  type MoreOf,
  type NewNotice,
  type NoticeId,
  noticeId,
  type Occasion,
  type ParametersOf,
} from './notice.js';
export { maySendAt, nightEndsAt, quietHours, reminderTimes, tooLateInTheMorning } from './quiet-hours.js';
