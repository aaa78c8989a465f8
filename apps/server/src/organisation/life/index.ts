import type { BoundedContext } from '../../platform/bounded-context.js';
import { Life1763800002490 } from './life.migration.js';
import { EffectiveCoverageResolver } from './effective-coverage.resolver.js';
import { LifeResolver } from './life.resolver.js';
import { MeetingsResolver } from './meetings.resolver.js';
import { remindOfDebts } from './remind.js';

export { attendancePage } from './attendance.page.js';
export { furnishMeetings, type MeetingToFurnish } from './furnish.js';

/** 組織生活 What branches owe their members, who was there, and what was said. */
export const life: BoundedContext = {
  entities: [],
  migrations: [Life1763800002490],
  resolvers: [LifeResolver, MeetingsResolver, EffectiveCoverageResolver],
  jobs: { 'life:remind': (db) => remindOfDebts(db) },
  // 07:10 in China.
  schedule: ['10 23 * * * life:remind ?fill=1d'],
  atStart: ['life:remind'],
};
