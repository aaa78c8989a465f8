import { statesServed } from '@linli/domain/services/bookings';
import { Meal, MealWay } from '@linli/domain/services/centres';
import { ClaimState, EvidenceKind } from '@linli/domain/services/claims';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals } from '../../platform/database/index.js';

// Who says that somebody ate: at the counter whoever checked them in, at the door whoever was there.
const evidence = `
  CREATE VIEW meal_evidence AS
  SELECT booking.id AS booking_id, 'CHECK_IN' AS kind, checked_in_at AS at, checked_in_by AS by_id,
    account.name AS by_name
  FROM booking
    JOIN session ON session.id = booking.session_id
    JOIN service ON service.id = session.service_id AND service.way <> 'DELIVERY'
    LEFT JOIN account ON account.id = checked_in_by
  WHERE booking.state IN (${literals(statesServed)}) AND checked_in_at IS NOT NULL AND checked_in_by IS NOT NULL
  UNION ALL
  SELECT booking_id, outcome, at, by, by_name
  FROM delivery_mark JOIN booking ON booking.id = booking_id
  WHERE stands AND outcome IN ('DELIVERED', 'NOBODY_OPENED') AND booking.state <> 'CANCELLED'`;

const claimable = `
  CREATE VIEW claimable_meal AS
  SELECT booking.id AS booking_id, booking.beneficiary_id, session.centre_id, session.day, service.meal, service.way,
    subsidy.payer, string_agg(subsidy.rule_name, '、' ORDER BY subsidy.fen DESC, subsidy.rule_name) AS rule_name,
    sum(subsidy.fen)::int AS fen, evidence.kind AS evidence_kind, evidence.at AS evidence_at,
    evidence.by_id AS evidence_by, coalesce(evidence.by_name, '') AS evidence_by_name
  FROM booking
    JOIN session ON session.id = booking.session_id
    JOIN service ON service.id = session.service_id AND service.meal IS NOT NULL
    JOIN booking_subsidy subsidy ON subsidy.booking_id = booking.id
    JOIN meal_evidence evidence ON evidence.booking_id = booking.id
      AND (evidence.kind <> 'NOBODY_OPENED' OR subsidy.pays_nobody_opened)
  GROUP BY booking.id, session.id, service.id, subsidy.payer, evidence.kind, evidence.at, evidence.by_id, evidence.by_name`;

const claim = `
  CREATE TABLE claim (
    id uuid PRIMARY KEY,
    centre_id uuid NOT NULL REFERENCES centre,
    payer text NOT NULL,
    month date NOT NULL CHECK (extract(day FROM month) = 1),
    number int NOT NULL CHECK (number > 0),
    state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN (${literals(ClaimState)})),
    drafted_at timestamptz NOT NULL DEFAULT now(),
    drafted_by_name text NOT NULL,
    submitted_at timestamptz,
    submitted_by uuid,
    submitted_by_name text,
    answered_at timestamptz,
    answered_by_name text,
    reason text,
    CONSTRAINT claim_once UNIQUE (centre_id, payer, month, number),
    CONSTRAINT submitted_by_somebody
      CHECK ((state = 'DRAFT') = (submitted_at IS NULL) AND (submitted_at IS NULL) = (submitted_by IS NULL)),
    CONSTRAINT answered_when_answered CHECK ((state IN ('ACCEPTED', 'RETURNED')) = (answered_at IS NOT NULL)),
    CONSTRAINT returned_with_reason CHECK ((state = 'RETURNED') = (reason IS NOT NULL))
  );
  CREATE UNIQUE INDEX one_draft_of_a_month ON claim (centre_id, payer, month) WHERE state = 'DRAFT'`;

const line = `
  CREATE TABLE claim_line (
    id uuid PRIMARY KEY,
    claim_id uuid NOT NULL REFERENCES claim,
    booking_id uuid NOT NULL REFERENCES booking,
    beneficiary_id uuid NOT NULL REFERENCES resident,
    day date NOT NULL,
    meal text NOT NULL CHECK (meal IN (${literals(Meal)})),
    way text NOT NULL CHECK (way IN (${literals(MealWay)})),
    rule_name text NOT NULL,
    fen int NOT NULL CHECK (fen <> 0),
    evidence_kind text NOT NULL CHECK (evidence_kind IN (${literals(EvidenceKind)})),
    evidence_at timestamptz NOT NULL,
    evidence_by uuid NOT NULL,
    evidence_by_name text NOT NULL,
    counters uuid REFERENCES claim_line,
    reason text,
    CONSTRAINT a_counter_takes_back CHECK ((counters IS NULL) = (fen > 0)),
    CONSTRAINT only_a_counter_has_a_reason CHECK (reason IS NULL OR counters IS NOT NULL)
  );
  CREATE INDEX claim_line_by_claim ON claim_line (claim_id, day, id);
  CREATE INDEX claim_line_by_booking ON claim_line (booking_id)`;

// One meal of one person is claimed once from one payer, whoever gathers at the same moment; and taken back once.
const once = `
  CREATE TABLE claimed_meal (
    beneficiary_id uuid NOT NULL REFERENCES resident,
    day date NOT NULL,
    meal text NOT NULL,
    payer text NOT NULL,
    line_id uuid NOT NULL UNIQUE REFERENCES claim_line,
    CONSTRAINT a_meal_is_claimed_once PRIMARY KEY (beneficiary_id, day, meal, payer)
  );
  CREATE TABLE countered_line (
    line_id uuid PRIMARY KEY REFERENCES claim_line,
    by_line uuid NOT NULL UNIQUE REFERENCES claim_line
  )`;

const stays = `
  CREATE FUNCTION claim_line_stays() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP <> 'UPDATE' AND EXISTS (
      SELECT FROM claim WHERE id = CASE TG_OP WHEN 'INSERT' THEN NEW.claim_id ELSE OLD.claim_id END AND state = 'DRAFT'
    ) THEN
      RETURN coalesce(NEW, OLD);
    END IF;
    RAISE EXCEPTION 'a submitted claim is never changed' USING ERRCODE = 'restrict_violation';
  END $$;
  CREATE TRIGGER claim_line_stays BEFORE INSERT OR UPDATE OR DELETE ON claim_line
  FOR EACH ROW EXECUTE FUNCTION claim_line_stays();

  CREATE FUNCTION claim_stays() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.id, NEW.centre_id, NEW.payer, NEW.month, NEW.number)
        = (OLD.id, OLD.centre_id, OLD.payer, OLD.month, OLD.number)
      AND (OLD.state = 'DRAFT' OR OLD.state = 'SUBMITTED' AND NEW.state IN ('ACCEPTED', 'RETURNED')
        AND (NEW.submitted_at, NEW.submitted_by) = (OLD.submitted_at, OLD.submitted_by)) THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a submitted claim is never changed' USING ERRCODE = 'restrict_violation';
  END $$;
  CREATE TRIGGER claim_stays BEFORE UPDATE OR DELETE ON claim FOR EACH ROW EXECUTE FUNCTION claim_stays()`;

export class Claims1763800007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [evidence, claimable, claim, line, once, stays]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE countered_line, claimed_meal, claim_line, claim');
    await runner.query('DROP FUNCTION claim_stays, claim_line_stays');
    await runner.query('DROP VIEW claimable_meal, meal_evidence');
  }
}
