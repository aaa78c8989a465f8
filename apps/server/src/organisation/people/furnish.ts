import type { AreaId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type { Allergen, CareNeed, Texture } from '@linli/domain/organisation/people';
import { statement, type Transaction } from '../../platform/database/index.js';
import { sealedPhone } from './register-resident.js';

// For filling an empty database with a whole district: many rows in each statement.

export interface ResidentToFurnish {
  readonly id: PersonId;
  readonly name: string;
  readonly birthDate: PlainDate;
  readonly buildingId: AreaId;
  readonly householdId: string;
  readonly phone: string | null;
  readonly allergies: readonly Allergen[];
  readonly texture: Texture;
  readonly elderMode: boolean;
  readonly careNeeds: readonly CareNeed[];
}

const insertResidents = statement<{ rows: string }, never>({
  name: 'furnish-residents',
  text: `
    INSERT INTO resident (id, name, birth_date, building_id, household_id, allergies, texture, phone_cipher, phone_index,
                          phone_masked, language, elder_mode)
    SELECT id, name, "birthDate", "buildingId", "householdId", allergies, texture, decode("phoneCipher", 'hex'),
           decode("phoneIndex", 'hex'), "phoneMasked", 'zh-Hant', "elderMode"
    FROM jsonb_to_recordset(:rows::jsonb) AS rows (
      id uuid, name text, "birthDate" date, "buildingId" uuid, "householdId" uuid, allergies text[], texture text,
      "phoneCipher" text, "phoneIndex" text, "phoneMasked" text, "elderMode" boolean)`,
});

const insertNeeds = statement<{ rows: string }, never>({
  name: 'furnish-care-needs',
  text: `
    INSERT INTO care_need (resident_id, need, valid_from)
    SELECT id, need, "validFrom" FROM jsonb_to_recordset(:rows::jsonb) AS rows (id uuid, need text, "validFrom" date)`,
});

/** Residents with their needs, which stand since `since`. Nobody's reach is asked: there is nobody yet. */
export async function furnishResidents(
  tx: Transaction,
  dataKey: Buffer,
  residents: readonly ResidentToFurnish[],
  since: PlainDate,
): Promise<void> {
  const rows = residents.map(({ phone, careNeeds: _, ...resident }) => {
    const { phoneCipher, phoneIndex, phoneMasked } = sealedPhone(dataKey, phone);
    const [cipher, index] = [phoneCipher?.toString('hex') ?? null, phoneIndex?.toString('hex') ?? null];
    return { ...resident, phoneCipher: cipher, phoneIndex: index, phoneMasked };
  });
  await insertResidents(tx, { rows: JSON.stringify(rows) });
  const needs = residents.flatMap(({ id, careNeeds }) =>
    careNeeds.map((need) => ({ id, need, validFrom: since })),
  );
  await insertNeeds(tx, { rows: JSON.stringify(needs) });
}
