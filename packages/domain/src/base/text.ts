import { z } from 'zod';

// Control characters, and the marks that turn the direction of text: neither belongs in a name, both hide things.
// eslint-disable-next-line no-control-regex
const HOSTILE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/;

/** One line of text for people: trimmed, normalised (NFC), not empty, at most `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !HOSTILE.test(text), { message: 'FORBIDDEN_CHARACTER' })
    .overwrite((text) => text.normalize('NFC'));

/** Several lines for people: as one line, but it may be broken. */
export const paragraphs = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !HOSTILE.test(text.replaceAll('\n', '')), { message: 'FORBIDDEN_CHARACTER' })
    .overwrite((text) => text.normalize('NFC'));

/** What is typed to look for something: a line, or nothing yet. */
export const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !HOSTILE.test(text), { message: 'FORBIDDEN_CHARACTER' });

/** Mainland mobile or landline number as people write it; digits only afterwards. */
export const phone = z
  .string()
  .overwrite((text) => text.replace(/[\s-]/g, ''))
  .regex(/^(1[3-9]\d{9}|0\d{9,11})$/);

/** A mobile number: what a one-time code can be sent to. */
export const mobile = z
  .string()
  .overwrite((text) => text.replace(/[\s-]/g, '').replace(/^(\+?86)(?=1)/, ''))
  .regex(/^1[3-9]\d{9}$/);

/** Money in 分, never negative. */
export const fen = z.int().min(0).max(100_000_000);

/** A time of day in China, 00:00 to 23:59. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
