import { LAST_STEP } from '@linli/domain/organisation/becoming';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { organisationsBehindWall } from '../../platform/database/index.js';
import { wallOf } from '../members/index.js';

const tables = [
  `CREATE TABLE becoming_dossier (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    resident_id uuid NOT NULL REFERENCES resident,
    extended_months int NOT NULL DEFAULT 0 CHECK (extended_months = 0 OR extended_months BETWEEN 6 AND 12),
    stopped_on date,
    stop_reason text,
    CONSTRAINT stopped_for_a_reason CHECK ((stopped_on IS NULL) = (stop_reason IS NULL))
  )`,
  'CREATE UNIQUE INDEX one_way_at_a_time ON becoming_dossier (resident_id) WHERE stopped_on IS NULL',
  'CREATE INDEX becoming_dossier_by_organisation ON becoming_dossier (organisation_id)',
  `CREATE TABLE becoming_step (
    dossier_id uuid NOT NULL REFERENCES becoming_dossier,
    step int NOT NULL CHECK (step BETWEEN 1 AND ${String(LAST_STEP)}),
    taken_on date NOT NULL,
    sent jsonb NOT NULL,
    recorded_by text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (dossier_id, step)
  )`,
  `CREATE TABLE becoming_review (
    id uuid PRIMARY KEY,
    dossier_id uuid NOT NULL REFERENCES becoming_dossier,
    reviewed_on date NOT NULL,
    note text NOT NULL,
    recorded_by text NOT NULL
  )`,
  'CREATE INDEX becoming_review_by_dossier ON becoming_review (dossier_id)',
];
const within = `EXISTS (SELECT FROM becoming_dossier d WHERE d.id = dossier_id)`;

export class Becoming1763800002350 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const wall = wallOf({
      becoming_dossier: `organisation_id IN ${organisationsBehindWall}`,
      ...{ becoming_step: within, becoming_review: within },
    });
    for (const sql of [...tables, ...wall]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE becoming_review, becoming_step, becoming_dossier');
  }
}
