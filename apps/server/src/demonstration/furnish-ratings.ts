import { type AreaId, type OrganisationId, personId, type Role, type Viewer } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import {
  modelSiteId,
  type RatingId,
  ratingId,
  type RatingTemplateId,
  standardCheckId,
} from '@linli/domain/organisation/ratings';
import { idOf } from '@linli/sample';
import {
  declareRating,
  grantRating,
  nameModelSite,
  noticeWasBefore,
  publishRating,
  ratingTemplates,
  recordStandardCheck,
  scoreRating,
} from '../organisation/ratings/index.js';
import type { Transaction } from '../platform/database/index.js';
import { orThrow } from './or-throw.js';

const DISTRICT = '411103';
const TOWN = '411103001';
const MOST = 5;

interface Places {
  readonly areaIds: ReadonlyMap<string, AreaId>;
  readonly organisationIds: ReadonlyMap<string, OrganisationId>;
}

/** Somebody of the demonstration's accounts, with the duty that they have. */
const cadre = (
  { areaIds }: Pick<Places, 'areaIds'>,
  [account, name, role, code]: readonly [string, string, Role, string],
): Viewer => ({
  ...{ personId: personId.parse(idOf(`account ${account}`)), face: 'CONSOLE', name, caresFor: [] },
  duties: [{ role, areaId: areaIds.get(code) ?? null, organisationId: null, centreId: null }],
});

const SECRETARIES = ['高建軍', '馮玉梅', '賀長河', '潘秀英', '盧國慶'];
/** Whoever leads the branch: they have no sign-in that is printed. */
const secretaryOf = (organisationId: OrganisationId, i: number): Viewer => ({
  ...{ personId: personId.parse(idOf(`secretary ${organisationId}`)), face: 'CONSOLE', caresFor: [] },
  name: SECRETARIES[i % SECRETARIES.length] ?? '',
  duties: [{ role: 'BRANCH_SECRETARY', areaId: null, organisationId, centreId: null }],
});

/** A few branches of the town whose cadre signs in, in the order of their codes. */
const sampleBranches = ({ organisationIds }: Places): OrganisationId[] =>
  [...organisationIds].flatMap(([key, id]) => (key.startsWith(`estate ${TOWN}`) ? [id] : [])).slice(0, MOST);

/** This year's ratings, each a step further than the one before; last year's with its stars; checks, a model site. */
export async function furnishRatings(tx: Transaction, places: Places, today: PlainDate): Promise<void> {
  const town = cadre(places, ['shabei.dangwu', '賈志紅', 'TOWN_CADRE', TOWN]);
  const district = cadre(places, ['qu.zuzhi', '段永強', 'DISTRICT_CADRE', DISTRICT]);
  const template = (await ratingTemplates(tx, {})).find(({ setKey }) => setKey === 'URBAN');
  if (!template) return;
  const criteria = template.stars.flatMap((star) => star.criteria);
  const scores = (least: number) =>
    criteria.map(({ id, points }, i) => ({ criterionId: id, points: i % 4 === least ? points - 1 : points }));
  const year = Number(today.slice(0, 4));
  const declare = async (
    secretary: Viewer,
    organisationId: OrganisationId,
    of: number,
  ): Promise<RatingId> => {
    const id = ratingId.parse(idOf(`rating ${organisationId} ${of}`));
    const templateId: RatingTemplateId = template.id;
    orThrow(await declareRating(tx, secretary, { id, organisationId, templateId, year: of }));
    return id;
  };
  const steps = [
    (id: RatingId, secretary: Viewer) => scoreRating('RATE_ITSELF')(tx, secretary, { id, scores: scores(0) }),
    (id: RatingId) => scoreRating('REVIEW')(tx, town, { id, scores: scores(1) }),
    (id: RatingId) => scoreRating('CONFIRM')(tx, district, { id, scores: scores(2) }),
    (id: RatingId) => publishRating(tx, district, { id, until: addDays(today, 9) }),
  ];
  for (const [i, organisationId] of sampleBranches(places).entries()) {
    const secretary = secretaryOf(organisationId, i);
    const id = await declare(secretary, organisationId, year);
    for (const step of steps.slice(0, i)) orThrow(await step(id, secretary));
    await checkStandard(tx, town, { organisationId, has: 3 + i, today });
  }
  const [first] = sampleBranches(places);
  if (!first) return;
  const secretary = secretaryOf(first, 0);
  const before = await declare(secretary, first, year - 1);
  for (const step of steps) orThrow(await step(before, secretary));
  await noticeWasBefore(tx, { id: before });
  orThrow(await grantRating(tx, district, { id: before, documentNumber: `郾組〔${year - 1}〕31號` }));
  orThrow(
    await nameModelSite(tx, district, {
      ...{ id: modelSiteId.parse(idOf(`model site ${first}`)), organisationId: first },
      ...{ title: '市級標桿示範點', documentNumber: `漯組〔${year}〕6號` },
      ...{ validFrom: addDays(today, -200), validUntil: addDays(today, 530) },
    }),
  );
}

const HAS = [
  'PLACE',
  'COMMITTEE',
  'MEETINGS',
  'RECORDS',
  'DUES',
  'SYSTEMS',
  'OPENNESS',
  'EQUIPMENT',
] as const;

/** What the town found three weeks ago. */
async function checkStandard(
  tx: Transaction,
  town: Viewer,
  { organisationId, has, today }: { organisationId: OrganisationId; has: number; today: PlainDate },
): Promise<void> {
  const id = standardCheckId.parse(idOf(`standard check ${organisationId}`));
  const [checkedOn, met] = [addDays(today, -20), HAS.slice(0, has)];
  orThrow(await recordStandardCheck(tx, town, { id, organisationId, checkedOn, met }));
}
