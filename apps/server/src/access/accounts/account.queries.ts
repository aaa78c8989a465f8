import { actionsOf, type PersonId, type Viewer } from '@linli/domain/access';
import { type Database, statement } from '../../platform/database/index.js';
import type { Duty, Me } from './me.type.js';

export interface AccountRow {
  readonly id: PersonId;
  readonly account: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  readonly totpSecret: Buffer | null;
  readonly totpPending: Buffer | null;
  readonly totpConfirmed: boolean;
  readonly disabledAt: Date | null;
  readonly phoneMasked: string | null;
  /** The database's clock, in seconds: it decides which one-time password is the present one. */
  readonly epoch: number;
}

const COLUMNS = `id, account, name, password_hash, must_change_password, totp_secret, totp_pending, totp_confirmed,
  disabled_at, phone_masked, extract(epoch FROM clock_timestamp())::float8 AS epoch`;

const selectByName = statement<{ account: string }, AccountRow>({
  name: 'account-by-name',
  text: `SELECT ${COLUMNS} FROM account WHERE account = :account`,
});

const selectById = statement<{ id: PersonId }, AccountRow>({
  name: 'account-by-id',
  text: `SELECT ${COLUMNS} FROM account WHERE id = :id`,
});

export const accountByName = async (db: Database, account: string): Promise<AccountRow | undefined> =>
  (await selectByName(db, { account }))[0];

export const accountById = async (db: Database, id: PersonId): Promise<AccountRow | undefined> =>
  (await selectById(db, { id }))[0];

const selectDuties = statement<{ ids: readonly string[] }, Duty>({
  name: 'duties-of-accounts',
  text: `
    SELECT id, account_id, role, area_id, organisation_id, centre_id, valid_from AS "from", valid_to AS "to"
    FROM duty
    WHERE account_id = ANY (:ids::uuid[]) AND ended_at IS NULL
      AND (valid_to IS NULL OR valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date)
    ORDER BY valid_from, id`,
});

/** The duties in force or to come, of all these accounts in one statement. */
export const dutiesOf = (db: Database, ids: readonly string[]): Promise<Duty[]> => selectDuties(db, { ids });

// A screen has no account: where it stands is written in its session.
const selectScreenDuty = statement<{ id: string }, Duty>({
  name: 'duty-of-screen',
  text: `
    SELECT id, person_id AS account_id, 'SCREEN' AS role, area_id, NULL::uuid AS organisation_id, centre_id,
      (signed_in_at AT TIME ZONE 'Asia/Shanghai')::date AS "from", NULL::date AS "to"
    FROM sign_in WHERE person_id = :id AND face = 'SCREEN' AND ends_at > now()
    ORDER BY signed_in_at DESC LIMIT 1`,
});

const dutiesOfViewer = (db: Database, { face, personId }: Viewer): Promise<Duty[]> | Duty[] => {
  if (face === 'RESIDENT') return [];
  return face === 'SCREEN' ? selectScreenDuty(db, { id: personId }) : dutiesOf(db, [personId]);
};

/** The viewer as they see themselves. */
export async function meOf(db: Database, viewer: Viewer): Promise<Me> {
  const { personId, face, name } = viewer;
  const row = face === 'CONSOLE' ? await accountById(db, personId) : undefined;
  return {
    id: personId,
    face,
    name: row?.name ?? name,
    account: row?.account ?? null,
    phoneMasked: row?.phoneMasked ?? null,
    totpOn: row?.totpConfirmed ?? false,
    mustChangePassword: row?.mustChangePassword ?? false,
    duties: await dutiesOfViewer(db, viewer),
    actions: actionsOf(viewer),
  };
}
