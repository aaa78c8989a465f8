import type { BoundedContext } from '../../platform/bounded-context.js';
import { Contacts1763800002200 } from './contacts.migration.js';
import { ContactIds1763800002210 } from './contact-ids.migration.js';
import { ContactsResolver } from './contacts.resolver.js';

export { type ContactToCall, contactToCall, writeContacts } from './contacts.js';
export { type Door, doorsOf, giveFirstDoor, writeDoor } from './home-door.js';

/** 緊急聯繫人 Whom to call when somebody does not open the door. */
export const contacts: BoundedContext = {
  entities: [],
  migrations: [Contacts1763800002200, ContactIds1763800002210],
  resolvers: [ContactsResolver],
};
