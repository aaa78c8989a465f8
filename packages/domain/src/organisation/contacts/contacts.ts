import { z } from 'zod';
import { centreId, personId } from '../../access/index.js';
import { type EnumOf, enumOf, line, phone, timeOfDay } from '../../base/index.js';
import { residentName } from '../people/index.js';

/** 配偶, 子女, 兄弟姐妹, 其他親屬, 鄰居, 其他. */
export const ContactRelation = enumOf('SPOUSE', 'CHILD', 'SIBLING', 'RELATIVE', 'NEIGHBOUR', 'OTHER');
export type ContactRelation = EnumOf<typeof ContactRelation>;

/** Whom to call when somebody does not open the door. */
export const CONTACTS_AT_MOST = 3;

export const contactId = z.uuidv7().brand<'ContactId'>();
export type ContactId = z.infer<typeof contactId>;

/**
 * All of a resident's emergency contacts, the first to be called first: what is not in the list is forgotten. Names and
 * numbers are read masked: one that is known already stays as it is when it comes without them.
 */
export const saveEmergencyContactsInput = z.object({
  residentId: personId,
  contacts: z
    .array(
      z.object({
        id: contactId,
        name: residentName.nullish(),
        relation: z.enum(ContactRelation),
        phone: phone.nullish(),
      }),
    )
    .max(CONTACTS_AT_MOST)
    .refine((contacts) => new Set(contacts.map(({ id }) => id)).size === contacts.length, {
      message: 'TWICE',
    }),
});
export type SaveEmergencyContactsInput = z.infer<typeof saveEmergencyContactsInput>;

/**
 * 門牌 Where in the building, and what whoever comes must know. Bound to the hours in which somebody is at home, HH:MM in
 * China; without them any time is right.
 */
export const saveHomeDoorInput = z
  .object({
    residentId: personId,
    /** As 2單元401. */
    door: line(60),
    hint: line(120).nullish(),
    atHomeFrom: timeOfDay.nullish(),
    atHomeTo: timeOfDay.nullish(),
  })
  .refine(({ atHomeFrom, atHomeTo }) => !atHomeFrom || !atHomeTo || atHomeFrom < atHomeTo, {
    path: ['atHomeTo'],
    message: 'NOT_AFTER_FROM',
  });
export type SaveHomeDoorInput = z.infer<typeof saveHomeDoorInput>;

/** At the desk: a door for who has none yet. One that is known is changed by those who live behind it. */
export const giveDoorInput = z.object({ residentId: personId, centreId, door: line(60) });
export type GiveDoorInput = z.infer<typeof giveDoorInput>;
