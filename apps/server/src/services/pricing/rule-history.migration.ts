import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rules are dated data with a history: when each was known, and when its end was. A rule that there is changes in nothing
 * but its end, and that only towards today: what was charged by it is still explained by it.
 */
export class RuleHistory1763800004010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE subsidy_rule
        ADD COLUMN additive boolean NOT NULL DEFAULT false,
        ADD COLUMN pays_nobody_opened boolean NOT NULL DEFAULT false,
        ADD COLUMN proposed_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN proposed_by text,
        ADD COLUMN planned_to date,
        ADD COLUMN ended_at timestamptz,
        ADD COLUMN ended_by text,
        ADD COLUMN end_reason text,
        DROP CONSTRAINT subsidy_ends_after_it_begins,
        ADD CONSTRAINT subsidy_ends_after_it_begins CHECK (valid_to >= valid_from - 1)`);
    await runner.query('UPDATE subsidy_rule SET planned_to = valid_to');
    await runner.query(`
      CREATE FUNCTION subsidy_rule_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        today date := (now() AT TIME ZONE 'Asia/Shanghai')::date;
        past subsidy_rule := OLD;
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          past.valid_to := NEW.valid_to;
          past.ended_at := NEW.ended_at;
          past.ended_by := NEW.ended_by;
          past.end_reason := NEW.end_reason;
          IF past IS NOT DISTINCT FROM NEW AND NEW.valid_to IS NOT NULL
            AND NEW.valid_to < coalesce(OLD.valid_to, 'infinity')
            AND (NEW.valid_to >= today OR OLD.valid_from > today) THEN
            RETURN NEW;
          END IF;
        END IF;
        RAISE EXCEPTION 'a subsidy rule is only ended' USING ERRCODE = 'restrict_violation';
      END $$`);
    await runner.query(`
      CREATE TRIGGER subsidy_rule_stays BEFORE UPDATE OR DELETE ON subsidy_rule
      FOR EACH ROW EXECUTE FUNCTION subsidy_rule_stays()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION subsidy_rule_stays CASCADE');
    await runner.query(`
      ALTER TABLE subsidy_rule DROP COLUMN additive, DROP COLUMN pays_nobody_opened, DROP COLUMN proposed_at,
        DROP COLUMN proposed_by, DROP COLUMN planned_to, DROP COLUMN ended_at, DROP COLUMN ended_by,
        DROP COLUMN end_reason`);
  }
}
