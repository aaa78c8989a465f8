import { Meal } from '@linli/domain/services/centres';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals } from '../../platform/database/index.js';

const meals = literals(Meal);

const entry = `
  CREATE TABLE food_safety_entry (
    nth bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    log_id uuid NOT NULL,
    centre_id uuid NOT NULL REFERENCES centre,
    day date NOT NULL,
    meal text NOT NULL CHECK (meal IN (${meals})),
    dish text NOT NULL,
    sample_grams int CHECK (sample_grams >= 0),
    keep_hours int CHECK (keep_hours >= 0),
    celsius_tenths int,
    served_cold boolean NOT NULL,
    reason text,
    at timestamptz NOT NULL DEFAULT now(),
    by_id uuid NOT NULL,
    by_name text NOT NULL,
    CONSTRAINT dish_once_in_a_log UNIQUE (log_id, dish),
    CONSTRAINT measured_on_the_day CHECK (day = (at AT TIME ZONE 'Asia/Shanghai')::date)
  );
  CREATE INDEX food_safety_entry_by_meal ON food_safety_entry (centre_id, day, meal)`;

const release = `
  CREATE TABLE meal_release (
    id uuid PRIMARY KEY,
    centre_id uuid NOT NULL REFERENCES centre,
    day date NOT NULL,
    meal text NOT NULL CHECK (meal IN (${meals})),
    released_at timestamptz NOT NULL DEFAULT now(),
    by_id uuid NOT NULL,
    by_name text NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_by text CHECK (withdrawn_by IN ('ENTRY', 'MENU')),
    CONSTRAINT withdrawn_by_something CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
  );
  CREATE UNIQUE INDEX one_release_of_a_meal ON meal_release (centre_id, day, meal) WHERE withdrawn_at IS NULL`;

// Corrections are entries of their own.
const stays = `
  CREATE FUNCTION food_safety_stays() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'the food safety log is only added to' USING ERRCODE = 'restrict_violation';
  END $$;
  CREATE TRIGGER food_safety_stays BEFORE UPDATE OR DELETE ON food_safety_entry
  FOR EACH STATEMENT EXECUTE FUNCTION food_safety_stays()`;

// Menus know nothing of releases: another dish was not measured, so the signature no longer stands.
const menu = `
  CREATE FUNCTION release_follows_menu() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE meal_release SET withdrawn_at = now(), withdrawn_by = 'MENU'
    WHERE centre_id = NEW.centre_id AND day = NEW.day AND meal = NEW.meal AND withdrawn_at IS NULL;
    RETURN NULL;
  END $$;
  CREATE TRIGGER release_follows_menu AFTER UPDATE OF changed_at ON menu FOR EACH ROW
  WHEN (NEW.changed_at IS DISTINCT FROM OLD.changed_at) EXECUTE FUNCTION release_follows_menu()`;

export class FoodSafety1763800006100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [entry, release, stays, menu]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION release_follows_menu CASCADE');
    await runner.query('DROP TABLE meal_release, food_safety_entry');
    await runner.query('DROP FUNCTION food_safety_stays');
  }
}
