import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals } from '../../platform/database/index.js';

const roles = [
  ...['DISTRICT_CADRE', 'TOWN_CADRE', 'COMMUNITY_CADRE', 'BRANCH_SECRETARY', 'GRID_LEAD', 'BUILDING_LEAD'],
  ...['CENTRE_STAFF', 'KITCHEN', 'DELIVERY_VOLUNTEER'],
];

export class Sessions1763800000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY,
        account text NOT NULL CHECK (account ~ '^[a-z0-9._-]{3,32}$'),
        name text NOT NULL,
        password_hash text NOT NULL,
        must_change_password boolean NOT NULL DEFAULT true,
        totp_secret bytea,
        totp_confirmed boolean NOT NULL DEFAULT false,
        totp_last_step bigint NOT NULL DEFAULT 0,
        disabled_at timestamptz,
        disabled_reason text,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_sign_in_at timestamptz,
        CONSTRAINT account_name_once UNIQUE (account)
      )`);
    await runner.query(`
      CREATE TABLE duty (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        role text NOT NULL CHECK (role IN (${literals(roles)})),
        area_id uuid,
        organisation_id uuid,
        centre_id uuid,
        valid_from date NOT NULL,
        valid_to date,
        CONSTRAINT duty_has_one_place CHECK (num_nonnulls(area_id, organisation_id, centre_id) = 1),
        CONSTRAINT duty_ends_after_it_begins CHECK (valid_to >= valid_from)
      )`);
    await runner.query('CREATE INDEX duty_by_account ON duty (account_id)');
    // Who may act for whom, by the elder's leave: never because they share a household.
    await runner.query(`
      CREATE TABLE carer_grant (
        id uuid PRIMARY KEY,
        elder_id uuid NOT NULL,
        carer_id uuid NOT NULL,
        granted_at timestamptz NOT NULL DEFAULT now(),
        ends_at timestamptz NOT NULL,
        revoked_at timestamptz,
        CONSTRAINT nobody_is_their_own_carer CHECK (elder_id <> carer_id)
      )`);
    await runner.query('CREATE INDEX carer_grant_by_carer ON carer_grant (carer_id)');
    await runner.query(`
      CREATE TABLE sign_in (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL UNIQUE,
        face text NOT NULL CHECK (face IN ('RESIDENT', 'CONSOLE', 'SCREEN')),
        person_id uuid NOT NULL,
        display_name text NOT NULL,
        device text NOT NULL,
        signed_in_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        ends_at timestamptz NOT NULL,
        area_id uuid,
        centre_id uuid,
        CONSTRAINT only_a_screen_stands_somewhere
          CHECK ((face = 'SCREEN') = (num_nonnulls(area_id, centre_id) = 1))
      )`);
    await runner.query('CREATE INDEX sign_in_by_person ON sign_in (person_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in, carer_grant, duty, account');
  }
}
