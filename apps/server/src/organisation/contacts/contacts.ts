import { type PersonId, type Reach, reachOf, type Viewer } from '@linli/domain/access';
import type {
  ContactId,
  ContactRelation,
  SaveEmergencyContactsInput,
} from '@linli/domain/organisation/contacts';
import { maskedName, maskedPhone } from '@linli/domain/organisation/people';
import { Refusal } from '@linli/domain/refusals';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import { seal, unseal } from '../../access/secrets/index.js';
import {
  type Database,
  statement,
  type Transaction,
  transaction,
  withinReach,
} from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
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
    SELECT id, rank, name_masked AS name, relation, phone_masked AS phone
    FROM emergency_contact WHERE resident_id = :id ORDER BY rank`,
});

type Kept = Pick<Row, 'contactId' | 'nameCipher' | 'nameMasked' | 'phoneCipher' | 'phoneMasked'>;

const keptContacts = statement<{ id: PersonId }, Kept>({
  name: 'kept-emergency-contacts',
  text: `
    SELECT id AS contact_id, name_cipher, name_masked, phone_cipher, phone_masked
    FROM emergency_contact WHERE resident_id = :id`,
});

const forgetContacts = statement<{ id: PersonId }, never>({
  name: 'forget-emergency-contacts',
  text: 'DELETE FROM emergency_contact WHERE resident_id = :id',
});

interface Row {
  readonly id: PersonId;
  readonly contactId: ContactId;
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
    INSERT INTO emergency_contact
      (id, resident_id, rank, name_cipher, name_masked, relation, phone_cipher, phone_masked)
    VALUES (:contactId, :id, :rank, :nameCipher, :nameMasked, :relation, :phoneCipher, :phoneMasked)`,
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
): Promise<EmergencyContacts | Refused> =>
  transaction(db, async (tx) => {
    const { name } = await reached(tx, viewer, id);
    await lockResident(tx, { id });
    if (!(await writeContacts(tx, dataKey, id, contacts))) return new Refused(Refusal.CONTACTS_CHANGED);
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

const named = (dataKey: Buffer, name: string) => ({
  nameCipher: seal(dataKey, 'contact', name),
  nameMasked: maskedName(name),
});
const reachable = (dataKey: Buffer, phone: string) => ({
  phoneCipher: seal(dataKey, 'contact', phone),
  phoneMasked: maskedPhone(phone),
});

const whoseOf = ({ nameCipher, nameMasked }: Kept) => ({ nameCipher, nameMasked });
const numberOf = ({ phoneCipher, phoneMasked }: Kept) => ({ phoneCipher, phoneMasked });

/** The whole list; nothing, and false, when one is to stay that is not there any more. */
export async function writeContacts(
  tx: Transaction,
  dataKey: Buffer,
  id: PersonId,
  contacts: SaveEmergencyContactsInput['contacts'],
): Promise<boolean> {
  const before = await keptContacts(tx, { id });
  const rows = contacts.flatMap(({ id: contactId, name, relation, phone }, i): Row[] => {
    const kept = before.find((each) => each.contactId === contactId);
    const whose = name ? named(dataKey, name) : kept && whoseOf(kept);
    const number = phone ? reachable(dataKey, phone) : kept && numberOf(kept);
    return whose && number ? [{ id, contactId, relation, rank: i + 1, ...whose, ...number }] : [];
  });
  if (rows.length < contacts.length) return false;
  await forgetContacts(tx, { id });
  for (const row of rows) await insertContact(tx, row);
  return true;
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
