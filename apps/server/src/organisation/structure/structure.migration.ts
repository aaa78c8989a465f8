import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals } from '../../platform/database/index.js';

const areaKinds = literals([
  ...['DISTRICT', 'SUB_DISTRICT', 'TOWN', 'TOWNSHIP', 'COMMUNITY', 'VILLAGE', 'ESTATE', 'NATURAL_VILLAGE'],
  ...['COMPOUND', 'VILLAGE_GROUP', 'BUILDING', 'GRID'],
]);
const organisationKinds = literals([
  ...[
    'DISTRICT_COMMITTEE',
    'GRASSROOTS_COMMITTEE',
    'COMMUNITY_COMMITTEE',
    'VILLAGE_BRANCH',
    'GENERAL_BRANCH',
  ],
  ...[
    'ESTATE_BRANCH',
    'BUILDING_GROUP',
    'AGENCY_BRANCH',
    'JOINT_BRANCH',
    'INDUSTRY_COMMITTEE',
    'TWO_NEW_BRANCH',
  ],
]);

// Days are inclusive: valid_from is the first day in force (null: before records), valid_to the last.
const validity = 'valid_from date, valid_to date, CHECK (valid_to >= valid_from)';
// What was known stays: a correction closes the old row in record time and adds new ones.
const recorded = 'recorded_at timestamptz NOT NULL DEFAULT now(), superseded_at timestamptz';
const period = "daterange(valid_from, valid_to, '[]')";

/** A tree: the latest of each thing, with its place, beside all that was ever known of it. */
const tree = (name: string, kinds: string, root: string, own: string) => [
  `CREATE TABLE ${name} (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN (${kinds})),
    name text NOT NULL,
    ${own}
    parent_id uuid REFERENCES ${name},
    lineage uuid[] NOT NULL,
    ${validity},
    CONSTRAINT ${name}_root_is_the_district CHECK ((parent_id IS NULL) = (kind = '${root}')),
    CONSTRAINT ${name}_lineage_ends_with_itself CHECK (lineage[cardinality(lineage)] = id),
    CONSTRAINT ${name}_lineage_runs_through_its_parent
      CHECK (lineage[cardinality(lineage) - 1] IS NOT DISTINCT FROM parent_id)
  )`,
  `CREATE UNIQUE INDEX ${name}_has_one_root ON ${name} ((true)) WHERE parent_id IS NULL`,
  `CREATE INDEX ${name}_by_parent ON ${name} (parent_id)`,
  `CREATE INDEX ${name}_by_lineage ON ${name} USING gin (lineage)`,
  `CREATE TABLE ${name}_version (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ${name}_id uuid NOT NULL REFERENCES ${name},
    kind text NOT NULL CHECK (kind IN (${kinds})),
    name text NOT NULL,
    ${own}
    parent_id uuid REFERENCES ${name},
    ${validity},
    ${recorded},
    CONSTRAINT ${name}_is_one_thing_at_a_time
      EXCLUDE USING gist (${name}_id WITH =, ${period} WITH &&) WHERE (superseded_at IS NULL)
  )`,
  `CREATE INDEX ${name}_version_by_parent ON ${name}_version (parent_id) WHERE superseded_at IS NULL`,
];

const tables = [
  'CREATE EXTENSION IF NOT EXISTS btree_gist',
  ...tree('area', areaKinds, 'DISTRICT', 'code text NOT NULL, official_name text NOT NULL,'),
  ...tree('organisation', organisationKinds, 'DISTRICT_COMMITTEE', ''),
  'CREATE INDEX area_by_code ON area (code text_pattern_ops)',
  `ALTER TABLE area_version ADD CONSTRAINT code_means_one_area_at_a_time
    EXCLUDE USING gist (code WITH =, ${period} WITH &&) WHERE (superseded_at IS NULL)`,
  `CREATE TABLE organisation_covers (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    area_id uuid NOT NULL REFERENCES area,
    ${validity},
    ${recorded},
    CONSTRAINT covered_once_at_a_time
      EXCLUDE USING gist (organisation_id WITH =, area_id WITH =, ${period} WITH &&) WHERE (superseded_at IS NULL)
  )`,
  'CREATE INDEX organisation_covers_by_area ON organisation_covers (area_id) WHERE superseded_at IS NULL',
  `CREATE TABLE two_new_unit (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    field text NOT NULL CHECK (field IN ('OFFICE_BUILDING', 'COMMERCIAL_DISTRICT', 'INTERNET', 'LAW_FIRM')),
    area_id uuid NOT NULL REFERENCES area,
    members int NOT NULL CHECK (members >= 0),
    cover text NOT NULL CHECK (cover IN ('OWN', 'JOINT', 'INSTRUCTOR', 'NONE')),
    organisation_id uuid REFERENCES organisation,
    last_activity_on date,
    ${validity},
    CONSTRAINT only_an_organisation_covers CHECK (organisation_id IS NULL OR cover IN ('OWN', 'JOINT'))
  )`,
  'CREATE INDEX two_new_unit_by_area ON two_new_unit (area_id)',
  `CREATE TABLE structure_change (
    id uuid PRIMARY KEY,
    sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    kind text NOT NULL CHECK (kind IN ('OPENED', 'CLOSED', 'RENAMED', 'MOVED', 'SPLIT', 'SET_UP', 'TRANSFERRED',
                                       'MERGED', 'COVERED', 'UNCOVERED')),
    area_id uuid REFERENCES area,
    organisation_id uuid REFERENCES organisation,
    effective_on date,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    recorded_by_id uuid,
    recorded_by text NOT NULL,
    document_number text,
    subject_name text NOT NULL,
    before text,
    after text,
    CONSTRAINT change_has_a_subject CHECK (num_nonnulls(area_id, organisation_id) >= 1)
  )`,
  'CREATE INDEX structure_change_by_area ON structure_change (area_id)',
  'CREATE INDEX structure_change_by_organisation ON structure_change (organisation_id)',
  `CREATE TABLE structure_import (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL,
    template text NOT NULL CHECK (template IN ('DIVISIONS', 'AREAS')),
    file_name text NOT NULL,
    content_hash bytea NOT NULL,
    content text NOT NULL,
    encoding text NOT NULL,
    effective_on date NOT NULL,
    preview jsonb NOT NULL,
    previewed_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    committed_at timestamptz,
    document_number text,
    CONSTRAINT committed_with_a_document CHECK ((committed_at IS NULL) = (document_number IS NULL))
  )`,
];

export class Structure1763800001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of tables) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE structure_import, structure_change, two_new_unit, organisation_covers,
      organisation_version, organisation, area_version, area`);
  }
}
