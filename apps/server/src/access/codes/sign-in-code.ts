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

const hashOfCode = (dataKey: Buffer, phone: string, code: string): Buffer =>
  blindIndex(dataKey, 'sign-in-code', `${phone} ${code}`);

/**
 * Makes and sends a code. Everything but the sending is done for unknown phones too, so that neither the answer nor its
 * time tells who is a resident here.
 */
export async function sendSignInCode(
  { db, environment, caller }: Request,
  phone: string,
  isKnown: (db: Database, phoneIndex: Buffer) => Promise<boolean>,
): Promise<Refused | null> {
  const { dataKey } = environment;
  const seconds = await countTry(db, dataKey, limitsOf(phone, caller.address));
  if (seconds !== null) return new Refused('TOO_MANY_TRIES', { seconds });

  const code = String(randomInt(10 ** signInCodes.digits)).padStart(signInCodes.digits, '0');
  const phoneIndex = blindIndex(dataKey, 'phone-index', phone);
  const { lifetime, resendAfter } = signInCodes;
  const codeHash = hashOfCode(dataKey, phone, code);
  const [stored] = await storeCode(db, { phoneIndex, codeHash, lifetime, resendAfter });
  if (!stored) return new Refused('CODE_SENT_RECENTLY', { seconds: resendAfter });

  await senderOf(environment).send(db, { phone, text: messageWith(code) }, await isKnown(db, phoneIndex));
  if (Math.random() < 0.01) await forgetCodes(db, {});
  return null;
}

const messageWith = (code: string): string =>
  `【鄰里中心】登錄驗證碼 ${code}，5 分鐘內有效，請勿告訴他人。 Linli sign-in code ${code}, valid for 5 minutes.`;

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
export async function refusalToSignInCode(
  { db, environment, caller }: Request,
  phone: string,
  code: string,
): Promise<Refused | null> {
  const { dataKey } = environment;
  const { addressHour } = signInCodes.tryLimits;
  const seconds = await countTry(db, dataKey, [
    { name: 'code-try.address-hour', limit: addressHour, of: caller.address },
  ]);
  if (seconds !== null) return new Refused('TOO_MANY_TRIES', { seconds });

  const phoneIndex = blindIndex(dataKey, 'phone-index', phone);
  const [stored] = await countGuess(db, { phoneIndex });
  const refusal = await judge(db, phoneIndex, stored, hashOfCode(dataKey, phone, code));
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
