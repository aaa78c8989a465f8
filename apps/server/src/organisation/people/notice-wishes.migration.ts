import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a resident wishes to be told: on by default, but for the reminder of each meal. */
export class NoticeWishes1763800002020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE resident
        ADD COLUMN sms_notices boolean NOT NULL DEFAULT true,
        ADD COLUMN wechat_notices boolean NOT NULL DEFAULT true,
        ADD COLUMN reminders boolean NOT NULL DEFAULT true,
        ADD COLUMN meal_reminders boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE resident
        DROP COLUMN sms_notices, DROP COLUMN wechat_notices, DROP COLUMN reminders, DROP COLUMN meal_reminders`);
  }
}
