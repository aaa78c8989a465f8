import type { AreaId, OrganisationId } from '@linli/domain/access';
import { addDays, plainDateOf } from '@linli/domain/base';
import { newUuid } from '../../platform/database/index.js';
import type { testApi } from '../../testing/index.js';
import { type Operation, read, type Tried } from './operation.scenario.js';
import { CADRES, row, type Row } from './place-row.scenario.js';
import { asker } from './refusal-driver.scenario.js';

const BRANCH = ['COMMUNITY_CADRE', 'BRANCH_SECRETARY'];
const SEERS = [...CADRES, 'BRANCH_SECRETARY'];
const LINE = 'yes yes none none';
const LIST = row(SEERS, 'yes yes empty empty');

/** 五星支部: the branch declares, the town reviews, the district grants. */
export const ratingTable: Readonly<Record<string, Row>> = {
  ratings: LIST,
  ratingCounts: LIST,
  standardChecks: LIST,
  modelSites: LIST,
  rating: row(SEERS, LINE),
  declareRating: row(BRANCH, LINE),
  rateItself: row(BRANCH, LINE),
  appealRating: row(BRANCH, LINE),
  reviewRating: row(['TOWN_CADRE'], LINE),
  recordStandardCheck: row(['TOWN_CADRE'], LINE),
  confirmRating: row(['DISTRICT_CADRE'], LINE),
  publishRating: row(['DISTRICT_CADRE'], LINE),
  grantRating: row(['DISTRICT_CADRE'], LINE),
  withdrawStar: row(['DISTRICT_CADRE'], LINE),
  answerRatingAppeal: row(['DISTRICT_CADRE'], LINE),
  nameModelSite: row(['DISTRICT_CADRE'], LINE),
};

const TEMPLATE = `(SELECT id FROM rating_template WHERE set_key = 'URBAN' AND version = 1)`;
let years = 2020;

