import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sharesFor } from '../pricing/index.js';
import { eater, standing } from './booking-facts.js';

/** Writes down the parts of a new booking. */
export const shareSubsidy = `
  CREATE OR REPLACE FUNCTION share_subsidy() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM subsidy_rule WHERE additive) THEN
      RETURN NULL;
    END IF;
    INSERT INTO booking_share (booking_id, nth, rule_id, fen)
    SELECT NEW.id, share.nth, share.rule_id, share.fen
    FROM (
        SELECT resident.id AS beneficiary_id, birth_date, coalesce(home.lineage, '{}') AS home_lineage
        FROM resident LEFT JOIN area home ON home.id = resident.building_id
        WHERE resident.id = NEW.beneficiary_id
      ) who
      JOIN session ON session.id = NEW.session_id
      JOIN service ON service.id = session.service_id
      ${standing}
      CROSS JOIN LATERAL (${sharesFor(eater, 'NEW.full_fen')}) share;
    RETURN NULL;
  END $$`;

/**
 * Which rule pays what of a booking, as it was booked. Mostly one pays all of it and the booking says which; where rules
 * add up, each has its line.
 */
export class SubsidyShares1763800005090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE booking_share (
        booking_id uuid NOT NULL REFERENCES booking ON DELETE CASCADE,
        nth int NOT NULL,
        rule_id uuid NOT NULL REFERENCES subsidy_rule,
        fen int NOT NULL CHECK (fen > 0),
        PRIMARY KEY (booking_id, nth)
      )`);
    await runner.query(shareSubsidy);
    await runner.query(`
      CREATE TRIGGER share_subsidy AFTER INSERT ON booking FOR EACH ROW
      WHEN (NEW.subsidy_fen > 0) EXECUTE FUNCTION share_subsidy()`);
    await runner.query(`
      CREATE VIEW booking_subsidy AS
      SELECT line.booking_id, line.rule_id, subsidy_rule.name AS rule_name, payer, fen, pays_nobody_opened
      FROM (
        SELECT booking_id, rule_id, fen FROM booking_share
        UNION ALL
        SELECT id, rule_id, subsidy_fen FROM booking
        WHERE rule_id IS NOT NULL AND subsidy_fen > 0
          AND NOT EXISTS (SELECT FROM booking_share WHERE booking_id = booking.id)
      ) line JOIN subsidy_rule ON subsidy_rule.id = line.rule_id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW booking_subsidy');
    await runner.query('DROP FUNCTION share_subsidy CASCADE');
    await runner.query('DROP TABLE booking_share');
  }
}
