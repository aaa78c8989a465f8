import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the dishes last changed, and what was cooked instead of what was ordered: only added to. */
export class MenuChanges1763800003510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE menu ADD COLUMN changed_at timestamptz');
    await runner.query(`
      CREATE TABLE menu_substitution (
        id uuid PRIMARY KEY,
        menu_id uuid NOT NULL REFERENCES menu,
        replaced jsonb NOT NULL,
        dish jsonb NOT NULL,
        reason text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        by_id uuid NOT NULL,
        by_name text NOT NULL
      )`);
    await runner.query('CREATE INDEX menu_substitution_by_menu ON menu_substitution (menu_id, at)');
    await runner.query(`
      CREATE FUNCTION substitution_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a substitution is never changed' USING ERRCODE = 'restrict_violation';
      END $$`);
    await runner.query(`
      CREATE TRIGGER substitution_stays BEFORE UPDATE OR DELETE ON menu_substitution
      FOR EACH STATEMENT EXECUTE FUNCTION substitution_stays()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE menu_substitution');
    await runner.query('DROP FUNCTION substitution_stays');
    await runner.query('ALTER TABLE menu DROP COLUMN changed_at');
  }
}
