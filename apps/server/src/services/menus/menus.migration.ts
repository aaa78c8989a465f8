import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Menus1763800003500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE menu (
        id uuid PRIMARY KEY,
        centre_id uuid NOT NULL REFERENCES centre,
        day date NOT NULL,
        meal text NOT NULL CHECK (meal IN ('BREAKFAST', 'LUNCH', 'DINNER')),
        dishes jsonb NOT NULL CHECK (jsonb_array_length(dishes) BETWEEN 1 AND 8),
        note text,
        CONSTRAINT one_menu_for_a_meal UNIQUE (centre_id, day, meal)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE menu');
  }
}
