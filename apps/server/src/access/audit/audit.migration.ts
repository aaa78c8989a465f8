import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Audit1763800000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const text of [entry, head, hash, chain, refuse, ...triggers]) await runner.query(text);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_entry CASCADE');
    await runner.query('DROP TABLE audit_head');
    await runner.query('DROP FUNCTION audit_chain, audit_refuse');
  }
}

const entry = `
  CREATE TABLE audit_entry (
    sequence bigint PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    at timestamptz NOT NULL,
    actor_id uuid,
    actor_name text NOT NULL,
    actor_role text,
    face text,
    action text NOT NULL,
    subject_kind text,
    subject_id uuid,
    subject_name text,
    detail jsonb NOT NULL,
    area_ids uuid[] NOT NULL,
    organisation_ids uuid[] NOT NULL,
    centre_ids uuid[] NOT NULL,
    once_key text UNIQUE,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL
  )`;

// One row, locked by whoever writes an entry until it commits: the chain has no gaps and no forks.
const head = `
  CREATE TABLE audit_head (
    one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
    sequence bigint NOT NULL,
    hash bytea NOT NULL
  );
  INSERT INTO audit_head (sequence, hash) VALUES (0, '')`;

// Moments as numbers: their text depends on the zone of the connection.
const hash = `
  CREATE FUNCTION audit_hash(entry audit_entry) RETURNS bytea LANGUAGE sql STABLE
  RETURN sha256(entry.previous_hash || convert_to(jsonb_build_array(
    entry.sequence, entry.id, extract(epoch FROM entry.at), entry.actor_id, entry.actor_name, entry.actor_role,
    entry.face, entry.action, entry.subject_kind, entry.subject_id, entry.subject_name, entry.detail,
    entry.area_ids, entry.organisation_ids, entry.centre_ids, entry.once_key)::text, 'UTF8'))`;

// A key seen before is no entry: looked for behind the lock, so that two at once make one.
const chain = `
  CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE head audit_head;
  BEGIN
    SELECT * INTO head FROM audit_head FOR UPDATE;
    IF NEW.once_key IS NOT NULL AND EXISTS (SELECT FROM audit_entry WHERE once_key = NEW.once_key) THEN
      RETURN NULL;
    END IF;
    NEW.sequence := head.sequence + 1;
    NEW.at := clock_timestamp();
    NEW.previous_hash := head.hash;
    NEW.hash := audit_hash(NEW);
    UPDATE audit_head SET sequence = NEW.sequence, hash = NEW.hash;
    RETURN NEW;
  END $$`;

const refuse = `
  CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'the audit trail is only added to' USING ERRCODE = 'restrict_violation';
  END $$`;

const triggers = [
  `CREATE TRIGGER chained BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_chain()`,
  `CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()`,
  `CREATE TRIGGER head_stays BEFORE DELETE OR TRUNCATE ON audit_head
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()`,
  `CREATE INDEX audit_entry_by_actor ON audit_entry (actor_id, sequence)`,
  `CREATE INDEX audit_entry_by_subject ON audit_entry (subject_id, sequence)`,
];
