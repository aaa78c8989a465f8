import { type AreaId, type PersonId, personId } from '@linli/domain/access';
import { mobile } from '@linli/domain/base';
import { type Database, statement } from '../../platform/database/index.js';
import { blindIndex, unseal } from '../../access/secrets/index.js';
import { homeOfResident } from './resident.queries.js';

const MOST = 20;
/** The QR code of a paper card: for whom it is, and nothing else. */
const CARD = /^\s*person:([0-9a-f-]{36})\s*$/i;

interface Search {
  /** What a paper card holds, part of a name in either script, the last three or more digits of a phone, or all of it. */
  readonly text: string;
  /** Only residents whose home lies in this area. */
  readonly areaId: AreaId;
}

const byName = statement<{ areaId: AreaId; text: string }, { id: PersonId }>({
  name: 'residents-by-name',
  text: `
    SELECT resident.id
    FROM ${homeOfResident}
    WHERE home.lineage @> ARRAY[:areaId::uuid] AND strpos(resident.folded, (SELECT fold_han(:text))) > 0
    ORDER BY NOT starts_with(resident.folded, (SELECT fold_han(:text))), resident.name, resident.id
    LIMIT ${MOST}`,
});

const byCard = statement<{ areaId: AreaId; id: PersonId }, { id: PersonId }>({
  name: 'resident-by-card',
  text: `
    SELECT resident.id
    FROM ${homeOfResident}
    WHERE home.lineage @> ARRAY[:areaId::uuid] AND resident.id = :id`,
});

const byPhone = statement<{ areaId: AreaId; phoneIndex: Buffer }, { id: PersonId }>({
  name: 'residents-by-phone',
  text: `
    SELECT resident.id
    FROM ${homeOfResident}
    WHERE home.lineage @> ARRAY[:areaId::uuid] AND phone_index = :phoneIndex`,
});

// The masked form keeps four digits: what is longer is compared after opening the few that end so.
const byLastDigits = statement<{ areaId: AreaId; digits: string }, { id: PersonId; phoneCipher: Buffer }>({
  name: 'residents-by-last-digits',
  text: `
    SELECT resident.id, phone_cipher
    FROM ${homeOfResident}
    WHERE home.lineage @> ARRAY[:areaId::uuid] AND right(phone_masked, length(:digits)) = :digits
    ORDER BY resident.name, resident.id`,
});

const KEPT_DIGITS = 4;
const FEWEST_DIGITS = 3;

/** At most 20 residents of the area whom the text may mean. It says nothing of who may see them. */
export async function residentsLike(
  db: Database,
  dataKey: Buffer,
  { text, areaId }: Search,
): Promise<PersonId[]> {
  const { data: id } = personId.safeParse(CARD.exec(text)?.[1]?.toLowerCase());
  if (id !== undefined) return (await byCard(db, { areaId, id })).map((each) => each.id);
  const digits = text.replace(/[\s-]/g, '');
  if (/^\+?\d+$/.test(digits)) return residentsWithPhone(db, dataKey, { text: digits, areaId });
  return (await byName(db, { areaId, text })).map(({ id }) => id);
}

async function residentsWithPhone(
  db: Database,
  dataKey: Buffer,
  { text, areaId }: Search,
): Promise<PersonId[]> {
  const { data: whole } = mobile.safeParse(text);
  if (whole !== undefined) {
    const found = await byPhone(db, { areaId, phoneIndex: blindIndex(dataKey, 'phone-index', whole) });
    return found.map(({ id }) => id);
  }
  if (text.length < FEWEST_DIGITS) return [];
  const candidates = await byLastDigits(db, { areaId, digits: text.slice(-KEPT_DIGITS) });
  return candidates
    .filter(({ phoneCipher }) => unseal(dataKey, 'phone', phoneCipher).endsWith(text))
    .slice(0, MOST)
    .map(({ id }) => id);
}
