import { ReserveList, ReserveOutcome } from '@linli/domain/organisation/talent';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals, organisationsBehindWall } from '../../platform/database/index.js';
import { wallOf } from '../members/index.js';

const tables = [
  `CREATE TABLE reserve_entry (
    id uuid PRIMARY KEY,
    list text NOT NULL CHECK (list IN (${literals(ReserveList)})),
    organisation_id uuid NOT NULL REFERENCES organisation,
    resident_id uuid NOT NULL REFERENCES resident,
    since date NOT NULL,
    note text,
    added_by text NOT NULL,
    last_day date CHECK (last_day >= since),
    outcome text CHECK (outcome IN (${literals(ReserveOutcome)})),
    closed_by text,
    CONSTRAINT closed_with_its_outcome
      CHECK ((last_day IS NULL) = (outcome IS NULL) AND (outcome IS NULL) = (closed_by IS NULL))
  )`,
  'CREATE UNIQUE INDEX once_on_a_list ON reserve_entry (list, resident_id) WHERE last_day IS NULL',
  'CREATE INDEX reserve_entry_by_organisation ON reserve_entry (organisation_id)',
];

export class Talent1763800002330 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const wall = wallOf({ reserve_entry: `organisation_id IN ${organisationsBehindWall}` });
    for (const sql of [...tables, ...wall]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reserve_entry');
  }
}
