import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a unit was on which days, as the trees have it: name, members and cover change, each with a document. */
export class TwoNewVersions1763800001030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE two_new_version (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        unit_id uuid NOT NULL REFERENCES two_new_unit,
        name text NOT NULL,
        members int NOT NULL CHECK (members >= 0),
        cover text NOT NULL CHECK (cover IN ('OWN', 'JOINT', 'INSTRUCTOR', 'NONE')),
        organisation_id uuid REFERENCES organisation,
        valid_from date,
        valid_to date,
        document_number text,
        recorded_by text,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        superseded_at timestamptz,
        CHECK (valid_to >= valid_from),
        CONSTRAINT only_an_organisation_covers CHECK (organisation_id IS NULL OR cover IN ('OWN', 'JOINT')),
        CONSTRAINT unit_is_one_thing_at_a_time EXCLUDE USING gist
          (unit_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (superseded_at IS NULL)
      )`);
    await runner.query('CREATE INDEX two_new_version_by_organisation ON two_new_version (organisation_id)');
    await runner.query(`
      INSERT INTO two_new_version (unit_id, name, members, cover, valid_from, valid_to)
      SELECT id, name, members, 'NONE', valid_from, covered_from - 1 FROM two_new_unit
      WHERE coalesce(valid_from, '-infinity') < covered_from`);
    await runner.query(`
      INSERT INTO two_new_version (unit_id, name, members, cover, organisation_id, valid_from, valid_to)
      SELECT id, name, members, cover, organisation_id, coalesce(covered_from, valid_from), valid_to FROM two_new_unit`);
    await runner.query(`
      CREATE TABLE two_new_activity (
        id uuid PRIMARY KEY,
        unit_id uuid NOT NULL REFERENCES two_new_unit,
        held_on date NOT NULL,
        title text,
        recorded_by text,
        recorded_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX two_new_activity_by_unit ON two_new_activity (unit_id, held_on)');
    await runner.query(`
      INSERT INTO two_new_activity (id, unit_id, held_on)
      SELECT gen_random_uuid(), id, last_activity_on FROM two_new_unit WHERE last_activity_on IS NOT NULL`);
    await runner.query(`
      ALTER TABLE two_new_unit DROP COLUMN covered_from, DROP COLUMN cover, DROP COLUMN organisation_id,
        DROP COLUMN members, DROP COLUMN last_activity_on, DROP COLUMN name`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE two_new_unit ADD COLUMN name text, ADD COLUMN members int, ADD COLUMN cover text,
        ADD COLUMN organisation_id uuid REFERENCES organisation, ADD COLUMN last_activity_on date,
        ADD COLUMN covered_from date`);
    await runner.query(`
      UPDATE two_new_unit SET name = v.name, members = v.members, cover = v.cover,
        organisation_id = v.organisation_id,
        covered_from = CASE WHEN v.cover <> 'NONE' AND v.valid_from IS DISTINCT FROM two_new_unit.valid_from
                            THEN v.valid_from END,
        last_activity_on = (SELECT max(held_on) FROM two_new_activity activity WHERE activity.unit_id = v.unit_id)
      FROM (SELECT DISTINCT ON (unit_id) * FROM two_new_version WHERE superseded_at IS NULL
            ORDER BY unit_id, valid_from DESC NULLS LAST) v WHERE v.unit_id = two_new_unit.id`);
    await runner.query('DROP TABLE two_new_activity, two_new_version');
  }
}
