import { FIRST_POINT_RULES, PointState } from '@linli/domain/organisation/member-points';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals, newUuid, organisationsBehindWall, READER } from '../../platform/database/index.js';
import { wallOf } from '../members/index.js';

const tables = [
  `CREATE TABLE point_rules (
    id uuid PRIMARY KEY,
    version int NOT NULL UNIQUE CHECK (version > 0),
    valid_from date NOT NULL UNIQUE,
    document_number text,
    published_at timestamptz NOT NULL DEFAULT now(),
    published_by_name text NOT NULL
  )`,
  `CREATE TABLE point_item (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    rules_id uuid NOT NULL REFERENCES point_rules,
    position int NOT NULL,
    name text NOT NULL,
    points int NOT NULL,
    UNIQUE (rules_id, position)
  )`,
  `CREATE TABLE point_entry (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    resident_id uuid NOT NULL REFERENCES resident,
    item_id uuid NOT NULL REFERENCES point_item,
    points int NOT NULL,
    done_on date NOT NULL,
    evidence text NOT NULL,
    state text NOT NULL DEFAULT 'ENTERED' CHECK (state IN (${literals(PointState)})),
    entered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    entered_by uuid NOT NULL,
    entered_by_name text NOT NULL,
    reviewed_at timestamptz,
    reviewed_by uuid,
    reviewed_by_name text,
    note text,
    notice_from date,
    notice_until date,
    counters uuid UNIQUE REFERENCES point_entry,
    CONSTRAINT reviewed_by_another CHECK (reviewed_by <> entered_by),
    CONSTRAINT reviewed_once_it_moved CHECK (counters IS NOT NULL OR (state = 'ENTERED') = (reviewed_by IS NULL)),
    CONSTRAINT point_notice_of_a_week CHECK (notice_until >= notice_from + 6),
    CONSTRAINT published_with_a_notice
      CHECK (state <> 'PUBLISHED' OR counters IS NOT NULL OR notice_until IS NOT NULL)
  )`,
  'CREATE INDEX point_entry_by_organisation ON point_entry (organisation_id, id)',
  'CREATE INDEX point_entry_by_resident ON point_entry (resident_id)',
  `CREATE TABLE point_appeal (
    id uuid PRIMARY KEY,
    entry_id uuid NOT NULL UNIQUE REFERENCES point_entry,
    text text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    upheld boolean,
    answer text,
    answered_by_name text,
    CONSTRAINT point_appeal_answered_whole CHECK (num_nonnulls(upheld, answer, answered_by_name) IN (0, 3))
  )`,
  // Nothing is deleted, and what was earned for which deed stays as it was entered.
  `CREATE FUNCTION point_entry_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP = 'DELETE' OR
       (NEW.organisation_id, NEW.resident_id, NEW.item_id, NEW.points, NEW.done_on, NEW.evidence, NEW.entered_by, NEW.counters)
       IS DISTINCT FROM
       (OLD.organisation_id, OLD.resident_id, OLD.item_id, OLD.points, OLD.done_on, OLD.evidence, OLD.entered_by, OLD.counters)
       OR (OLD.state <> 'ENTERED' AND NEW.state <> OLD.state)
     THEN RAISE EXCEPTION 'entries stay' USING ERRCODE = '23514'; END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER point_entry_keeps BEFORE UPDATE OR DELETE ON point_entry
   FOR EACH ROW EXECUTE FUNCTION point_entry_keeps()`,
  `GRANT SELECT ON point_rules, point_item TO ${READER}`,
  ...wallOf({
    point_entry: `organisation_id IN ${organisationsBehindWall}`,
    point_appeal: 'EXISTS (SELECT FROM point_entry e WHERE e.id = point_appeal.entry_id)',
  }),
];

export class MemberPoints1763800002593 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of tables) await runner.query(sql);
    const id = newUuid();
    await runner.query(
      `INSERT INTO point_rules (id, version, valid_from, published_by_name) VALUES ($1, 1, '2020-01-01', '鄰里')`,
      [id],
    );
    await runner.query(
      `INSERT INTO point_item (rules_id, position, name, points)
       SELECT $1, n, name, points FROM unnest($2::text[], $3::int[]) WITH ORDINALITY AS given (name, points, n)`,
      [id, FIRST_POINT_RULES.map(({ name }) => name), FIRST_POINT_RULES.map(({ points }) => points)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE point_appeal, point_entry, point_item, point_rules');
    await runner.query('DROP FUNCTION point_entry_keeps()');
  }
}
