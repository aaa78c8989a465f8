import { type CareScope, type PersonId, type Viewer } from '@linli/domain/access';
import { addDays, midnightOf, type PlainDate, plainDateOf } from '@linli/domain/base';
import {
  type CareEnder,
  type CareGrantId,
  CARER_TRIES,
  type CareWay,
  type ChangeCareInput,
  type GrantCareInput,
  refusalToCare,
  refusalToCareUntil,
  type RevokeCareInput,
} from '@linli/domain/organisation/care';
import type { Refusal } from '@linli/domain/refusals';
import { countTry } from '../../access/limits/index.js';
import { blindIndex } from '../../access/secrets/index.js';
import { type Database, isUniqueViolation, statement, transaction } from '../../platform/database/index.js';
import { Refused, type Request } from '../../platform/graphql/index.js';
import { auditCare } from './audit-care.js';
import type { CareGrant } from './care-grant.type.js';
import { careGrant, careGrantShown, type CareRow, elderWithin } from './care.queries.js';
import { refusalToProof, wayOf } from './prove.js';
import { tellOfCare } from './tell-of-care.js';

const carerNamed = statement<{ name: string; phoneIndex: Buffer }, { id: PersonId }>({
  name: 'carer-by-name-and-phone',
  text: 'SELECT id FROM resident WHERE phone_index = :phoneIndex AND name = :name',
});

const carersNow = statement<{ elderId: PersonId }, { carers: readonly PersonId[]; now: Date }>({
  name: 'carers-now',
  text: `
    SELECT now() AS now, ARRAY(
      SELECT carer_id FROM carer_grant WHERE elder_id = :elderId AND revoked_at IS NULL AND ends_at > now()
    ) AS carers`,
});

const endExpired = statement<{ elderId: PersonId; carerId: PersonId }, never>({
  name: 'end-expired-care-grant',
  text: `
    UPDATE carer_grant SET revoked_at = now(), ended_by = 'RENEWED'
    WHERE elder_id = :elderId AND carer_id = :carerId AND revoked_at IS NULL AND ends_at <= now()`,
});

interface NewGrant {
  readonly id: CareGrantId;
  readonly elderId: PersonId;
  readonly carerId: PersonId;
  readonly scopes: readonly CareScope[];
  readonly endsAt: Date;
  readonly way: CareWay;
}

const insertGrant = statement<NewGrant, never>({
  name: 'insert-care-grant',
  text: `
    INSERT INTO carer_grant (id, elder_id, carer_id, scopes, ends_at, way)
    VALUES (:id, :elderId, :carerId, :scopes::text[], :endsAt, :way)`,
});

const changeGrant = statement<Pick<NewGrant, 'id' | 'scopes' | 'endsAt' | 'way'>, { id: string }>({
  name: 'change-care-grant',
  text: `
    UPDATE carer_grant SET scopes = :scopes::text[], ends_at = :endsAt, way = :way
    WHERE id = :id AND revoked_at IS NULL RETURNING id`,
});

const endGrant = statement<{ id: CareGrantId; by: CareEnder }, { id: string }>({
  name: 'end-care-grant',
  text: `
    UPDATE carer_grant SET revoked_at = now(), ended_by = :by WHERE id = :id AND revoked_at IS NULL RETURNING id`,
});

// Two who grant at once: the second counts the first one's carer.
const lockElder = statement<{ id: PersonId }, never>({
  name: 'lock-elder',
  text: 'SELECT FROM resident WHERE id = :id FOR NO KEY UPDATE',
});

const grantNamed = statement<{ id: CareGrantId }, { id: string }>({
  name: 'care-grant-exists',
  text: 'SELECT id FROM carer_grant WHERE id = :id',
});

/** Midnight after the last day. */
const endOf = (until: PlainDate): Date => midnightOf(addDays(until, 1));

const isSame = (
  row: CareRow,
  { elderId, scopes, until }: Pick<GrantCareInput, 'elderId' | 'scopes' | 'until'>,
  carerId?: PersonId,
): boolean =>
  row.elderId === elderId &&
  row.carerId === carerId &&
  row.endsAt.getTime() === endOf(until).getTime() &&
  row.scopes.toSorted().join() === scopes.toSorted().join();

