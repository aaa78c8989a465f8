import { NoticeKind } from '@linli/domain/notices';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals } from '../../platform/database/index.js';

const kinds = literals(NoticeKind);

/** Whose care is whose is told as well. */
export class CareNotices1763800002570 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notice DROP CONSTRAINT notice_kind_check');
    await runner.query(`ALTER TABLE notice ADD CONSTRAINT notice_kind_check CHECK (kind IN (${kinds}))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM notice WHERE kind LIKE 'CARE%'`);
  }
}
