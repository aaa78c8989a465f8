import { statesWithoutEffect } from '@linli/domain/services/bookings';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sharesFor } from '../pricing/index.js';
import { eater, standing } from './booking-facts.js';
import { givenFor } from './given-for.js';
import { shareSubsidy } from './subsidy-shares.migration.js';
import { literals } from '../../platform/database/index.js';

const withoutEffect = literals(statesWithoutEffect);

/**
 * Two meals of one day that are booked at once do not know of each other: where a rule has a cap per day, the second waits
 * for the first, and is refused as a double where both together are too much. Who books looks again, and prices it anew.
 */
export class DayCaps1763800005095 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION share_subsidy() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        adds boolean := EXISTS (SELECT FROM subsidy_rule WHERE additive);
        caps boolean := EXISTS (SELECT FROM subsidy_rule WHERE day_cap_fen IS NOT NULL);
      BEGIN
        IF caps THEN
          PERFORM pg_advisory_xact_lock(hashtextextended('subsidy ' || NEW.beneficiary_id::text, 0));
        END IF;
        IF adds THEN
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
            CROSS JOIN LATERAL (${sharesFor({ ...eater, givenBy: givenFor('booking.id = NEW.id') }, 'NEW.full_fen')}) share;
        END IF;
        IF caps AND EXISTS (
          SELECT FROM booking_subsidy line
            JOIN subsidy_rule rule ON rule.id = line.rule_id AND rule.day_cap_fen IS NOT NULL
            JOIN booking ON booking.id = line.booking_id
            JOIN session ON session.id = booking.session_id
          WHERE booking.beneficiary_id = NEW.beneficiary_id AND booking.state NOT IN (${withoutEffect})
            AND session.day = (SELECT day FROM session WHERE id = NEW.session_id)
          GROUP BY rule.id HAVING sum(line.fen) > rule.day_cap_fen
        ) OR (caps AND adds AND NEW.subsidy_fen <> (SELECT sum(fen) FROM booking_share WHERE booking_id = NEW.id)) THEN
          RAISE unique_violation USING CONSTRAINT = 'subsidy_day_cap', MESSAGE = 'more than the rule gives on one day';
        END IF;
        RETURN NULL;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(shareSubsidy);
  }
}
