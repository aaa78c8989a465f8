import {
  ExemptionReason,
  LeavingReason,
  MembershipChangeKind,
  MemberStage,
} from '@linli/domain/organisation/members';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals } from '../../platform/database/index.js';

// As in the structure: days are inclusive, and what was known stays. A correction closes the old row in record time.
const recorded = `recorded_at timestamptz NOT NULL, superseded_at timestamptz,
  CHECK (superseded_at >= recorded_at)`;
const period = "daterange(valid_from, valid_to, '[]')";

const tables = [
  `CREATE TABLE membership_version (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    resident_id uuid NOT NULL REFERENCES resident,
    organisation_id uuid NOT NULL REFERENCES organisation,
    stage text NOT NULL CHECK (stage IN (${literals(MemberStage)})),
    valid_from date NOT NULL,
    valid_to date CHECK (valid_to >= valid_from),
    ${recorded},
    CONSTRAINT one_membership_at_a_time
      EXCLUDE USING gist (resident_id WITH =, ${period} WITH &&) WHERE (superseded_at IS NULL)
  )`,
  'CREATE INDEX membership_version_by_organisation ON membership_version (organisation_id, valid_from)',
  'CREATE INDEX membership_version_by_resident ON membership_version (resident_id)',
  `CREATE TABLE membership_change (
    id uuid PRIMARY KEY,
    sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    kind text NOT NULL CHECK (kind IN (${literals(MembershipChangeKind)})),
    resident_id uuid NOT NULL REFERENCES resident,
    from_organisation_id uuid REFERENCES organisation,
    organisation_id uuid NOT NULL REFERENCES organisation,
    stage text NOT NULL CHECK (stage IN (${literals(MemberStage)})),
    effective_on date NOT NULL,
    reason text CHECK (reason IN (${literals(LeavingReason)})),
    note text,
    document_number text,
    recorded_at timestamptz NOT NULL,
    recorded_by_id uuid,
    recorded_by text NOT NULL,
    CONSTRAINT whoever_leaves_has_a_reason CHECK ((kind = 'LEFT') = (reason IS NOT NULL))
  )`,
  'CREATE INDEX membership_change_by_resident ON membership_change (resident_id)',
  'CREATE INDEX membership_change_by_organisation ON membership_change (organisation_id)',
  `CREATE TABLE exemption_version (
    version bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL,
    resident_id uuid NOT NULL REFERENCES resident,
    reason text NOT NULL CHECK (reason IN (${literals(ExemptionReason)})),
    valid_from date NOT NULL,
    valid_to date CHECK (valid_to >= valid_from),
    ${recorded},
    recorded_by_id uuid,
    recorded_by text NOT NULL,
    CONSTRAINT one_exemption_at_a_time
      EXCLUDE USING gist (resident_id WITH =, ${period} WITH &&) WHERE (superseded_at IS NULL)
  )`,
  'CREATE UNIQUE INDEX exemption_stands_once ON exemption_version (id) WHERE superseded_at IS NULL',
  'CREATE INDEX exemption_version_by_resident ON exemption_version (resident_id)',
];

export class Members1763800002300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of tables) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE exemption_version, membership_change, membership_version');
  }
}
