import type { AreaId, Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import {
  HOLD_MINUTES,
  NO_SHOWS,
  type SaveServiceInput,
  type ServiceId,
} from '@linli/domain/services/centres';
import { type Database, statement, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { asStored } from '../../platform/han/index.js';
import { auditCentre } from './audit-centre.js';
import { centreToManage } from './managed.js';
import type { Service } from './service.entity.js';

/** Which residents of which area: not in the form yet, but the demonstration and the import can say it. */
type ServiceToSave = SaveServiceInput & { readonly residentAreaId?: AreaId | null };

const columns = [
  ...['id', 'centre_id', 'category', 'name', 'description', 'place', 'meal', 'way', 'price_fen', 'min_age'],
  ...['care_needs', 'resident_area_id', 'opens_days_ahead', 'cut_off_minutes', 'cancel_minutes'],
  ...['weekly_quota', 'walk_in', 'follows_calendar', 'waitlist', 'hold_minutes', 'active'],
  ...['needs_approval', 'no_show_limit', 'no_show_days', 'counter_only_days', 'no_show_exempt'],
  ...[
    'monthly_quota',
    'rest_before_minutes',
    'rest_after_minutes',
    'turnaround_minutes',
    'booked_as',
    'needs_assessment',
    'at_home',
  ],
];
const changing = columns.slice(2);

const serviceById = statement<{ id: ServiceId }, Service>({
  name: 'service-by-id',
  text: 'SELECT * FROM service WHERE id = :id FOR NO KEY UPDATE',
});

const hasSessions = statement<{ id: ServiceId }, object>({
  name: 'service-has-sessions',
  text: 'SELECT FROM session WHERE service_id = :id LIMIT 1',
});

/** One row or many: the demonstration brings a whole district in one statement. */
export const upsertServices = statement<{ rows: string }, Service>({
  name: 'upsert-services',
  text: `
    INSERT INTO service (${columns.join(', ')})
    SELECT ${columns.join(', ')}
    FROM jsonb_populate_recordset(NULL::service, :rows::jsonb)
    ON CONFLICT (id) DO UPDATE SET ${changing.map((column) => `${column} = excluded.${column}`).join(', ')}
    WHERE service.centre_id = excluded.centre_id
    RETURNING *`,
});

export const serviceRow = (input: ServiceToSave) => ({
  id: input.id,
  centre_id: input.centreId,
  category: input.category,
  name: input.name,
  description: input.description,
  place: input.place,
  meal: input.meal ?? null,
  way: input.way ?? null,
  price_fen: input.priceFen,
  min_age: input.minAge ?? null,
  care_needs: input.careNeeds,
  resident_area_id: input.residentAreaId ?? null,
  opens_days_ahead: input.opensDaysAhead,
  cut_off_minutes: input.cutOffMinutes,
  cancel_minutes: input.cancelMinutes,
  weekly_quota: input.weeklyQuota ?? null,
  walk_in: input.walkIn,
  follows_calendar: input.followsCalendar,
  waitlist: input.waitlist ?? false,
  hold_minutes: input.holdMinutes ?? HOLD_MINUTES,
  monthly_quota: input.monthlyQuota ?? null,
  rest_before_minutes: input.restBeforeMinutes ?? 0,
  rest_after_minutes: input.restAfterMinutes ?? 0,
  turnaround_minutes: input.turnaroundMinutes ?? 0,
  needs_approval: input.needsApproval ?? false,
  no_show_limit: input.noShowLimit === undefined ? usualLimit(input) : input.noShowLimit,
  no_show_days: input.noShowDays ?? NO_SHOWS.days,
  counter_only_days: input.counterOnlyDays ?? NO_SHOWS.counterOnlyDays,
  no_show_exempt: input.noShowExempt ?? NO_SHOWS.exempt,
  booked_as: input.bookedAs ?? 'SESSION',
  needs_assessment: input.needsAssessment ?? false,
  at_home: input.atHome ?? false,
  active: input.active,
});

const usualLimit = ({ category }: ServiceToSave) => (category === 'MEAL' ? null : NO_SHOWS.limit);

/** Creates or changes. Sessions that are published keep the window and quota that they were published with. */
export const saveService = (db: Database, viewer: Viewer, input: ServiceToSave): Promise<Service | Refused> =>
  transaction(db, async (tx) => {
    await centreToManage(tx, viewer, input.centreId);
    const [before] = await serviceById(tx, { id: input.id });
    if (before && (await breaksHistory(tx, before, input))) return new Refused(Refusal.CONFLICT);
    const residentAreaId = input.residentAreaId ?? before?.residentAreaId ?? null;
    const words = await wordsKept(input, before);
    const row = serviceRow({ ...input, ...words, ...policyKept(input, before), residentAreaId });
    const [service] = await upsertServices(tx, { rows: JSON.stringify([row]) });
    // Someone made the id for another centre meanwhile.
    if (!service) return new Refused(Refusal.CONFLICT);
    if (!before || !isSame(before, service)) {
      await recordEvent(tx, {
        name: 'centres.service-saved',
        subjectId: service.centreId,
        payload: { serviceId: service.id },
      });
      await auditCentre(tx, viewer, service.centreId, {
        ...{ action: 'SERVICE_SAVED', subject: { kind: 'SERVICE', id: service.id, name: service.name } },
        detail: { isNew: !before, priceFen: service.priceFen, active: service.active },
      });
    }
    return service;
  });

const wordsKept = async (input: ServiceToSave, before: Service | undefined) => ({
  name: await asStored(input.name, [before?.name]),
  description: await asStored(input.description, [before?.description]),
  place: await asStored(input.place, [before?.place]),
});

/** What a form does not know of stays as it is. */
const policyKept = (input: ServiceToSave, before: Service | undefined) => ({
  waitlist: input.waitlist ?? before?.waitlist,
  holdMinutes: input.holdMinutes ?? before?.holdMinutes,
  atHome: input.atHome ?? before?.atHome,
  needsApproval: input.needsApproval ?? before?.needsApproval,
  monthlyQuota: input.monthlyQuota === undefined ? before?.monthlyQuota : input.monthlyQuota,
  restBeforeMinutes: input.restBeforeMinutes ?? before?.restBeforeMinutes,
  restAfterMinutes: input.restAfterMinutes ?? before?.restAfterMinutes,
  turnaroundMinutes: input.turnaroundMinutes ?? before?.turnaroundMinutes,
  noShowLimit: input.noShowLimit === undefined ? before?.noShowLimit : input.noShowLimit,
  noShowDays: input.noShowDays ?? before?.noShowDays,
  counterOnlyDays: input.counterOnlyDays ?? before?.counterOnlyDays,
  noShowExempt: input.noShowExempt ?? before?.noShowExempt,
  bookedAs: input.bookedAs ?? before?.bookedAs,
  needsAssessment: input.needsAssessment ?? before?.needsAssessment,
});

/** A service does not move, and what was served under it stays what it was: another kind is another service. */
async function breaksHistory(db: Database, before: Service, input: ServiceToSave): Promise<boolean> {
  if (before.centreId !== input.centreId) return true;
  const sameKind =
    before.category === input.category &&
    before.meal === (input.meal ?? null) &&
    before.way === (input.way ?? null);
  return !sameKind && (await hasSessions(db, before)).length > 0;
}

const isSame = (before: Service, after: Service): boolean => JSON.stringify(before) === JSON.stringify(after);
