import type { CentreId, PersonId } from '@linli/domain/access';
import type { GiveDoorInput } from '@linli/domain/organisation/contacts';
import { maskedName } from '@linli/domain/organisation/people';
import { Refusal } from '@linli/domain/refusals';
import { maskedDoor } from '@linli/domain/services/visits';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import { doorsOf, giveFirstDoor } from '../../organisation/contacts/index.js';
import { transaction } from '../../platform/database/index.js';
import { Refused, type Request } from '../../platform/graphql/index.js';
import { openFile } from '../../services/admission/index.js';
import type { DeskDoor } from './desk-door.type.js';

interface File {
  readonly residentId: PersonId;
  readonly centreId: CentreId;
}

/** Whether it is known, and enough to recognise it. */
export async function deskDoor(
  { db, viewer, environment: { dataKey } }: Request,
  file: File,
): Promise<DeskDoor> {
  await openFile(db, viewer, file);
  const { residentId } = file;
  const door = (await doorsOf(db, dataKey, [residentId])).get(residentId);
  return { residentId, door: door ? maskedDoor(door.door) : null };
}

/** For who has none: the same again is the same door, another one is for those who live there to say. */
export const giveDoor = (
  { db, viewer, environment: { dataKey } }: Request,
  { door, ...file }: GiveDoorInput,
): Promise<DeskDoor | Refused> =>
  transaction(db, async (tx) => {
    const { residentId, centreId } = file;
    const name = await openFile(tx, viewer, file);
    const known = (await doorsOf(tx, dataKey, [residentId])).get(residentId);
    const kept = known?.door ?? (await giveFirstDoor(tx, dataKey, residentId, door));
    if (kept !== door) return new Refused(Refusal.DOOR_KNOWN);
    if (!known)
      await recordAudit(tx, {
        ...{ actor: actorOf(viewer), action: 'HOME_DOOR_SAVED' },
        subject: { kind: 'RESIDENT', id: residentId, name: maskedName(name) },
        places: { ...placesOf(viewer), centreIds: [centreId] },
      });
    return { residentId, door: maskedDoor(kept) };
  });
