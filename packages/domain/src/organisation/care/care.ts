import { CareScope, type PersonId, personId } from '../../access/index.js';
import { addDays, type EnumOf, enumOf, line, mobile, type PlainDate, plainDate } from '../../base/index.js';
import type { Refusal } from '../../refusals/index.js';
import { residentName } from '../people/index.js';
import { z } from 'zod';

/** A grant ends at the latest after a year: whoever still wants it says so again. */
export const CARE_DAYS_AT_MOST = 366;
export const CARERS_AT_MOST = 5;
/** Looking for a carer by name and phone must not tell who lives here. */
export const CARER_TRIES = { most: 20, seconds: 60 * 60 } as const;

/** In force; over by itself, and to be prolonged; taken back or given up. */
export const CareState = enumOf('ACTIVE', 'EXPIRED', 'ENDED');
export type CareState = EnumOf<typeof CareState>;

/** With a code from the elder's own phone, or at the counter with the reason on record. */
export const CareWay = enumOf('CODE', 'COUNTER');
export type CareWay = EnumOf<typeof CareWay>;

/** Who ended it; `RENEWED`: a later grant of the same pair took its place. */
export const CareEnder = enumOf('ELDER', 'CARER', 'STAFF', 'RENEWED');
export type CareEnder = EnumOf<typeof CareEnder>;

export const careGrantId = z.uuidv7().brand<'CareGrantId'>();
export type CareGrantId = z.infer<typeof careGrantId>;

/** The elder proves it with a code, staff say why. */
const proof = {
  code: z
    .string()
    .regex(/^\d{6}$/)
    .nullish(),
  reason: line(200).nullish(),
};
const extent = {
  scopes: z
    .array(z.enum(CareScope))
    .min(1)
    .max(3)
    .refine((scopes) => new Set(scopes).size === scopes.length),
  /** The last day. */
  until: plainDate,
};

export const requestCareCodeInput = z.object({ elderId: personId });
export type RequestCareCodeInput = z.infer<typeof requestCareCodeInput>;

/** The client makes the id: sending the same again changes nothing twice. */
export const grantCareInput = z.object({
  id: careGrantId,
  elderId: personId,
  carerName: residentName,
  carerPhone: mobile,
  ...extent,
  ...proof,
});
export type GrantCareInput = z.infer<typeof grantCareInput>;

export const changeCareInput = z.object({ id: careGrantId, ...extent, ...proof });
export type ChangeCareInput = z.infer<typeof changeCareInput>;

export const revokeCareInput = z.object({ id: careGrantId, reason: proof.reason });
export type RevokeCareInput = z.infer<typeof revokeCareInput>;

export function careStateOf(
  { endsAt, revokedAt }: { readonly endsAt: Date; readonly revokedAt: Date | null },
  now: Date,
): CareState {
  if (revokedAt) return 'ENDED';
  return endsAt > now ? 'ACTIVE' : 'EXPIRED';
}

/** From tomorrow to a year from now: what ends today is no grant. */
export const refusalToCareUntil = (until: PlainDate, today: PlainDate): Refusal | null =>
  until <= today || until > addDays(today, CARE_DAYS_AT_MOST) ? 'CARE_DATE_WRONG' : null;

export interface CareWish {
  readonly elderId: PersonId;
  /** Undefined: nobody here has that name and phone. */
  readonly carerId: PersonId | undefined;
  /** Those whose grants are in force now. */
  readonly carers: readonly PersonId[];
  readonly until: PlainDate;
  readonly today: PlainDate;
}

export function refusalToCare({ elderId, carerId, carers, until, today }: CareWish): Refusal | null {
  if (carerId === undefined) return 'CARER_UNKNOWN';
  if (carerId === elderId) return 'CARE_OF_ONESELF';
  if (carers.includes(carerId)) return 'CARE_GRANTED_ALREADY';
  if (carers.length >= CARERS_AT_MOST) return 'CARERS_TOO_MANY';
  return refusalToCareUntil(until, today);
}
