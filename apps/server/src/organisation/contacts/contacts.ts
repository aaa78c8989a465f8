import { type PersonId, type Reach, reachOf, type Viewer } from '@linli/domain/access';
import type { ContactRelation, SaveEmergencyContactsInput } from '@linli/domain/organisation/contacts';
import { maskedName, maskedPhone } from '@linli/domain/organisation/people';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import { seal, unseal } from '../../access/secrets/index.js';
import {
  type Database,
  statement,
  type Transaction,
  transaction,
  withinReach,
} from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import type { EmergencyContact, EmergencyContacts } from './contact.type.js';

const residentWithinReach = statement<Reach & { id: PersonId }, { name: string }>({
  name: 'contacts-of-resident-within-reach',
  text: `
    SELECT resident.name FROM resident LEFT JOIN area home ON home.id = resident.building_id
    WHERE resident.id = :id AND ${withinReach({ person: 'resident.id', areaLineage: 'home.lineage' })}`,
});

const contactsOf = statement<{ id: PersonId }, EmergencyContact>({
  name: 'emergency-contacts',
  text: `
    SELECT rank, name_masked AS name, relation, phone_masked AS phone
    FROM emergency_contact WHERE resident_id = :id ORDER BY rank`,
});

const forgetContacts = statement<{ id: PersonId }, never>({
  name: 'forget-emergency-contacts',
  text: 'DELETE FROM emergency_contact WHERE resident_id = :id',
});

interface Row {
  readonly id: PersonId;
  readonly rank: number;
  readonly nameCipher: Buffer;
  readonly nameMasked: string;
  readonly relation: ContactRelation;
  readonly phoneCipher: Buffer;
  readonly phoneMasked: string;
}

const insertContact = statement<Row, never>({
  name: 'insert-emergency-contact',
  text: `
    INSERT INTO emergency_contact (resident_id, rank, name_cipher, name_masked, relation, phone_cipher, phone_masked)
    VALUES (:id, :rank, :nameCipher, :nameMasked, :relation, :phoneCipher, :phoneMasked)`,
});

// Two who write the same list one after the other: the later one stands whole.
const lockResident = statement<{ id: PersonId }, never>({
  name: 'lock-resident',
  text: 'SELECT FROM resident WHERE id = :id FOR NO KEY UPDATE',
});

/** The resident, when the viewer may keep what their carers must know; otherwise there is none. */
export async function reached(
  db: Database,
  viewer: Viewer,
  id: PersonId,
): Promise<{ readonly name: string }> {
  const [resident] = await residentWithinReach(db, { id, ...reachOf(viewer, 'KEEP_CONTACTS') });
  if (!resident) throw notFound('resident');
  return resident;
}

export async function emergencyContacts(
  db: Database,
  viewer: Viewer,
  id: PersonId,
): Promise<EmergencyContacts> {
  await reached(db, viewer, id);
  return { contacts: await contactsOf(db, { id }) };
}

/** The whole list anew. */
export const saveEmergencyContacts = (
  db: Database,
  { viewer, dataKey }: { readonly viewer: Viewer; readonly dataKey: Buffer },
  { residentId: id, contacts }: SaveEmergencyContactsInput,
): Promise<EmergencyContacts> =>
  transaction(db, async (tx) => {
    const { name } = await reached(tx, viewer, id);
    await lockResident(tx, { id });
    await writeContacts(tx, dataKey, id, contacts);
    const saved = { contacts: await contactsOf(tx, { id }) };
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: 'EMERGENCY_CONTACTS_SAVED',
      subject: { kind: 'RESIDENT', id, name: maskedName(name) },
      detail: { count: contacts.length },
      places: placesOf(viewer),
    });
    return saved;
  });

export async function writeContacts(
  tx: Transaction,
  dataKey: Buffer,
  id: PersonId,
  contacts: SaveEmergencyContactsInput['contacts'],
): Promise<void> {
  await forgetContacts(tx, { id });
  for (const [i, { name, relation, phone }] of contacts.entries()) {
    await insertContact(tx, {
      ...{ id, relation, rank: i + 1 },
      nameCipher: seal(dataKey, 'contact', name),
      nameMasked: maskedName(name),
      phoneCipher: seal(dataKey, 'contact', phone),
      phoneMasked: maskedPhone(phone),
    });
  }
}

const firstContact = statement<
  { id: PersonId },
  { nameCipher: Buffer; phoneCipher: Buffer; relation: ContactRelation }
>({
  name: 'first-emergency-contact',
  text: `
    SELECT name_cipher, phone_cipher, relation FROM emergency_contact
    WHERE resident_id = :id ORDER BY rank LIMIT 1`,
});

export interface ContactToCall {
  readonly name: string;
  readonly phone: string;
  readonly relation: ContactRelation;
}

/** In the clear: whoever asks has the right to, and puts it on record. */
export async function contactToCall(
  db: Database,
  dataKey: Buffer,
  id: PersonId,
): Promise<ContactToCall | undefined> {
  const [row] = await firstContact(db, { id });
  return (
    row && {
      relation: row.relation,
      name: unseal(dataKey, 'contact', row.nameCipher),
      phone: unseal(dataKey, 'contact', row.phoneCipher),
    }
  );
}
