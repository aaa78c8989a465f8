import { z } from 'zod';
import { line, mobile, plainDate } from '../base/index.js';
import { areaId, centreId, organisationId, personId, Role } from './viewer.js';

export const dutyId = z.uuidv7().brand<'DutyId'>();
export type DutyId = z.infer<typeof dutyId>;

/** The session of one browser. */
export const signInId = z.uuidv7().brand<'SignInId'>();
export type SignInId = z.infer<typeof signInId>;

/** What a cadre signs in as: small letters, digits, dot, dash and underscore. */
export const accountName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9._-]{3,32}$/);

// Long enough for a sentence, short enough that hashing it is no way to keep a server busy.
const password = z.string().min(1).max(200);
const sixDigits = z.string().regex(/^\d{6}$/);

export const requestSignInCodeInput = z.object({ phone: mobile });
export type RequestSignInCodeInput = z.infer<typeof requestSignInCodeInput>;

export const signInWithCodeInput = z.object({ phone: mobile, code: sixDigits });
export type SignInWithCodeInput = z.infer<typeof signInWithCodeInput>;

/** Any text may be tried as an account: what is none is answered as a wrong password is. */
export const signInWithPasswordInput = z.object({
  account: line(64).toLowerCase(),
  password,
  totp: sixDigits.nullish(),
});
export type SignInWithPasswordInput = z.infer<typeof signInWithPasswordInput>;

export const signOutInput = z.object({ everywhere: z.boolean() });
export type SignOutInput = z.infer<typeof signOutInput>;

export const revokeSessionInput = z.object({ id: signInId });
export type RevokeSessionInput = z.infer<typeof revokeSessionInput>;

export const changePasswordInput = z.object({ current: password, next: z.string().max(200) });
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

export const startTotpInput = z.object({ password });
export type StartTotpInput = z.infer<typeof startTotpInput>;

export const confirmTotpInput = z.object({ code: sixDigits });
export type ConfirmTotpInput = z.infer<typeof confirmTotpInput>;

export const stopTotpInput = z.object({ password });
export type StopTotpInput = z.infer<typeof stopTotpInput>;

const dutyPlace = {
  role: z.enum(Role),
  areaId: areaId.nullish(),
  organisationId: organisationId.nullish(),
  centreId: centreId.nullish(),
  /** The last day; null is until further notice. */
  to: plainDate.nullish(),
};

/** The client makes the ids: sending the same again changes nothing twice. */
export const createAccountInput = z.object({
  id: personId,
  account: accountName,
  name: line(40),
  ...dutyPlace,
});
export type CreateAccountInput = z.infer<typeof createAccountInput>;

export const grantDutyInput = z.object({ id: dutyId, accountId: personId, ...dutyPlace });
export type GrantDutyInput = z.infer<typeof grantDutyInput>;

export const endDutyInput = z.object({ id: dutyId });
export type EndDutyInput = z.infer<typeof endDutyInput>;

export const resetPasswordInput = z.object({ id: personId });
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>;

const reason = line(200);

/** Enabling again needs no reason. */
export const setAccountDisabledInput = z
  .object({ id: personId, disabled: z.boolean(), reason: z.string().max(200) })
  .refine((input) => (!input.disabled && input.reason === '') || reason.safeParse(input.reason).success, {
    path: ['reason'],
  });
export type SetAccountDisabledInput = z.infer<typeof setAccountDisabledInput>;