export function ratingOperations(
  api: ReturnType<typeof testApi>,
  givenCommittee: (area: AreaId) => Promise<OrganisationId>,
): Readonly<Record<string, Operation>> {
  const { ask, mutate } = asker(api);
  const sql = (text: string, values: unknown[]) =>
    api.database().query<Record<string, string>[]>(text, values);
  const today = () => plainDateOf(new Date());

  async function givenBranch(area: AreaId): Promise<OrganisationId> {
    const id = await givenCommittee(area);
    await sql(`UPDATE organisation SET kind = 'ESTATE_BRANCH' WHERE id = $1`, [id]);
    return id;
  }
  /** A rating of its own in that state, of a year of its own. */
  async function givenRating(area: AreaId, state: string) {
    const [id, organisation, someone, appeal] = [
      newUuid(),
      await givenBranch(area),
      ...[newUuid(), newUuid()],
    ];
    const year = (years = years >= 2099 ? 2020 : years + 1);
    const notice = state === 'GRANTED' || state === 'OVER' ? addDays(today(), -10) : today();
    const granted = state === 'GRANTED';
    await sql(
      `INSERT INTO rating (id, organisation_id, template_id, year, state, declared_by, notice_from, notice_until, class,
         document_number)
       VALUES ($1, $2, ${TEMPLATE}, $3, $4, $5, $6::date, $6::date + 7, $7, $7)`,
      [id, organisation, year, state === 'OVER' ? 'PUBLISHED' : state, someone, notice, granted ? 'A' : null],
    );
    if (granted) await sql('INSERT INTO rating_star_held (rating_id, position) VALUES ($1, 1)', [id]);
    if (state === 'PUBLISHED')
      await sql(
        `INSERT INTO rating_appeal (id, rating_id, text, by, by_name) VALUES ($1, $2, '申訴', $3, '甲')`,
        [appeal, id, someone],
      );
    return { id, appeal, year, organisation };
  }
  const scores = async () =>
    (await sql(`SELECT id AS "criterionId" FROM rating_criterion WHERE template_id = ${TEMPLATE}`, [])).map(
      (criterion) => ({ ...criterion, points: 3 }),
    );
  const move =
    (field: string, state: string, input: (at: Awaited<ReturnType<typeof givenRating>>) => object) =>
    async ({ viewer, area }: Tried) => {
      const at = await givenRating(area, state);
      return () => mutate(viewer, field, { id: at.id, ...input(at) });
    };
  const score =
    (field: string, state: string): Operation =>
    async ({ viewer, area }) => {
      const [{ id }, all] = [await givenRating(area, state), await scores()];
      return () => mutate(viewer, field, { id, scores: all });
    };
  const onBranch =
    (field: string, more: () => object): Operation =>
    async ({ viewer, area }) => {
      const organisationId = await givenBranch(area);
      return () => mutate(viewer, field, { id: newUuid(), organisationId, ...more() });
    };
  /** A list that has the organisation in it, or not. */
  const listed = (document: string, prepare: (area: AreaId) => Promise<readonly [object, string]>) =>
    read(async ({ viewer, area }) => {
      const [variables, sought] = await prepare(area);
      return async () => {
        const reply = await ask(viewer, document, variables);
        const isThere = JSON.stringify(reply.value ?? '').includes(sought);
        return reply.answer === 'yes' && !isThere ? { ...reply, outcome: 'empty' as const } : reply;
      };
    });
  const template = async () => (await sql(`SELECT ${TEMPLATE} AS id`, []))[0]?.id;

  return {
    ratings: listed(
      'query ($year: Int!) { ratings(year: $year, first: 100) { ratings { id } } }',
      async (area) => {
        const { id, year } = await givenRating(area, 'DECLARED');
        return [{ year }, id];
      },
    ),
    ratingCounts: listed('query ($year: Int!) { ratingCounts(year: $year) { state } }', async (area) => {
      // A year that only this one has.
      const { id } = await givenRating(area, 'DECLARED');
      await sql('UPDATE rating SET year = 2019 WHERE year = 2100', []);
      await sql('UPDATE rating SET year = 2100 WHERE id = $1', [id]);
      return [{ year: 2100 }, 'DECLARED'];
    }),
    standardChecks: listed('{ standardChecks { organisationId } }', async (area) => {
      const id = await givenBranch(area);
      await sql(
        `INSERT INTO standard_check (id, organisation_id, checked_on, met, by_name) VALUES ($1, $2, $3, '{}', '甲')`,
        [newUuid(), id, today()],
      );
      return [{}, id];
    }),
    modelSites: listed('{ modelSites { organisationId } }', async (area) => {
      const id = await givenBranch(area);
      await sql(
        `INSERT INTO model_site (id, organisation_id, title, valid_from, valid_until, document_number, by_name)
         VALUES ($1, $2, '示範點', $3, $3, '1號', '甲')`,
        [newUuid(), id, today()],
      );
      return [{}, id];
    }),
    rating: read(async ({ viewer, area }) => {
      const { id } = await givenRating(area, 'DECLARED');
      return () => ask(viewer, 'query ($id: ID!) { rating(id: $id) { id } }', { id });
    }),
    declareRating: async (tried) => {
      const templateId = await template();
      return onBranch('declareRating', () => ({ templateId, year: 2026 }))(tried);
    },
    rateItself: score('rateItself', 'DECLARED'),
    reviewRating: score('reviewRating', 'SELF_RATED'),
    confirmRating: score('confirmRating', 'REVIEWED'),
    publishRating: move('publishRating', 'CONFIRMED', () => ({ until: addDays(today(), 7) })),
    appealRating: move('appealRating', 'PUBLISHED', ({ id }) => ({
      ...{ id: newUuid(), ratingId: id, text: '申訴' },
    })),
    answerRatingAppeal: move('answerRatingAppeal', 'PUBLISHED', ({ appeal }) => ({
      ...{ id: appeal, upheld: true, answer: '核實' },
    })),
    grantRating: move('grantRating', 'OVER', () => ({ documentNumber: '1號' })),
    withdrawStar: move('withdrawStar', 'GRANTED', () => ({
      ...{ position: 1, reason: '事故', documentNumber: '2號' },
    })),
    recordStandardCheck: onBranch('recordStandardCheck', () => ({ checkedOn: today(), met: ['PLACE'] })),
    nameModelSite: onBranch('nameModelSite', () => ({
      ...{ title: '示範點', validFrom: today(), validUntil: today(), documentNumber: '1號' },
    })),
  };
}
