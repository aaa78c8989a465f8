import {
  PostEnding,
  PostKind,
  PostSelection,
  PostSource,
  SINGLE_POSTS,
} from '@linli/domain/organisation/posts';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals, organisationsBehindWall } from '../../platform/database/index.js';
import { wallOf } from '../members/index.js';

const period = "daterange(valid_from, valid_to, '[]')";

// As memberships: days are inclusive, and what was known stays.
const tables = [
  `CREATE TABLE post_version (
    version bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN (${literals(PostKind)})),
    organisation_id uuid NOT NULL REFERENCES organisation,
    resident_id uuid NOT NULL REFERENCES resident,
    selection text NOT NULL CHECK (selection IN (${literals(PostSelection)})),
    source text CHECK (source IN (${literals(PostSource)})),
    valid_from date NOT NULL,
    valid_to date CHECK (valid_to >= valid_from),
    term_ends_on date CHECK (term_ends_on >= valid_from),
    replaces uuid,
    document_number text,
    ending text CHECK (ending IN (${literals(PostEnding)})),
    ending_document_number text,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    superseded_at timestamptz CHECK (superseded_at >= recorded_at),
    recorded_by_id uuid,
    recorded_by text NOT NULL,
    CONSTRAINT ended_for_a_reason CHECK ((valid_to IS NULL) = (ending IS NULL)),
    CONSTRAINT one_holder_of_a_post EXCLUDE USING gist (organisation_id WITH =, kind WITH =, ${period} WITH &&)
      WHERE (superseded_at IS NULL AND kind IN (${literals(SINGLE_POSTS)})),
    CONSTRAINT no_post_twice
      EXCLUDE USING gist (organisation_id WITH =, kind WITH =, resident_id WITH =, ${period} WITH &&)
      WHERE (superseded_at IS NULL)
  )`,
  'CREATE UNIQUE INDEX post_stands_once ON post_version (id) WHERE superseded_at IS NULL',
  'CREATE INDEX post_version_by_organisation ON post_version (organisation_id)',
  'CREATE INDEX post_version_by_resident ON post_version (resident_id)',
];

export class Posts1763800002320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const wall = wallOf({ post_version: `organisation_id IN ${organisationsBehindWall}` });
    for (const sql of [...tables, ...wall]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE post_version');
  }
}
