import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who took it on their name that somebody gets another dish, after the order: only added to. */
export class AllergyAnswers1763800006010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE allergy_answer (
        id uuid PRIMARY KEY,
        booking_id uuid NOT NULL REFERENCES booking,
        dishes text[] NOT NULL CHECK (dishes <> '{}'),
        note text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        by_id uuid NOT NULL,
        by_name text NOT NULL
      )`);
    await runner.query('CREATE INDEX allergy_answer_by_booking ON allergy_answer (booking_id, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE allergy_answer');
  }
}
