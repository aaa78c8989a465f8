import {
  RATING_SETS,
  RatingClass,
  RatingMove,
  RatingRound,
  type RatingSet,
  RatingState,
  StandardItem,
} from '@linli/domain/organisation/ratings';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals, newUuid } from '../../platform/database/index.js';

const template = [
  `CREATE TABLE rating_template (
    id uuid PRIMARY KEY,
    set_key text NOT NULL,
    version int NOT NULL CHECK (version > 0),
    name text NOT NULL,
    kinds text[] NOT NULL CHECK (cardinality(kinds) > 0),
    valid_from date NOT NULL,
    document_number text,
    class_a_from int NOT NULL,
    class_b_from int NOT NULL CHECK (class_b_from <= class_a_from),
    published_at timestamptz NOT NULL DEFAULT now(),
    published_by_name text NOT NULL,
    CONSTRAINT rating_template_version UNIQUE (set_key, version),
    CONSTRAINT rating_template_from UNIQUE (set_key, valid_from)
  )`,
  `CREATE TABLE rating_star (
    template_id uuid NOT NULL REFERENCES rating_template,
    position int NOT NULL,
    name text NOT NULL,
    pass_points int NOT NULL CHECK (pass_points > 0),
    PRIMARY KEY (template_id, position)
  )`,
  `CREATE TABLE rating_criterion (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    template_id uuid NOT NULL,
    star int NOT NULL,
    position int NOT NULL,
    text text NOT NULL,
    points int NOT NULL CHECK (points > 0),
    CONSTRAINT rating_criterion_place UNIQUE (template_id, star, position),
    FOREIGN KEY (template_id, star) REFERENCES rating_star
  )`,
];

const rating = [
  `CREATE TABLE rating (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    template_id uuid NOT NULL REFERENCES rating_template,
    year int NOT NULL,
    state text NOT NULL DEFAULT 'DECLARED' CHECK (state IN (${literals(RatingState)})),
    declared_by uuid NOT NULL,
    notice_from date,
    notice_until date CHECK (notice_until >= notice_from + 6),
    class text CHECK (class IN (${literals(RatingClass)})),
    document_number text,
    CONSTRAINT rated_once_a_year UNIQUE (organisation_id, year),
    CONSTRAINT granted_with_class_and_document
      CHECK ((state = 'GRANTED') = (class IS NOT NULL) AND (class IS NULL) = (document_number IS NULL)),
    CONSTRAINT published_with_its_days CHECK (state NOT IN ('PUBLISHED', 'GRANTED') OR notice_until IS NOT NULL)
  )`,
  'CREATE INDEX rating_by_year ON rating (year, id)',
  `CREATE TABLE rating_score (
    rating_id uuid NOT NULL REFERENCES rating,
    round text NOT NULL CHECK (round IN (${literals(RatingRound)})),
    criterion_id uuid NOT NULL REFERENCES rating_criterion,
    points int NOT NULL CHECK (points >= 0),
    note text,
    PRIMARY KEY (rating_id, round, criterion_id)
  )`,
  `CREATE TABLE rating_step (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rating_id uuid NOT NULL REFERENCES rating,
    move text NOT NULL CHECK (move IN (${literals(RatingMove)})),
    sent jsonb NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    by uuid NOT NULL,
    by_name text NOT NULL
  )`,
  'CREATE INDEX rating_step_by_rating ON rating_step (rating_id)',
  `CREATE TABLE rating_star_held (
    rating_id uuid NOT NULL REFERENCES rating,
    position int NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_by_name text,
    reason text,
    document_number text,
    PRIMARY KEY (rating_id, position),
    CONSTRAINT withdrawn_with_reason
      CHECK ((withdrawn_at IS NULL) = (reason IS NULL) AND (reason IS NULL) = (document_number IS NULL))
  )`,
  `CREATE TABLE rating_appeal (
    id uuid PRIMARY KEY,
    rating_id uuid NOT NULL REFERENCES rating,
    text text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    by uuid NOT NULL,
    by_name text NOT NULL,
    upheld boolean,
    answer text,
    answered_at timestamptz,
    answered_by_name text,
    CONSTRAINT answered_whole CHECK ((upheld IS NULL) = (answer IS NULL) AND (answer IS NULL) = (answered_at IS NULL))
  )`,
  'CREATE INDEX rating_appeal_by_rating ON rating_appeal (rating_id)',
];

const standing = [
  `CREATE TABLE standard_check (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    checked_on date NOT NULL,
    met text[] NOT NULL CHECK (met <@ ARRAY[${literals(StandardItem)}]),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    by_name text NOT NULL
  )`,
  'CREATE INDEX standard_check_by_organisation ON standard_check (organisation_id, checked_on)',
  `CREATE TABLE model_site (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    title text NOT NULL,
    valid_from date NOT NULL,
    valid_until date NOT NULL CHECK (valid_until >= valid_from),
    document_number text NOT NULL,
    named_at timestamptz NOT NULL DEFAULT now(),
    by_name text NOT NULL
  )`,
  'CREATE INDEX model_site_by_organisation ON model_site (organisation_id)',
];

/** What the house brings: the first version of each set, in force since before any records. */
async function bring(runner: QueryRunner, set: RatingSet): Promise<void> {
  const id = newUuid();
  await runner.query(
    `INSERT INTO rating_template (id, set_key, version, name, kinds, valid_from, class_a_from, class_b_from, published_by_name)
     VALUES ($1, $2, 1, $3, $4, '2020-01-01', $5, $6, '鄰里')`,
    [id, set.key, set.name, set.kinds, set.classAFrom, set.classBFrom],
  );
  for (const [i, star] of set.stars.entries()) {
    await runner.query(
      'INSERT INTO rating_star (template_id, position, name, pass_points) VALUES ($1, $2, $3, $4)',
      [id, i + 1, star.name, set.passPoints],
    );
    await runner.query(
      `INSERT INTO rating_criterion (template_id, star, position, text, points)
       SELECT $1, $2, n, text, $4 FROM unnest($3::text[]) WITH ORDINALITY AS given (text, n)`,
      [id, i + 1, star.criteria, set.pointsEach],
    );
  }
}

export class Ratings1763800002400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...template, ...rating, ...standing]) await runner.query(sql);
    for (const set of RATING_SETS) await bring(runner, set);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE model_site, standard_check, rating_appeal, rating_star_held, rating_step, rating_score,
      rating, rating_criterion, rating_star, rating_template`);
  }
}