/** Somebody lets another resident, whom they name by name and phone, act for them. */
export async function grantCare(request: Request, input: GrantCareInput): Promise<CareGrant | Refused> {
  const { db, viewer, environment } = request;
  const { id, elderId, carerName, carerPhone, until } = input;
  const elder = await elderWithin(db, viewer, elderId);
  const limited = { name: 'care.carer', limit: CARER_TRIES, of: viewer.personId };
  const seconds = await countTry(db, environment.dataKey, [limited]);
  if (seconds !== null) return new Refused('TOO_MANY_TRIES', { seconds });
  const phoneIndex = blindIndex(environment.dataKey, 'phone-index', carerPhone);
  const [carer] = await carerNamed(db, { name: carerName, phoneIndex });
  const [earlier] = await grantNamed(db, { id });
  if (earlier) {
    const row = await careGrant(db, viewer, id);
    return isSame(row, input, carer?.id) ? careGrantShown(db, viewer, id) : new Refused('CONFLICT');
  }
  const look = async (at: Database): Promise<Refusal | null> => {
    const [{ carers, now } = { carers: [], now: new Date() }] = await carersNow(at, { elderId });
    return refusalToCare({ elderId, carerId: carer?.id, carers, until, today: plainDateOf(now) });
  };
  const refusal = await look(db);
  if (refusal || !carer) return new Refused(refusal ?? 'CARER_UNKNOWN');
  const unproven = await refusalToProof(request, elderId, input);
  if (unproven) return unproven;
  return once(() =>
    transaction(db, async (tx) => {
      await lockElder(tx, { id: elderId });
      // Again: meanwhile somebody else may have granted.
      const late = await look(tx);
      if (late) return new Refused(late);
      const granted = { ...input, carerId: carer.id, endsAt: endOf(until), way: wayOf(request) };
      await endExpired(tx, granted);
      await insertGrant(tx, granted);
      await auditCare(tx, viewer, 'CARE_GRANTED', { ...input, ...elder });
      await tellOfCare(tx, viewer, 'CARE_GRANTED', granted);
      return careGrantShown(tx, viewer, id);
    }),
  );
}

/** The same id twice at once: the second is no surprise. */
async function once(work: () => Promise<CareGrant | Refused>): Promise<CareGrant | Refused> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error)) return new Refused('CONFLICT');
    throw error;
  }
}

/** Longer, shorter, further or less far; what has expired comes to life again, what was taken back does not. */
export async function changeCare(request: Request, input: ChangeCareInput): Promise<CareGrant | Refused> {
  const { db, viewer } = request;
  const { id, scopes, until, reason } = input;
  const row = await careGrant(db, viewer, id);
  await elderWithin(db, viewer, row.elderId);
  if (row.revokedAt) return new Refused('CARE_ENDED');
  const refusal = refusalToCareUntil(until, plainDateOf(row.now));
  if (refusal) return new Refused(refusal);
  const unproven = await refusalToProof(request, row.elderId, input);
  if (unproven) return unproven;
  return transaction(db, async (tx) => {
    const changed = await changeGrant(tx, { id, scopes, endsAt: endOf(until), way: wayOf(request) });
    if (changed.length === 0) return new Refused('CARE_ENDED');
    await auditCare(tx, viewer, 'CARE_CHANGED', { ...told(row), scopes, until, reason });
    if (!isSame(row, { elderId: row.elderId, scopes, until }, row.carerId))
      await tellOfCare(tx, viewer, 'CARE_CHANGED', { ...row, scopes, endsAt: endOf(until) });
    return careGrantShown(tx, viewer, id);
  });
}

const told = ({ elderId, elderName: name, elderHome: home, carerName, scopes }: CareRow) => ({
  ...{ elderId, name, home, carerName, scopes },
});

const enderOf = ({ personId, face }: Viewer, { elderId }: CareRow): CareEnder => {
  if (face !== 'RESIDENT') return 'STAFF';
  return personId === elderId ? 'ELDER' : 'CARER';
};

/** At once, and for good: by whom it was granted, by the carer, or at the counter. Twice is once. */
export async function revokeCare(
  { db, viewer }: Request,
  { id, reason }: RevokeCareInput,
): Promise<CareGrant | Refused> {
  const row = await careGrant(db, viewer, id);
  const by = enderOf(viewer, row);
  if (by === 'STAFF' && !reason) return new Refused('CARE_NEEDS_REASON');
  return transaction(db, async (tx) => {
    const ended = await endGrant(tx, { id, by });
    const shown = await careGrantShown(tx, viewer, id);
    if (ended.length === 0) return shown;
    await auditCare(tx, viewer, 'CARE_REVOKED', { ...told(row), reason });
    await tellOfCare(tx, viewer, 'CARE_REVOKED', row);
    return shown;
  });
}
