export {
  type CounterDayLogInput,
  counterDayLogInput,
  type DayLogEntryId,
  dayLogEntryId,
  type DayLogFacts,
  DayLogKind,
  Eaten,
  type RecordDayLogInput,
  recordDayLogInput,
  refusalToKeepLog,
  refusalToLog,
} from './day-log.js';
