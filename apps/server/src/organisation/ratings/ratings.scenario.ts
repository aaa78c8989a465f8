import type { OrganisationId, Viewer } from '@linli/domain/access';
import { addDays, plainDateOf } from '@linli/domain/base';
import { ratingAppealId, ratingId } from '@linli/domain/organisation/ratings';
import { givenDistrict, givenOrganisation, holder } from '../../administration/district.scenario.js';
import type { Database } from '../../platform/database/index.js';
import { newId, type testApi } from '../../testing/index.js';

/** A town's committee, a community's below it, and a branch of an estate; and who looks after each. */
export async function givenParty(db: Database) {
  const at = await givenDistrict(db);
  const root = await givenOrganisation(db, { kind: 'DISTRICT_COMMITTEE', covers: [at.district] });
  const town = await givenOrganisation(db, {
    ...{ kind: 'GRASSROOTS_COMMITTEE', parent: root, covers: [at.town] },
  });
  const community = await givenOrganisation(db, {
    ...{ kind: 'COMMUNITY_COMMITTEE', parent: town, covers: [at.community] },
  });
  const branch = (covers = [at.estate]): Promise<OrganisationId> =>
    givenOrganisation(db, { kind: 'ESTATE_BRANCH', parent: community, covers });
  return {
    ...{ at, root, town, community, branch },
    secretary: holder('BRANCH_SECRETARY', { areaId: at.estate }, '邱建業'),
    neighbour: holder('BRANCH_SECRETARY', { areaId: at.otherEstate }, '鄰支部'),
    cadre: holder('COMMUNITY_CADRE', { areaId: at.community }, '謝海燕'),
    townCadre: holder('TOWN_CADRE', { areaId: at.town }, '賈志紅'),
    otherTownCadre: holder('TOWN_CADRE', { areaId: at.otherTown }, '別鎮'),
    district: holder('DISTRICT_CADRE', { areaId: at.district }, '段永強'),
  };
}
export type Party = Awaited<ReturnType<typeof givenParty>>;

export interface Reply {
  readonly code?: string;
  readonly [field: string]: unknown;
}

/** One mutation, asked as a client does: the thing, the refusal, or the error's code. */
export const mutator =
  ({ ask }: Pick<ReturnType<typeof testApi>, 'ask'>) =>
  async (viewer: Viewer, field: string, input: object, selection: string): Promise<Reply> => {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${field}(input: $input) {
      __typename ... on Refused { code details } ${selection} } }`;
    const { data, errors } = await ask(viewer, document, { input });
    return (errors?.[0]?.extensions ?? data?.[field]) as Reply;
  };

const RATING = `... on Rating { id state points starsHeld class openAppeals isOwn noticeUntil documentNumber
  steps { move byName } stars { position reason } appeals { id text upheld answer } }`;

/** The words that the tests of ratings are written in. */
export function ratingScenario(api: ReturnType<typeof testApi>) {
  const send = mutator(api);
  const sql = (text: string, values: unknown[] = []) =>
    api.database().query<Record<string, unknown>[]>(text, values);
  const today = () => plainDateOf(new Date());
  const rate = (viewer: Viewer, field: string, input: object) => send(viewer, field, input, RATING);
  async function urban() {
    const [template] = await sql(`SELECT id FROM rating_template WHERE set_key = 'URBAN' AND version = 1`);
    const criteria = await sql(
      'SELECT id, star FROM rating_criterion WHERE template_id = $1 ORDER BY star, position',
      [template?.id],
    );
    return { id: String(template?.id), criteria: criteria.map(({ id, star }) => ({ id, star })) };
  }
  /** So many points of five for every criterion, fewer for a star that is named. */
  const scores = async (points: number, { star, fewer = 0 }: { star?: number; fewer?: number } = {}) =>
    (await urban()).criteria.map((criterion) => ({
      ...{ criterionId: criterion.id, points: criterion.star === star ? fewer : points },
    }));
  const when = {
    declares: async (viewer: Viewer, organisationId: OrganisationId, unlike: object = {}) =>
      rate(viewer, 'declareRating', {
        ...{ id: newId(ratingId), organisationId, templateId: (await urban()).id, year: 2026 },
        ...unlike,
      }),
    ratesItself: async (viewer: Viewer, id: unknown, points = 5) =>
      rate(viewer, 'rateItself', { id, scores: await scores(points) }),
    reviews: async (viewer: Viewer, id: unknown, points = 5) =>
      rate(viewer, 'reviewRating', { id, scores: await scores(points) }),
    confirms: async (viewer: Viewer, id: unknown, given: Parameters<typeof scores> = [5]) =>
      rate(viewer, 'confirmRating', { id, scores: await scores(...given) }),
    publishes: (viewer: Viewer, id: unknown, days = 6) =>
      rate(viewer, 'publishRating', { id, until: addDays(today(), days) }),
    appeals: (viewer: Viewer, id: unknown, appeal = newId(ratingAppealId)) =>
      rate(viewer, 'appealRating', { id: appeal, ratingId: id, text: '楊家院的服務沒有算進去' }),
    answers: (viewer: Viewer, appeal: unknown, upheld: boolean) =>
      rate(viewer, 'answerRatingAppeal', { id: appeal, upheld, answer: '已核實' }),
    grants: (viewer: Viewer, id: unknown, documentNumber = '郾組〔2026〕9號') =>
      rate(viewer, 'grantRating', { id, documentNumber }),
    withdraws: (viewer: Viewer, id: unknown, position: number) =>
      rate(viewer, 'withdrawStar', {
        id,
        position,
        reason: '發生安全事故',
        documentNumber: '郾組〔2026〕12號',
      }),
  };
  /** The notice began eight days ago. */
  const noticeIsOver = (id: unknown) =>
    sql(`UPDATE rating SET notice_from = notice_from - 8, notice_until = notice_until - 8 WHERE id = $1`, [
      id,
    ]);
  const stored = (id: unknown) => sql('SELECT * FROM rating WHERE id = $1', [id]);
  return { when, rate, send, scores, sql, today, noticeIsOver, stored, urban };
}
