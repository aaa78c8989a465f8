export {
  type ContactId,
  contactId,
  ContactRelation,
  CONTACTS_AT_MOST,
  type GiveDoorInput,
  giveDoorInput,
  type SaveEmergencyContactsInput,
  saveEmergencyContactsInput,
  type SaveHomeDoorInput,
  saveHomeDoorInput,
} from './contacts.js';
