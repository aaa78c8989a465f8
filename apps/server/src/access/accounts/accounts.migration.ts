import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Accounts1763800000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A secret that was shown but not yet proven waits beside the one in force.
    await runner.query(`
      ALTER TABLE account
        ADD COLUMN totp_pending bytea,
        ADD COLUMN phone_masked text,
        ADD CONSTRAINT totp_has_a_secret CHECK (NOT totp_confirmed OR totp_secret IS NOT NULL),
        ADD CONSTRAINT disabled_with_a_reason CHECK ((disabled_at IS NULL) = (disabled_reason IS NULL))`);
    // A duty that is taken away ends at once, not with the day.
    await runner.query('ALTER TABLE duty ADD COLUMN ended_at timestamptz');
    await runner.query('CREATE INDEX duty_by_area ON duty (area_id)');
    await runner.query('CREATE INDEX duty_by_organisation ON duty (organisation_id)');
    await runner.query('CREATE INDEX duty_by_centre ON duty (centre_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX duty_by_area, duty_by_organisation, duty_by_centre');
    await runner.query('ALTER TABLE duty DROP COLUMN ended_at');
    await runner.query('ALTER TABLE account DROP COLUMN totp_pending, DROP COLUMN phone_masked');
  }
}
