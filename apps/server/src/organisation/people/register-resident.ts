import type { AreaId, Target, Viewer } from '@linli/domain/access';
import {
  maskedName,
  maskedPhone,
  type RegisterResidentInput,
  type Texture,
} from '@linli/domain/organisation/people';
import { actorOf, recordAudit } from '../../access/audit/index.js';
import { blindIndex, seal, unseal } from '../../access/secrets/index.js';
import {
  type Database,
  isUniqueViolation,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { ResidentRecord } from './resident.entity.js';
import { residentsByIds } from './resident.queries.js';
import type { Resident } from './resident.type.js';

/** Where one can live. */
const HOMES = ['BUILDING', 'ESTATE', 'NATURAL_VILLAGE', 'COMPOUND', 'VILLAGE_GROUP'];

const homeWithin = statement<
  { id: AreaId; areas: readonly AreaId[]; kinds: readonly string[] },
  { id: AreaId }
>({
  name: 'home-within',
  text: `
    SELECT id FROM area
    WHERE id = :id AND lineage && :areas::uuid[] AND kind = ANY (:kinds)
      AND (now() AT TIME ZONE 'Asia/Shanghai')::date
        BETWEEN coalesce(valid_from, '-infinity') AND coalesce(valid_to, 'infinity')`,
});

interface NewResident extends Omit<RegisterResidentInput, 'phone' | 'careNeeds'>, SealedPhone {
  readonly texture: Texture;
}

const insertResident = statement<NewResident, never>({
  name: 'insert-resident',
  text: `
    INSERT INTO resident (id, name, birth_date, building_id, allergies, texture, phone_cipher, phone_index, phone_masked)
    VALUES (:id, :name, :birthDate, :buildingId, :allergies, :texture, :phoneCipher, :phoneIndex, :phoneMasked)`,
});

const insertNeeds = statement<Pick<RegisterResidentInput, 'id' | 'careNeeds'>, never>({
  name: 'insert-care-needs',
  text: `
    INSERT INTO care_need (resident_id, need, valid_from)
    SELECT :id, need, (now() AT TIME ZONE 'Asia/Shanghai')::date FROM unnest(:careNeeds::text[]) need
    ON CONFLICT DO NOTHING`,
});

export interface SealedPhone {
  readonly phoneCipher: Buffer | null;
  readonly phoneIndex: Buffer | null;
  readonly phoneMasked: string | null;
}

/** A phone as its row holds it. */
export const sealedPhone = (dataKey: Buffer, phone: string | null | undefined): SealedPhone =>
  phone === null || phone === undefined
    ? { phoneCipher: null, phoneIndex: null, phoneMasked: null }
    : {
        phoneCipher: seal(dataKey, 'phone', phone),
        phoneIndex: blindIndex(dataKey, 'phone-index', phone),
        phoneMasked: maskedPhone(phone),
      };

interface Desk {
  readonly dataKey: Buffer;
  readonly viewer: Viewer;
  /** Where the viewer may register residents: their areas, and those that their centres serve. */
  readonly areas: readonly AreaId[];
  /** Where the new resident is met: who registers one sees them whole. */
  readonly at: Target;
  /** What rooms above write down of them, in the same transaction. */
  readonly also?: (tx: Transaction) => Promise<void>;
}

export async function registerResident(
  db: Database,
  { dataKey, viewer, areas, at, also }: Desk,
  input: RegisterResidentInput,
): Promise<Resident | Refused> {
  const { id, buildingId, phone } = input;
  const [home] = await homeWithin(db, { id: buildingId, areas, kinds: HOMES });
  if (!home) throw notFound('building');

  const earlier = await db.findOne(ResidentRecord, { where: { id } });
  if (earlier && !isSame(dataKey, earlier, input)) return new Refused('CONFLICT');
  if (!earlier) {
    try {
      await transaction(db, async (tx) => {
        await insertResident(tx, { ...input, ...sealedPhone(dataKey, phone) });
        await insertNeeds(tx, input);
        await also?.(tx);
        await recordAudit(tx, registered(viewer, input));
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      // The id or the phone was taken meanwhile: the second look tells which.
      const winner = await db.findOne(ResidentRecord, { where: { id } });
      if (!winner) return new Refused('PHONE_TAKEN');
      if (!isSame(dataKey, winner, input)) return new Refused('CONFLICT');
    }
  }
  const [resident] = await residentsByIds(db, viewer, [{ id, at }]);
  if (!resident) throw notFound('resident');
  return resident;
}

const registered = (viewer: Viewer, { id, name, buildingId }: RegisterResidentInput) => ({
  actor: actorOf(viewer),
  action: 'RESIDENT_REGISTERED',
  subject: { kind: 'RESIDENT', id, name: maskedName(name) },
  places: { areaIds: [buildingId] },
});

const isSame = (dataKey: Buffer, row: ResidentRecord, input: RegisterResidentInput): boolean =>
  row.name === input.name &&
  row.birthDate === input.birthDate &&
  row.buildingId === input.buildingId &&
  (row.phoneCipher ? unseal(dataKey, 'phone', row.phoneCipher) : null) === (input.phone ?? null);
