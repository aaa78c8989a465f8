import { randomInt, timingSafeEqual } from 'node:crypto';
import { type Limit, refusalToCode, signInCodes } from '@linli/domain/access';
import type { Refusal } from '@linli/domain/refusals';
import { type Database, statement } from '../../platform/database/index.js';
import { Refused, type Request } from '../../platform/graphql/index.js';
import { countTry } from '../limits/index.js';
import { blindIndex } from '../secrets/index.js';
import { senderOf } from './sms-sender.js';

interface Stored {
  readonly codeHash: Buffer;
  readonly tries: number;
  readonly expiresAt: Date;
  readonly now: Date;
}

// Two requests at once: the second finds a row that was sent just now, and changes nothing.
const storeCode = statement<
  { phoneIndex: Buffer; codeHash: Buffer; lifetime: number; resendAfter: number },
  { sentAt: Date }
>({
  name: 'store-sign-in-code',
  text: `
    INSERT INTO sign_in_code AS code (phone_index, code_hash, expires_at)
    VALUES (:phoneIndex, :codeHash, now() + make_interval(secs => :lifetime))
    ON CONFLICT (phone_index) DO UPDATE
      SET code_hash = excluded.code_hash, sent_at = now(), expires_at = excluded.expires_at, tries = 0
      WHERE code.sent_at <= now() - make_interval(secs => :resendAfter)
    RETURNING sent_at`,
});

// Counted and committed before anything is compared: a hundred guesses at once are a hundred tries.
const countGuess = statement<{ phoneIndex: Buffer }, Stored>({
  name: 'count-code-guess',
  text: `
    UPDATE sign_in_code SET tries = tries + 1 WHERE phone_index = :phoneIndex
    RETURNING code_hash, tries, expires_at, now()`,
});

// Whoever deletes it has used it: of two with the right code at once, one.
const useCode = statement<{ phoneIndex: Buffer; codeHash: Buffer }, { tries: number }>({
  name: 'use-sign-in-code',
  text: 'DELETE FROM sign_in_code WHERE phone_index = :phoneIndex AND code_hash = :codeHash RETURNING tries',
});

const forgetCodes = statement<object, never>({
  name: 'forget-sign-in-codes',
  text: `DELETE FROM sign_in_code WHERE expires_at < now() - interval '1 day'`,
});

/** What a code is for: one that was sent for another purpose opens nothing. */
interface Purpose {
  readonly row: (dataKey: Buffer, phone: string) => Buffer;
  readonly hash: (dataKey: Buffer, phone: string, code: string) => Buffer;
  readonly message: (code: string) => string;
}

const SIGN_IN: Purpose = {
  row: (dataKey, phone) => blindIndex(dataKey, 'phone-index', phone),
  hash: (dataKey, phone, code) => blindIndex(dataKey, 'sign-in-code', `${phone} ${code}`),
  message: (code) =>
    `【鄰里中心】登錄驗證碼 ${code}，5 分鐘內有效，請勿告訴他人。 Linli sign-in code ${code}, valid for 5 minutes.`,
};

const CARE: Purpose = {
  row: (dataKey, phone) => blindIndex(dataKey, 'care-code', phone),
  hash: (dataKey, phone, code) => blindIndex(dataKey, 'care-code', `${phone} ${code}`),
  message: (code) =>
    `【鄰里中心】照護授權驗證碼 ${code}，5 分鐘內有效。輸入後，別人可以代您辦事，不是您本人操作請勿告訴他人。 Linli care grant code ${code}, valid for 5 minutes.`,
};

export const sendSignInCode = (
  request: Request,
  phone: string,
  isKnown: (db: Database, phoneIndex: Buffer) => Promise<boolean>,
): Promise<Refused | null> => sendCode(request, SIGN_IN, phone, isKnown);

/** To somebody who is signed in, and wants to let another person act for them. */
export const sendCareCode = (request: Request, phone: string): Promise<Refused | null> =>
  sendCode(request, CARE, phone, () => Promise.resolve(true));

export const refusalToSignInCode = (request: Request, phone: string, code: string): Promise<Refused | null> =>
  refusalToGivenCode(request, SIGN_IN, phone, code);

export const refusalToCareCode = (request: Request, phone: string, code: string): Promise<Refused | null> =>
  refusalToGivenCode(request, CARE, phone, code);

/**
 * Makes and sends a code. Everything but the sending is done for unknown phones too, so that neither the answer nor its
 * time tells who is a resident here.
 */
async function sendCode(
  { db, environment, caller }: Request,
  purpose: Purpose,
  phone: string,
  isKnown: (db: Database, phoneIndex: Buffer) => Promise<boolean>,
): Promise<Refused | null> {
  const { dataKey } = environment;
  const seconds = await countTry(db, dataKey, limitsOf(phone, caller.address));
  if (seconds !== null) return new Refused('TOO_MANY_TRIES', { seconds });

  const code = String(randomInt(10 ** signInCodes.digits)).padStart(signInCodes.digits, '0');
  const phoneIndex = purpose.row(dataKey, phone);
  const { lifetime, resendAfter } = signInCodes;
  const codeHash = purpose.hash(dataKey, phone, code);
  const [stored] = await storeCode(db, { phoneIndex, codeHash, lifetime, resendAfter });
  if (!stored) return new Refused('CODE_SENT_RECENTLY', { seconds: resendAfter });

  await senderOf(environment).send(db, { phone, text: purpose.message(code) }, await isKnown(db, phoneIndex));
  if (Math.random() < 0.01) await forgetCodes(db, {});
  return null;
}

function limitsOf(phone: string, address: string) {
  const { phoneHour, phoneDay, addressHour, allHour } = signInCodes.limits;
  const limit = (name: string, each: Limit, of: string) => ({ name: `code.${name}`, limit: each, of });
  return [
    limit('phone-hour', phoneHour, phone),
    limit('phone-day', phoneDay, phone),
    limit('address-hour', addressHour, address),
    limit('all-hour', allHour, ''),
  ];
}

/** Null when the code is right, in time and used for the first time; afterwards it is gone. */
async function refusalToGivenCode(
  { db, environment, caller }: Request,
  purpose: Purpose,
  phone: string,
  code: string,
): Promise<Refused | null> {
  const { dataKey } = environment;
  const { addressHour } = signInCodes.tryLimits;
  const seconds = await countTry(db, dataKey, [
    { name: 'code-try.address-hour', limit: addressHour, of: caller.address },
  ]);
  if (seconds !== null) return new Refused('TOO_MANY_TRIES', { seconds });

  const phoneIndex = purpose.row(dataKey, phone);
  const [stored] = await countGuess(db, { phoneIndex });
  const refusal = await judge(db, phoneIndex, stored, purpose.hash(dataKey, phone, code));
  return refusal && new Refused(refusal);
}

async function judge(
  db: Database,
  phoneIndex: Buffer,
  stored: Stored | undefined,
  given: Buffer,
): Promise<Refusal | null> {
  // Never asked for, or used already: it is no more than a wrong guess.
  if (!stored) return 'CODE_WRONG';
  const refusal = refusalToCode({ ...stored, matches: timingSafeEqual(stored.codeHash, given) });
  if (refusal) return refusal;
  const used = await useCode(db, { phoneIndex, codeHash: stored.codeHash });
  return used.length === 1 ? null : 'CODE_WRONG';
}
