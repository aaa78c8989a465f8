import type { PersonId, Viewer } from '@linli/domain/access';
import type { SaveHomeDoorInput } from '@linli/domain/organisation/contacts';
import { maskedName } from '@linli/domain/organisation/people';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import { seal, unseal } from '../../access/secrets/index.js';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { reached } from './contacts.js';
import type { HomeDoor } from './home-door.type.js';

export type Door = Omit<HomeDoor, 'residentId'>;

const doorRows = statement<{ ids: readonly PersonId[] }, { residentId: PersonId; cipher: Buffer }>({
  name: 'home-doors',
  text: 'SELECT resident_id, cipher FROM home_door WHERE resident_id = ANY (:ids::uuid[])',
});

const upsertDoor = statement<{ id: PersonId; cipher: Buffer }, never>({
  name: 'save-home-door',
  text: `
    INSERT INTO home_door (resident_id, cipher) VALUES (:id, :cipher)
    ON CONFLICT (resident_id) DO UPDATE SET cipher = excluded.cipher`,
});

/** In the clear, for whoever goes there; who asks has the right to. */
export async function doorsOf(
  db: Database,
  dataKey: Buffer,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Door>> {
  const rows = await doorRows(db, { ids });
  return new Map(rows.map(({ residentId, cipher }) => [residentId, opened(dataKey, cipher)]));
}

const opened = (dataKey: Buffer, cipher: Buffer): Door =>
  JSON.parse(unseal(dataKey, 'home-door', cipher)) as Door;

interface Hand {
  readonly viewer: Viewer;
  readonly dataKey: Buffer;
}

export async function homeDoor(
  db: Database,
  { viewer, dataKey }: Hand,
  id: PersonId,
): Promise<HomeDoor | null> {
  await reached(db, viewer, id);
  const door = (await doorsOf(db, dataKey, [id])).get(id);
  return door ? { residentId: id, ...door } : null;
}

export const saveHomeDoor = (
  db: Database,
  { viewer, dataKey }: Hand,
  { residentId, ...door }: SaveHomeDoorInput,
): Promise<HomeDoor> =>
  transaction(db, async (tx) => {
    const { name } = await reached(tx, viewer, residentId);
    const saved = await writeDoor(tx, dataKey, residentId, door);
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: 'HOME_DOOR_SAVED',
      subject: { kind: 'RESIDENT', id: residentId, name: maskedName(name) },
      places: placesOf(viewer),
    });
    return { residentId, ...saved };
  });

export async function writeDoor(
  tx: Transaction,
  dataKey: Buffer,
  id: PersonId,
  { door, hint = null, atHomeFrom = null, atHomeTo = null }: Omit<SaveHomeDoorInput, 'residentId'>,
): Promise<Door> {
  const whole = { door, hint, atHomeFrom, atHomeTo };
  await upsertDoor(tx, { id, cipher: seal(dataKey, 'home-door', JSON.stringify(whole)) });
  return whole;
}

const insertDoor = statement<{ id: PersonId; cipher: Buffer }, never>({
  name: 'give-home-door',
  text: 'INSERT INTO home_door (resident_id, cipher) VALUES (:id, :cipher) ON CONFLICT DO NOTHING',
});

/** For who has none yet; of two who give one at once the first is kept. What is known afterwards. */
export async function giveFirstDoor(
  tx: Transaction,
  dataKey: Buffer,
  id: PersonId,
  door: string,
): Promise<string> {
  const whole: Door = { door, hint: null, atHomeFrom: null, atHomeTo: null };
  await insertDoor(tx, { id, cipher: seal(dataKey, 'home-door', JSON.stringify(whole)) });
  const kept = (await doorsOf(tx, dataKey, [id])).get(id);
  if (!kept) throw new Error('The door was not kept');
  return kept.door;
}
