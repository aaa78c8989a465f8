import { timingSafeEqual } from 'node:crypto';
import type { Viewer } from '@linli/domain/access';
import { type MeetingId, meetingId, refusalToAttend } from '@linli/domain/organisation/life';
import type { Refusal } from '@linli/domain/refusals';
import { blindIndex } from '../../access/secrets/index.js';
import { type Database } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { meetingWithin } from './meeting.queries.js';
import type { AttendanceCode } from './meeting.type.js';

/** The screen shows a new one at every step; one is good for its own step and the next. */
const STEP = 15_000;
const MAC_BYTES = 18;

const stepOf = (now: Date): number => Math.floor(now.getTime() / STEP);
const macOf = (dataKey: Buffer, id: string, step: number): Buffer =>
  blindIndex(dataKey, 'meeting-code', `${id} ${step}`).subarray(0, MAC_BYTES);

export const codeAt = (dataKey: Buffer, id: MeetingId, now: Date): AttendanceCode => {
  const step = stepOf(now);
  return {
    code: `${id}.${step}.${macOf(dataKey, id, step).toString('base64url')}`,
    expiresAt: new Date((step + 1) * STEP),
  };
};

/** Which meeting the code is of. A photograph of it is worth nothing half a minute later. */
export function meetingOfCode(dataKey: Buffer, code: string, now: Date): MeetingId | Refusal {
  const [id = '', step = '', mac = ''] = code.split('.');
  const known = meetingId.safeParse(id);
  const given = Buffer.from(mac, 'base64url');
  const number = Number(step);
  if (!known.success || !Number.isSafeInteger(number) || given.length !== MAC_BYTES) return 'CODE_WRONG';
  if (!timingSafeEqual(given, macOf(dataKey, id, number))) return 'CODE_WRONG';
  const age = stepOf(now) - number;
  return age < 0 || age > 1 ? 'CODE_EXPIRED' : known.data;
}

/** What the secretary's screen shows now. */
export async function attendanceCode(
  db: Database,
  { viewer, dataKey }: { readonly viewer: Viewer; readonly dataKey: Buffer },
  id: MeetingId,
): Promise<AttendanceCode | Refused> {
  const meeting = await meetingWithin(db, viewer, 'KEEP_LIFE', id);
  const refusal = refusalToAttend(meeting);
  return refusal ? new Refused(refusal) : codeAt(dataKey, id, meeting.now);
}
