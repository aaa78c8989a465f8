import { z } from 'zod';
import { personId } from '../../access/index.js';
import { addDays, line, plainDate } from '../../base/index.js';
import { bookingRunId, Channel } from '../bookings/index.js';
import { seriesId, serviceId } from '../centres/index.js';
import { RANGE_DAYS } from './range.js';

/** All dates that are still to come, or none. The client makes the id: the same again is the same place. */
export const joinSeriesInput = z.object({
  id: bookingRunId,
  seriesId,
  beneficiaryId: personId,
  channel: z.enum(Channel),
});
export type JoinSeriesInput = z.infer<typeof joinSeriesInput>;

const isRange = ({ from, to }: { readonly from: string; readonly to: string }): boolean =>
  from <= to && to < addDays(plainDate.parse(from), RANGE_DAYS);
const outside = { path: ['to'], message: 'BAD_RANGE' };

export const rangeInput = z.object({ from: plainDate, to: plainDate }).refine(isRange, outside);

/** `days`: those that the person saw and wants. When they are not all the open ones between both, nothing is taken. */
export const bookRangeInput = z
  .object({
    ...{ id: bookingRunId, serviceId, beneficiaryId: personId, channel: z.enum(Channel) },
    ...{ from: plainDate, to: plainDate },
    days: z.array(plainDate).min(1).max(RANGE_DAYS),
  })
  .refine(isRange, outside);
export type BookRangeInput = z.infer<typeof bookRangeInput>;

export const leaveRunInput = z.object({ id: bookingRunId, reason: line(200) });
export type LeaveRunInput = z.infer<typeof leaveRunInput>;
