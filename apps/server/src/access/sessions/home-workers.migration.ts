import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals } from '../../platform/database/index.js';

const before = [
  ...['DISTRICT_CADRE', 'TOWN_CADRE', 'COMMUNITY_CADRE', 'BRANCH_SECRETARY', 'GRID_LEAD', 'BUILDING_LEAD'],
  ...['CENTRE_STAFF', 'KITCHEN', 'DELIVERY_VOLUNTEER'],
];

const allow = (roles: readonly string[]): string => `
  ALTER TABLE duty DROP CONSTRAINT duty_role_check,
    ADD CONSTRAINT duty_role_check CHECK (role IN (${literals(roles)}))`;

/** Who goes to people's homes signs in to see where, and nothing else. */
export class HomeWorkers1763800000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(allow([...before, 'HOME_WORKER']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM duty WHERE role = 'HOME_WORKER'`);
    await runner.query(allow(before));
  }
}
