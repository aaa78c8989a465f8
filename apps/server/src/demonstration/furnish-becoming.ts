import type { OrganisationId, PersonId, Viewer } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import {
  BECOMING_STEPS,
  dossierId,
  INTRODUCERS_STEP,
  TRAINING_STEP,
} from '@linli/domain/organisation/becoming';
import { idOf } from '@linli/sample';
import {
  extendProbation,
  openDossier,
  prolongApproval,
  reviewActivist,
  stopDossier,
  takeStep,
} from '../organisation/becoming/index.js';
import { statement, type Transaction } from '../platform/database/index.js';
import { orThrow } from './or-throw.js';

/** On which day after the application each step is taken, the first step first: each gate is kept, no deadline missed. */
const PACE = [
  ...[0, 20, 100, 110, 120, 470, 480, 490, 495, 520, 540, 550, 565],
  ...[570, 585, 600, 640, 650, 655, 680, 900, 955, 965, 1000, 1010],
];
const REVIEWED = [270, 460];
/** How long a branch must have stood, so that the longest way fits; at home the first few. */
const [LONGEST, AT_FIRST] = [1200, 400];

interface Way {
  readonly taken: number;
  /** Since the last step. */
  readonly days: number;
  readonly then?: 'extended' | 'prolonged' | 'stopped';
}
// A talk, a review, a meeting and an approval that are late, and what is in time beside them.
const WAYS: readonly Way[] = [
  ...[
    { taken: 1, days: 12 },
    { taken: 1, days: 41 },
    { taken: 5, days: 60 },
    { taken: 5, days: 200 },
  ],
  ...[
    { taken: 10, days: 15 },
    { taken: 13, days: 12 },
    { taken: 13, days: 45 },
    { taken: 16, days: 20 },
  ],
  ...[
    { taken: 16, days: 110 },
    { taken: 20, days: 60 },
    { taken: 25, days: 30 },
    { taken: 2, days: 50 },
  ],
  ...[
    { taken: 16, days: 105, then: 'prolonged' as const },
    { taken: 21, days: 10, then: 'extended' as const },
    { taken: 5, days: 90, then: 'stopped' as const },
  ],
];
const AT_HOME = 4;

interface Applicant {
  readonly residentId: PersonId;
  readonly organisationId: OrganisationId;
  readonly elders: readonly PersonId[];
}
// Younger people who belong to no branch yet, in old branches: a few at home, one each elsewhere.
const applicants = statement<
  { home: OrganisationId; since: PlainDate; lately: PlainDate; most: number },
  Applicant
>({
  name: 'people-who-may-apply',
  text: `
    WITH elder AS (
      SELECT organisation_id, (array_agg(resident_id ORDER BY resident_id))[1:2] AS elders
      FROM membership_version
      WHERE stage = 'FULL' AND superseded_at IS NULL AND valid_to IS NULL
        AND valid_from <= CASE organisation_id WHEN :home THEN :lately::date ELSE :since::date END
      GROUP BY organisation_id HAVING count(*) >= 2
    ), young AS (
      SELECT DISTINCT ON (resident.id) resident.id AS resident_id, organisation.id AS organisation_id, elder.elders
      FROM resident JOIN area home ON home.id = resident.building_id
        CROSS JOIN LATERAL unnest(home.lineage) AS around (id)
        JOIN organisation_covers c ON c.area_id = around.id AND c.superseded_at IS NULL AND c.valid_to IS NULL
        JOIN organisation ON organisation.id = c.organisation_id AND organisation.kind IN ('ESTATE_BRANCH', 'VILLAGE_BRANCH')
        JOIN organisation_version v ON v.organisation_id = organisation.id AND v.superseded_at IS NULL
          AND v.valid_to IS NULL AND coalesce(v.valid_from, '-infinity') <=
            CASE organisation.id WHEN :home THEN :lately::date ELSE :since::date END
        JOIN elder ON elder.organisation_id = organisation.id
      WHERE resident.birth_date > now() - interval '48 years' AND resident.birth_date < now() - interval '22 years'
        AND NOT EXISTS (SELECT FROM membership_version m WHERE m.resident_id = resident.id)
      ORDER BY resident.id, organisation.id
    ), placed AS (
      SELECT *, row_number() OVER (PARTITION BY organisation_id ORDER BY md5(resident_id::text)) AS place FROM young
    )
    SELECT resident_id, organisation_id, elders FROM placed
    WHERE place <= CASE organisation_id WHEN :home THEN ${AT_HOME} ELSE 1 END
    ORDER BY organisation_id <> :home, md5(organisation_id::text), place LIMIT :most`,
});

/** 發展黨員 People at different steps of the way, through the acts that a secretary uses. */
export async function furnishBecoming(
  tx: Transaction,
  viewer: Viewer,
  { home, today }: { readonly home: OrganisationId; readonly today: PlainDate },
): Promise<void> {
  const found = await applicants(tx, {
    home,
    since: addDays(today, -LONGEST),
    lately: addDays(today, -AT_FIRST),
    most: WAYS.length,
  });
  for (const [i, applicant] of found.entries()) {
    const way = WAYS[i];
    if (way) await furnishWay(tx, viewer, applicant, { way, today });
  }
}

async function furnishWay(
  tx: Transaction,
  viewer: Viewer,
  { residentId, organisationId, elders }: Applicant,
  { way, today }: { readonly way: Way; readonly today: PlainDate },
): Promise<void> {
  const id = dossierId.parse(idOf(`becoming ${residentId}`));
  const applied = addDays(today, -(PACE[way.taken - 1] ?? 0) - way.days);
  const dayOf = (step: number) => addDays(applied, PACE[step - 1] ?? 0);
  for (const { number: step, papers: needed } of BECOMING_STEPS.slice(0, way.taken)) {
    const [on, papers] = [dayOf(step), [...needed]];
    if (step === 1) orThrow(await openDossier(tx, viewer, { id, organisationId, residentId, on, papers }));
    else
      orThrow(
        await takeStep(tx, viewer, {
          ...{ dossierId: id, step, on, papers, trainingDays: null },
          introducers: step === INTRODUCERS_STEP ? [...elders] : [],
          trainingHours: step === TRAINING_STEP ? 32 : null,
        }),
      );
    // Before the sixth step its two half-years are over.
    for (const after of step === 5 && way.taken > 5 ? REVIEWED : [])
      orThrow(
        await reviewActivist(tx, viewer, {
          ...{ id: dossierId.parse(idOf(`becoming ${residentId} ${String(after)}`)), dossierId: id },
          ...{ on: addDays(applied, after), note: '按時參加黨課和志願服務，群眾反映好' },
        }),
      );
  }
  if (way.then === 'extended') orThrow(await extendProbation(tx, viewer, { dossierId: id, months: 6 }));
  if (way.then === 'prolonged')
    orThrow(await prolongApproval(tx, viewer, { dossierId: id, reason: '上級黨委換屆，審批推後' }));
  if (way.then === 'stopped')
    orThrow(
      await stopDossier(tx, viewer, { dossierId: id, on: addDays(today, -20), reason: '遷往外省工作' }),
    );
}
