import { NoticeKind } from '@linli/domain/notices';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals } from '../../platform/database/index.js';

const kinds = literals(NoticeKind);

/** Meetings are told of as well: what a notice is about need be of no centre. */
export class MeetingNotices1763800002560 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notice ALTER COLUMN centre_id DROP NOT NULL');
    await runner.query('ALTER TABLE notice DROP CONSTRAINT notice_kind_check');
    await runner.query(`ALTER TABLE notice ADD CONSTRAINT notice_kind_check CHECK (kind IN (${kinds}))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM notice WHERE centre_id IS NULL');
    await runner.query('ALTER TABLE notice ALTER COLUMN centre_id SET NOT NULL');
  }
}
