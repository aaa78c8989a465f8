import type { Viewer } from '@linli/domain/access';
import type {
  MovingId,
  RecordEstateServiceInput,
  ReplyToUnitInput,
  ReportToEstateInput,
} from '@linli/domain/organisation/moving';
import type { OrganisationKind } from '@linli/domain/organisation/structure';
import {
  type Database,
  secondLook,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { reachedOrganisations } from '../members/index.js';
import { residentsReached } from '../people/index.js';
import { inServiceMember } from './moving.queries.js';
import type { InServiceMember } from './moving.type.js';
import { belongsTo, isLater, recordOf } from './moving-verbs.js';

const found = statement<
  Pick<ReportToEstateInput, 'organisationId' | 'residentId'>,
  { kind: OrganisationKind; isReported: boolean }
>({
  name: 'estate-to-report-to',
  text: `
    SELECT kind, EXISTS (SELECT FROM estate_report WHERE resident_id = :residentId) AS is_reported
    FROM organisation WHERE id = :organisationId`,
});
const insert = statement<ReportToEstateInput & { by: string }, never>({
  name: 'insert-estate-report',
  text: `
    INSERT INTO estate_report (id, resident_id, organisation_id, unit, level, since, recorded_by)
    VALUES (:id, :residentId, :organisationId, :unit, :level, :since, :by)`,
});

const KEYS = ['residentId', 'organisationId', 'unit', 'level', 'since'] as const;

/** 雙報到 To the branch of an estate; whoever belongs to that branch has nothing to report. */
export const reportToEstate = (
  db: Database,
  viewer: Viewer,
  input: ReportToEstateInput,
): Promise<InServiceMember | Refused> =>
  secondLook(() =>
    transaction(db, async (tx) => {
      const { id, residentId, organisationId } = input;
      await reachedOrganisations(tx, viewer, 'KEEP_MEMBERS', [organisationId]);
      await residentsReached(tx, viewer, [residentId]);
      const earlier = await inServiceMember(tx, id);
      if (earlier)
        return KEYS.every((key) => earlier[key] === input[key]) ? earlier : new Refused('CONFLICT');
      const [estate] = await found(tx, input);
      if (estate?.kind !== 'ESTATE_BRANCH') return new Refused('NOT_AN_ESTATE_BRANCH');
      const [own] = await belongsTo(tx, { id: residentId });
      if (own?.organisationId === organisationId) return new Refused('BELONGS_HERE');
      if (estate.isReported) return new Refused('REPORTED_ALREADY');
      if (await isLater(tx, input.since)) return new Refused('DAY_IN_FUTURE');
      await insert(tx, { ...input, by: viewer.name });
      return noted(tx, viewer, 'IN_SERVICE_REPORTED', id);
    }),
  );

async function kept(tx: Transaction, viewer: Viewer, id: MovingId): Promise<InServiceMember> {
  const member = await inServiceMember(tx, id);
  if (!member) throw notFound('in-service member');
  await reachedOrganisations(tx, viewer, 'KEEP_MEMBERS', [member.organisationId]);
  return member;
}

const insertService = statement<RecordEstateServiceInput & { by: string }, { isNew: boolean }>({
  name: 'insert-estate-service',
  text: `
    INSERT INTO estate_service (id, report_id, served_on, what, recorded_by)
    VALUES (:id, :reportId, :servedOn, :what, :by) ON CONFLICT (id) DO NOTHING RETURNING true AS is_new`,
});
const sameService = statement<RecordEstateServiceInput, { isSame: boolean }>({
  name: 'same-estate-service',
  text: `
    SELECT report_id = :reportId AND served_on = :servedOn::date AND what = :what AS is_same
    FROM estate_service WHERE id = :id`,
});

/** What they did for the estate. */
export const recordEstateService = (
  db: Database,
  viewer: Viewer,
  input: RecordEstateServiceInput,
): Promise<InServiceMember | Refused> =>
  transaction(db, async (tx) => {
    const member = await kept(tx, viewer, input.reportId);
    const [earlier] = await sameService(tx, input);
    if (earlier) return earlier.isSame ? member : new Refused('CONFLICT');
    if (await isLater(tx, input.servedOn)) return new Refused('DAY_IN_FUTURE');
    if (input.servedOn < member.since) return new Refused('BEFORE_LAST_CHANGE', { last: member.since });
    await insertService(tx, { ...input, by: viewer.name });
    return noted(tx, viewer, 'ESTATE_SERVICE_RECORDED', input.reportId);
  });

const reply = statement<ReplyToUnitInput & { by: string }, { isNew: boolean }>({
  name: 'insert-unit-reply',
  text: `
    INSERT INTO unit_reply (id, report_id, year, text, sent_by) VALUES (:id, :reportId, :year, :text, :by)
    ON CONFLICT DO NOTHING RETURNING true AS is_new`,
});
const sameReply = statement<ReplyToUnitInput, { isSame: boolean }>({
  name: 'same-unit-reply',
  text: `
    SELECT report_id = :reportId AND year = :year::int AND text = :text AS is_same FROM unit_reply WHERE id = :id`,
});

/** 反饋 The estate tells the unit how somebody served; once a year. */
export const replyToUnit = (
  db: Database,
  viewer: Viewer,
  input: ReplyToUnitInput,
): Promise<InServiceMember | Refused> =>
  transaction(db, async (tx) => {
    const member = await kept(tx, viewer, input.reportId);
    const [made] = await reply(tx, { ...input, by: viewer.name });
    if (made) return noted(tx, viewer, 'UNIT_REPLIED', input.reportId);
    const [earlier] = await sameReply(tx, input);
    if (!earlier) return new Refused('REPLIED_THIS_YEAR', { year: String(input.year) });
    return earlier.isSame ? member : new Refused('CONFLICT');
  });

async function noted(
  tx: Transaction,
  viewer: Viewer,
  action: string,
  id: MovingId,
): Promise<InServiceMember> {
  const member = await inServiceMember(tx, id);
  if (!member) throw notFound('in-service member');
  await recordOf(tx, viewer, action, member);
  return member;
}
