import { z } from 'zod';
import { areaId, personId } from '../../access/index.js';
import { line, mobile, plainDate } from '../../base/index.js';
import { Allergen, CareNeed, Texture } from './needs.js';

/** The languages of the faces. */
export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;

export const residentName = line(40);

/** The client makes the id: sending the same resident again gives the same resident. */
export const registerResidentInput = z.object({
  id: personId,
  name: residentName,
  /** Null: no phone of their own; staff book for them. */
  phone: mobile.nullish(),
  birthDate: plainDate.refine((day) => day >= '1900-01-01'),
  buildingId: areaId,
  careNeeds: z.array(z.enum(CareNeed)).max(9),
  allergies: z.array(z.enum(Allergen)).max(9),
  texture: z.enum(Texture),
  /** As 2單元401: without it nobody can be visited at home. */
  door: line(60).nullish(),
});
export type RegisterResidentInput = z.infer<typeof registerResidentInput>;

export const savePreferencesInput = z.object({
  language: z.string().refine((tag) => LANGUAGES.some((known) => known === tag)),
  elderMode: z.boolean(),
  // Left out: as it is.
  smsNotices: z.boolean().nullish(),
  wechatNotices: z.boolean().nullish(),
  reminders: z.boolean().nullish(),
  mealReminders: z.boolean().nullish(),
});
export type SavePreferencesInput = z.infer<typeof savePreferencesInput>;

/** What the desk types or scans to find someone: part of a name, the last digits of a phone, all of it, or a paper card. */
export const residentSearch = line(60);
