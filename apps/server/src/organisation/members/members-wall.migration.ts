import type { MigrationInterface, QueryRunner } from 'typeorm';
import { organisationsBehindWall, READER } from '../../platform/database/index.js';
import { wallOf } from './wall-of.js';

const own = `organisation_id IN ${organisationsBehindWall}`;
// Whose membership the reader sees: that table has a wall of its own, which counts here too.
const ofMember = (table: string) =>
  `EXISTS (SELECT FROM membership_version m WHERE m.resident_id = ${table}.resident_id)`;

const POLICIES = {
  membership_version: own,
  membership_change: `${own} OR from_organisation_id IN ${organisationsBehindWall}`,
  exemption_version: ofMember('exemption_version'),
};

/** What statements of members need beside: names and places, of which nothing is hidden here. */
const BESIDE = [
  'resident (id, name, birth_date, building_id, phone_masked, folded)',
  ...['organisation', 'organisation_version', 'organisation_covers', 'area'],
];

const grant = (what: string): string => {
  const [table = '', columns] = what.split(' (');
  return columns === undefined
    ? `GRANT SELECT ON ${table} TO ${READER}`
    : `GRANT SELECT (${columns.replace(')', '')}) ON ${table} TO ${READER}`;
};

export class MembersWall1763800002310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...BESIDE.map(grant), ...wallOf(POLICIES)]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(POLICIES)) {
      await runner.query(`DROP POLICY within_reach ON ${table}`);
      await runner.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
  }
}
