import type { OrganisationId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import {
  type ExemptionReason,
  MEMBER_STAGES,
  type MemberStage,
  VOTING_STAGES,
} from '@linli/domain/organisation/members';
import { type Database, statement } from '../../platform/database/index.js';
import { asKnown, standing } from './as-known.js';

/** A branch, or a group of one, on a day. */
export interface RosterAsked {
  readonly organisationId: OrganisationId;
  readonly on: PlainDate;
}

/** Somebody who belongs to the organisation on the day, as known at the moment. */
export interface RosterMember extends RosterAsked {
  readonly residentId: PersonId;
  readonly name: string;
  readonly stage: MemberStage;
  /** The first day of this membership in this stage. */
  readonly since: PlainDate;
  readonly isVoting: boolean;
  /** 年老體弱: on the roster, out of the rates. */
  readonly exemption: ExemptionReason | null;
}

/** Null: as known now. */
interface Known {
  readonly knownAt: Date | null;
}

// 黨小組: the members of its branch who live where it covers.
const inGroup = `EXISTS (
  SELECT FROM organisation_covers c JOIN area home ON home.id = resident.building_id
  WHERE c.organisation_id = asked.organisation_id AND c.superseded_at IS NULL AND c.area_id = ANY (home.lineage))`;

const rosterRows = statement<
  Known & { asked: string; stages: readonly string[] },
  Omit<RosterMember, 'isVoting'>
>({
  name: 'rosters-on',
  text: `
    WITH asked AS (
      SELECT DISTINCT given."organisationId" AS organisation_id, given."on" AS day,
        organisation.kind = 'BUILDING_GROUP' AS is_group,
        CASE WHEN organisation.kind = 'BUILDING_GROUP' THEN organisation.parent_id ELSE organisation.id END AS branch_id
      FROM jsonb_to_recordset(:asked::jsonb) AS given ("organisationId" uuid, "on" date)
        JOIN organisation ON organisation.id = given."organisationId"
    )
    SELECT asked.organisation_id, day AS "on", m.resident_id, resident.name, m.stage, m.valid_from AS since,
      e.reason AS exemption
    FROM asked
      JOIN membership_version m ON m.organisation_id = asked.branch_id AND ${standing('m', 'day')}
      JOIN resident ON resident.id = m.resident_id
      LEFT JOIN exemption_version e ON e.resident_id = m.resident_id AND ${standing('e', 'day')}
    WHERE m.stage = ANY (:stages::text[]) AND (NOT is_group OR ${inGroup})
    ORDER BY asked.organisation_id, day, resident.name, m.resident_id`,
});

/** 應到 Who belongs to each organisation on its day, for any number of organisations and days in one statement. */
export async function rostersOn(
  db: Database,
  { asked, knownAt }: Known & { readonly asked: readonly RosterAsked[] },
): Promise<RosterMember[]> {
  if (asked.length === 0) return [];
  const rows = await rosterRows(db, { asked: JSON.stringify(asked), knownAt, stages: MEMBER_STAGES });
  return rows.map((row) => ({ ...row, isVoting: VOTING_STAGES.includes(row.stage) }));
}

/** A time during which somebody belongs to an organisation in one stage. */
export interface MembershipPeriod {
  readonly organisationId: OrganisationId;
  readonly residentId: PersonId;
  readonly stage: MemberStage;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

interface Between {
  readonly organisationIds: readonly OrganisationId[];
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Memberships that touch the period, of many organisations: what a year of rosters is made of. */
export const membershipsBetween = statement<Known & Between, MembershipPeriod>({
  name: 'memberships-between',
  text: `
    SELECT organisation_id, resident_id, stage, valid_from, valid_to FROM membership_version m
    WHERE organisation_id = ANY (:organisationIds) AND ${asKnown('m')}
      AND m.valid_from <= :to::date AND coalesce(m.valid_to, 'infinity') >= :from::date
    ORDER BY organisation_id, resident_id, valid_from`,
});

/** Exemptions that touch the period, of whoever belonged to one of the organisations in it. */
export const exemptionsBetween = statement<
  Known & Between,
  { residentId: PersonId; reason: ExemptionReason; validFrom: PlainDate; validTo: PlainDate | null }
>({
  name: 'exemptions-between',
  text: `
    SELECT e.resident_id, e.reason, e.valid_from, e.valid_to FROM exemption_version e
    WHERE ${asKnown('e')} AND e.valid_from <= :to::date AND coalesce(e.valid_to, 'infinity') >= :from::date
      AND e.resident_id IN (
        SELECT m.resident_id FROM membership_version m
        WHERE m.organisation_id = ANY (:organisationIds) AND ${asKnown('m')}
          AND m.valid_from <= :to::date AND coalesce(m.valid_to, 'infinity') >= :from::date)
    ORDER BY e.resident_id, e.valid_from`,
});

/** How many belong to an organisation and to those below it. */
export interface MemberCounts {
  readonly organisationId: OrganisationId;
  readonly full: number;
  readonly probationary: number;
  readonly voting: number;
  readonly exempt: number;
  readonly activists: number;
  readonly candidates: number;
}

const stage = (name: MemberStage) => `count(*) FILTER (WHERE m.stage = '${name}')::int`;

/** Of each organisation with all below it, as the tree stands now; one without members has zeros. */
export const memberCountsOn = statement<
  Known & { organisationIds: readonly OrganisationId[]; on: PlainDate },
  MemberCounts
>({
  name: 'member-counts-on',
  text: `
    SELECT asked.id AS organisation_id, ${stage('FULL')} AS full, ${stage('PROBATIONARY')} AS probationary,
      ${stage('FULL')} AS voting, ${stage('ACTIVIST')} AS activists, ${stage('CANDIDATE')} AS candidates,
      count(e.id) FILTER (WHERE m.stage IN ('FULL', 'PROBATIONARY'))::int AS exempt
    FROM organisation asked
      LEFT JOIN organisation below ON below.lineage @> ARRAY[asked.id]
      LEFT JOIN membership_version m ON m.organisation_id = below.id AND ${standing('m', ':on::date')}
      LEFT JOIN exemption_version e ON e.resident_id = m.resident_id AND ${standing('e', ':on::date')}
    WHERE asked.id = ANY (:organisationIds)
    GROUP BY asked.id`,
});
