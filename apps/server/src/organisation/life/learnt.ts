import type { PlainDate } from '@linli/domain/base';
import { TRAINED } from '../training/index.js';

/** At the organisation or below it, as far as the viewer reaches. */
export const WITHIN =
  'organisation.lineage && :tops::uuid[] AND organisation.lineage @> ARRAY[:organisationId::uuid]';

export const THERE = `line.mark IN ('PRESENT', 'ONLINE')`;

export interface Span {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * 學時 What each person of `who` was due at, was at, and learnt between :from and :to, wherever it was: in meetings, also
 * made up, and in trainings.
 */
export const learntBy = (who: string): string => `
  SELECT resident_id, sum(due)::int AS due, sum(present)::int AS present, sum(minutes)::int AS minutes
  FROM (
    SELECT line.resident_id, 1 AS due, (line.mark IS NOT NULL AND ${THERE})::int AS present,
      CASE WHEN ${THERE} OR line.made_up_on IS NOT NULL THEN meeting.minutes ELSE 0 END AS minutes
    FROM ${who} JOIN meeting_roster line USING (resident_id) JOIN meeting ON meeting.id = line.meeting_id
    WHERE meeting.state = 'SIGNED' AND meeting.day BETWEEN :from AND :to
    UNION ALL
    SELECT trained.resident_id, 0, 0, trained.minutes
    FROM ${who} JOIN (${TRAINED}) trained USING (resident_id)
    WHERE trained.day BETWEEN :from AND :to
  ) each_time
  GROUP BY resident_id`;
