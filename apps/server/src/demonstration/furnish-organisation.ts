import { readFileSync } from 'node:fs';
import type { AreaId, OrganisationId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type { ImportTemplate, OrganisationKind } from '@linli/domain/organisation/structure';
import {
  areasCsv,
  divisionsFile,
  idOf,
  type SampleEstate,
  sampleGrids,
  type SampleOrganisation,
  sampleOrganisations,
  sampleTwoNewUnits,
} from '@linli/sample';
import {
  areaIdsByCode,
  houseAuthor,
  importAreas,
  recordTwoNewUnits,
  setUpOrganisations,
} from '../organisation/structure/index.js';
import { statement, type Transaction } from '../platform/database/index.js';
import { Refused } from '../platform/graphql/index.js';

const areaNames = statement<object, { code: string; name: string }>({
  name: 'sample-area-names',
  text: 'SELECT code, name FROM area',
});

const ESTATE_CODE = 15;
const author = houseAuthor('示範數據');

/** The real divisions through the import that any district uses, then made-up estates, organisations and units. */
export async function furnishTrees(
  tx: Transaction,
  estates: readonly SampleEstate[],
  today: PlainDate,
): Promise<{ areaIds: Map<string, AreaId>; organisationIds: Map<string, OrganisationId> }> {
  await importFile(tx, 'DIVISIONS', readFileSync(divisionsFile, 'utf8'), today);
  await importFile(tx, 'AREAS', areasCsv(estates, sampleGrids()), today);
  const areaIds = await areaIdsByCode(tx);
  const names = new Map((await areaNames(tx, {})).map(({ code, name }) => [code, name]));

  const organisations = sampleOrganisations(today, estates);
  const idOfKey = (key: string) => idOf(`organisation ${key}`) as OrganisationId;
  await setUpOrganisations(
    tx,
    author,
    organisations.map((organisation) => ({
      id: idOfKey(organisation.key),
      parentId: organisation.parentKey === null ? null : idOfKey(organisation.parentKey),
      kind: organisation.kind as OrganisationKind,
      name: nameOf(organisation, names),
      setUpOn: organisation.setUpOn,
      documentNumber: organisation.documentNumber,
      covers: organisation.covers.flatMap((code) => areaIds.get(code) ?? []),
    })),
  );
  await recordTwoNewUnits(
    tx,
    sampleTwoNewUnits(today).flatMap(({ areaCode, ...unit }) => {
      const areaId = areaIds.get(areaCode);
      return areaId === undefined ? [] : [{ ...unit, areaId, organisationId: null }];
    }),
  );
  return { areaIds, organisationIds: new Map(organisations.map(({ key }) => [key, idOfKey(key)])) };
}

async function importFile(
  tx: Transaction,
  template: ImportTemplate,
  text: string,
  effectiveOn: PlainDate,
): Promise<void> {
  const result = await importAreas(tx, author, { template, text, effectiveOn, documentNumber: null });
  if (result instanceof Refused) throw new Error(`The sample file was refused: ${result.code}`);
  const [problem] = result.problems;
  if (problem) throw new Error(`The sample file, row ${problem.row}, ${problem.column}: ${problem.code}`);
}

/** 嵩山路社區居民委員會 has the party committee 嵩山路社區黨委; 李村村民委員會 has the branch 李村黨支部. */
function nameOf({ areaCode, name, kind }: SampleOrganisation, names: ReadonlyMap<string, string>): string {
  if (areaCode === null) return name;
  const area = (names.get(areaCode) ?? '').replace(/(居民|村民)委員會$/, '');
  if (kind === 'VILLAGE_BRANCH') return `${area.endsWith('村') ? area : `${area}村`}${name}`;
  if (kind === 'COMMUNITY_COMMITTEE') return `${area.endsWith('社區') ? area : `${area}社區`}${name}`;
  if (kind === 'ESTATE_BRANCH') return `${area}${/(小區|家屬院|院)$/.test(area) ? '' : '小區'}${name}`;
  // 3號樓 alone is in every estate.
  if (kind === 'BUILDING_GROUP') return `${names.get(areaCode.slice(0, ESTATE_CODE)) ?? ''}${area}${name}`;
  return `${area}${name}`;
}
