import type { OrganisationId, PersonId } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import {
  AUDIENCE_POSTS,
  AUDIENCE_STAGES,
  type PlanTrainingInput,
  trainingPlanId,
  trainingSessionId,
} from '@linli/domain/organisation/training';
import { Chance, idOf } from '@linli/sample';
import { furnishTrainings, type TrainingToFurnish } from '../organisation/training/index.js';
import { statement, type Transaction } from '../platform/database/index.js';

interface Holder {
  readonly id: OrganisationId;
  readonly kind: string;
  readonly name: string;
}
const holders = statement<object, Holder>({
  name: 'holders-of-training',
  text: `
    SELECT id, kind, name FROM organisation
    WHERE valid_to IS NULL AND kind IN ('DISTRICT_COMMITTEE', 'GRASSROOTS_COMMITTEE', 'COMMUNITY_COMMITTEE') ORDER BY id`,
});

// Everybody who could come, once for each organisation above them.
const people = statement<
  object,
  { holder: OrganisationId; residentId: PersonId; since: PlainDate; as: string }
>({
  name: 'people-for-training',
  text: `
    SELECT DISTINCT ON (above.id, found."as", found.resident_id)
      above.id AS holder, found.resident_id, found.since, found."as"
    FROM (
      SELECT resident_id, organisation_id, valid_from AS since, kind AS "as" FROM post_version WHERE superseded_at IS NULL
        AND valid_to IS NULL
      UNION ALL
      SELECT resident_id, organisation_id, valid_from, stage FROM membership_version WHERE superseded_at IS NULL
        AND valid_to IS NULL
    ) found JOIN organisation ON organisation.id = found.organisation_id
      JOIN organisation above ON above.id = ANY (organisation.lineage)
        AND above.kind IN ('DISTRICT_COMMITTEE', 'GRASSROOTS_COMMITTEE', 'COMMUNITY_COMMITTEE')
    WHERE found."as" IN ('SECRETARY', 'DEPUTY_SECRETARY', 'COMMITTEE_MEMBER', 'ACTIVIST', 'CANDIDATE')
    ORDER BY above.id, found."as", found.resident_id, found.since`,
});

type Line = Pick<PlanTrainingInput, 'title' | 'audience' | 'form' | 'minutes'> & {
  readonly topics: readonly string[];
  /** Months in which it is held. */
  readonly months: readonly number[];
};

const LINES: Readonly<Record<string, readonly Line[]>> = {
  DISTRICT_COMMITTEE: [
    {
      ...{ title: '基層黨組織書記集中輪訓', audience: 'SECRETARIES', form: 'GATHERED', minutes: 960 },
      ...{ topics: ['黨建引領基層治理', '新修訂的組織工作條例'], months: [3, 9] },
    },
    {
      ...{ title: '入黨積極分子培訓班', audience: 'ACTIVISTS', form: 'GATHERED', minutes: 1440 },
      ...{ topics: ['黨的基本知識'], months: [5] },
    },
  ],
  GRASSROOTS_COMMITTEE: [
    {
      ...{ title: '書記課堂', audience: 'SECRETARIES', form: 'SECRETARY_CLASS', minutes: 240 },
      ...{ topics: ['怎樣開好支部黨員大會', '物業與小區治理'], months: [4, 10] },
    },
    {
      ...{ title: '班子成員集中培訓', audience: 'PARTY_WORKERS', form: 'GATHERED', minutes: 720 },
      ...{ topics: ['支部標準化規範化建設'], months: [6] },
    },
  ],
  COMMUNITY_COMMITTEE: [
    {
      ...{ title: '黨務工作者以會代訓', audience: 'PARTY_WORKERS', form: 'WITH_MEETING', minutes: 480 },
      ...{ topics: ['發展黨員程序', '黨費收繳與使用', '組織關係轉接', '檔案整理'], months: [2, 5, 8, 11] },
    },
  ],
};
const [COMES, HELD] = [0.92, 0.9];

/** 培訓 A year of it: the district's, each town's and each community's, most of it held; what is to come is planned. */
export async function furnishTraining(tx: Transaction, today: PlainDate): Promise<void> {
  const year = Number(today.slice(0, 4));
  const candidates = new Map<string, { residentId: PersonId; since: PlainDate }[]>();
  for (const { holder, as, ...person } of await people(tx, {})) {
    const key = `${holder} ${as}`;
    const own = candidates.get(key);
    if (own) own.push(person);
    else candidates.set(key, [person]);
  }
  const plans: PlanTrainingInput[] = [];
  const sessions: TrainingToFurnish[] = [];
  for (const { id: organisationId, kind, name } of await holders(tx, {})) {
    const chance = new Chance(`training of ${organisationId}`);
    for (const { topics, months, ...line } of LINES[kind] ?? []) {
      const planId = trainingPlanId.parse(idOf(`training ${organisationId} ${line.title}`));
      plans.push({ ...line, id: planId, organisationId, year });
      for (const [index, month] of months.entries()) {
        const first = `${String(year)}-${String(month).padStart(2, '0')}-01` as PlainDate;
        const on = addDays(first, chance.between(5, 24));
        const isOver = on < today;
        if (isOver && !chance.happens(HELD)) continue;
        const audience = [...AUDIENCE_POSTS[line.audience], ...AUDIENCE_STAGES[line.audience]];
        const due = audience.flatMap((as) => candidates.get(`${organisationId} ${as}`) ?? []);
        const came = due.filter(({ since }) => since <= on && chance.happens(COMES));
        const ids = [...new Set(came.map(({ residentId }) => residentId))];
        if (isOver && ids.length === 0) continue;
        sessions.push({
          id: trainingSessionId.parse(idOf(`training session ${planId} ${String(month)}`)),
          ...{ planId, forId: organisationId, on, time: '09:00', minutes: line.minutes / months.length },
          ...{ place: kind === 'DISTRICT_COMMITTEE' ? '區委黨校' : '黨群服務中心', lecturer: '講師團' },
          ...{ topic: topics[index] ?? line.title, people: isOver ? ids : [] },
          signedBy: isOver ? `${name}組織委員` : null,
        });
      }
    }
  }
  await furnishTrainings(tx, plans, sessions);
}
