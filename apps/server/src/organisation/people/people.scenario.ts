import { type AreaId, areaId, type PersonId, personId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type { CareNeed } from '@linli/domain/organisation/people';
import type { Database } from '../../platform/database/index.js';
import { readEnvironment } from '../../platform/environment.js';
import { newId } from '../../testing/index.js';
import { CareNeedRecord, ResidentRecord, sealedPhone } from './index.js';

/** The key that the server of the tests has. */
export const testKey = (): Buffer => readEnvironment({ PORT: '0' }).dataKey;

interface Home {
  readonly id: AreaId;
  readonly lineage: readonly AreaId[];
}

/** The district of the tests, made when it is not there: a tree has one root. */
async function root(db: Database): Promise<Home> {
  const [known] = await db.query<Home[]>('SELECT id, lineage FROM area WHERE parent_id IS NULL');
  return known ?? insertArea(db, null, 'DISTRICT', '測試區');
}

async function insertArea(db: Database, parent: Home | null, kind: string, name: string): Promise<Home> {
  const id = newId(areaId);
  const lineage = [...(parent?.lineage ?? []), id];
  await db.query(
    `INSERT INTO area (id, code, kind, name, official_name, parent_id, lineage) VALUES ($1, $2, $3, $4, $4, $5, $6)`,
    [id, id, kind, name, parent?.id ?? null, lineage],
  );
  return { id, lineage };
}

/** An area under another one, or under the district. */
export const givenArea = async (
  db: Database,
  { kind = 'BUILDING', name = '一號樓', parent }: { kind?: string; name?: string; parent?: Home } = {},
): Promise<Home> => (kind === 'DISTRICT' ? root(db) : insertArea(db, parent ?? (await root(db)), kind, name));

interface Unlike {
  readonly id?: PersonId;
  readonly name?: string;
  readonly phone?: string;
  readonly birthDate?: string;
  readonly home?: Home;
  readonly careNeeds?: readonly CareNeed[];
}

/** A made-up resident of 75 or so. */
export async function givenResident(db: Database, unlike: Unlike = {}): Promise<PersonId> {
  const { id = newId(personId), name = '王桂蘭', phone, birthDate = '1950-05-01', careNeeds = [] } = unlike;
  const home = unlike.home ?? (await givenArea(db));
  await db.insert(ResidentRecord, {
    id,
    name,
    birthDate: birthDate as PlainDate,
    buildingId: home.id,
    ...sealedPhone(testKey(), phone),
  });
  for (const need of careNeeds) {
    await db.insert(CareNeedRecord, { residentId: id, need, validFrom: '2020-01-01' as PlainDate });
  }
  return id;
}
