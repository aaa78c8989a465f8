import { MovingDirection, UnitLevel } from '@linli/domain/organisation/moving';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals, organisationsBehindWall } from '../../platform/database/index.js';
import { wallOf } from '../members/index.js';

const tables = [
  `CREATE TABLE moving_member (
    id uuid PRIMARY KEY,
    resident_id uuid NOT NULL REFERENCES resident,
    organisation_id uuid NOT NULL REFERENCES organisation,
    direction text NOT NULL CHECK (direction IN (${literals(MovingDirection)})),
    since date NOT NULL,
    expected_until date NOT NULL CHECK (expected_until > since),
    place text NOT NULL,
    contact text,
    every_months int NOT NULL CHECK (every_months BETWEEN 1 AND 12),
    last_day date CHECK (last_day >= since),
    recorded_by text NOT NULL
  )`,
  'CREATE UNIQUE INDEX moving_once ON moving_member (resident_id) WHERE last_day IS NULL',
  'CREATE INDEX moving_member_by_organisation ON moving_member (organisation_id)',
  `CREATE TABLE moving_report (
    id uuid PRIMARY KEY,
    moving_id uuid NOT NULL REFERENCES moving_member,
    heard_on date NOT NULL,
    note text,
    recorded_by text NOT NULL
  )`,
  'CREATE INDEX moving_report_by_moving ON moving_report (moving_id, heard_on)',
  `CREATE TABLE estate_report (
    id uuid PRIMARY KEY,
    resident_id uuid NOT NULL REFERENCES resident,
    organisation_id uuid NOT NULL REFERENCES organisation,
    unit text NOT NULL,
    level text NOT NULL CHECK (level IN (${literals(UnitLevel)})),
    since date NOT NULL,
    recorded_by text NOT NULL,
    CONSTRAINT reported_to_one_estate UNIQUE (resident_id)
  )`,
  'CREATE INDEX estate_report_by_organisation ON estate_report (organisation_id)',
  `CREATE TABLE estate_service (
    id uuid PRIMARY KEY,
    report_id uuid NOT NULL REFERENCES estate_report,
    served_on date NOT NULL,
    what text NOT NULL,
    recorded_by text NOT NULL
  )`,
  'CREATE INDEX estate_service_by_report ON estate_service (report_id)',
  `CREATE TABLE unit_reply (
    id uuid PRIMARY KEY,
    report_id uuid NOT NULL REFERENCES estate_report,
    year int NOT NULL,
    text text NOT NULL,
    sent_by text NOT NULL,
    CONSTRAINT one_reply_a_year UNIQUE (report_id, year)
  )`,
];

const own = `organisation_id IN ${organisationsBehindWall}`;
const within = (above: string, key: string) => `EXISTS (SELECT FROM ${above} a WHERE a.id = ${key})`;
const POLICIES = {
  ...{ moving_member: own, estate_report: own },
  moving_report: within('moving_member', 'moving_id'),
  ...{
    estate_service: within('estate_report', 'report_id'),
    unit_reply: within('estate_report', 'report_id'),
  },
};

export class Moving1763800002340 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...tables, ...wallOf(POLICIES)]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE unit_reply, estate_service, estate_report, moving_report, moving_member');
  }
}
