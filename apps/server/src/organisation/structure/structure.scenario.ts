import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type AreaId, type Duty, personId, type Role, type Viewer } from '@linli/domain/access';
import { type PlainDate, plainDate } from '@linli/domain/base';
import type { ImportTemplate } from '@linli/domain/organisation/structure';
import { type Database, transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { newId } from '../../testing/index.js';
import { houseAuthor } from './author.js';
import { importAreas, type Imported } from './import-areas.js';

export const realFile = readFileSync(
  path.resolve(import.meta.dirname, '../../../../../packages/sample/data/divisions-411103.csv'),
  'utf8',
);
export const date = (text: string): PlainDate => plainDate.parse(text);

/** The words that the tests of the structure are written in. */
export function structureScenario(database: () => Database) {
  const imports = async (template: ImportTemplate, text: string, on: string): Promise<Imported | Refused> =>
    transaction(database(), (tx) =>
      importAreas(tx, houseAuthor('測試'), {
        template,
        text,
        effectiveOn: date(on),
        documentNumber: '漯政〔2026〕1號',
      }),
    );
  const areas = (rows: readonly string[], on = '2026-01-01') =>
    imports('AREAS', ['code,name,parentCode,kind,validFrom,validTo', ...rows].join('\n'), on);
  return {
    divisions: (text = realFile, on = '2024-01-01') => imports('DIVISIONS', text, on),
    areas,
    cadre: (areaId: AreaId | null, role: Role = 'DISTRICT_CADRE', more: Partial<Duty> = {}): Viewer => ({
      personId: newId(personId),
      face: 'CONSOLE',
      name: '李娜',
      duties: [{ role, areaId, organisationId: null, centreId: null, ...more }],
      caresFor: [],
    }),
    idOf: async (code: string): Promise<AreaId> => {
      const [row] = await database().query<{ id: AreaId }[]>('SELECT id FROM area WHERE code = $1', [code]);
      if (!row) throw new Error(`No area ${code}`);
      return row.id;
    },
  };
}

/** All that the tables of the structure hold, to see that a refusal left them alone. */
export async function everything(db: Database): Promise<unknown> {
  const tables = [
    'area',
    'area_version',
    'organisation',
    'organisation_version',
    'organisation_covers',
    'structure_change',
  ];
  return Promise.all(tables.map((table) => db.query(`SELECT * FROM ${table} ORDER BY id`)));
}

export function done<Result>(result: Result | Refused): Result {
  if (result instanceof Refused) throw new Error(`refused: ${result.code} ${JSON.stringify(result.details)}`);
  return result;
}
