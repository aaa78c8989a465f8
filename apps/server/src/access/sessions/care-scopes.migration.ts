import { CareScope } from '@linli/domain/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCOPES = `ARRAY['${Object.values(CareScope).join("', '")}']`;

/** A grant says how far it goes, how it was given and who ended it. Those of before went as far as there was to go. */
export class CareScopes1763800000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE carer_grant
        ADD COLUMN scopes text[] NOT NULL DEFAULT ${SCOPES},
        ADD COLUMN way text CHECK (way IN ('CODE', 'COUNTER')),
        ADD COLUMN ended_by text CHECK (ended_by IN ('ELDER', 'CARER', 'STAFF', 'RENEWED')),
        ADD CONSTRAINT a_grant_grants_something CHECK (cardinality(scopes) > 0 AND scopes <@ ${SCOPES}),
        ADD CONSTRAINT who_ended_it_ended_it CHECK (ended_by IS NULL OR revoked_at IS NOT NULL)`);
    // Nobody leaves it to the column how far they may go.
    await runner.query('ALTER TABLE carer_grant ALTER COLUMN scopes DROP DEFAULT');
    await runner.query(`
      UPDATE carer_grant SET revoked_at = now(), ended_by = 'RENEWED'
      WHERE revoked_at IS NULL AND id NOT IN (
        SELECT DISTINCT ON (elder_id, carer_id) id FROM carer_grant
        WHERE revoked_at IS NULL ORDER BY elder_id, carer_id, ends_at DESC, id)`);
    await runner.query(
      'CREATE UNIQUE INDEX one_grant_of_each_pair ON carer_grant (elder_id, carer_id) WHERE revoked_at IS NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX one_grant_of_each_pair');
    await runner.query('ALTER TABLE carer_grant DROP COLUMN scopes, DROP COLUMN way, DROP COLUMN ended_by');
  }
}
