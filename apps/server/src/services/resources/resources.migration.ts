import { ResourceKind } from '@linli/domain/services/resources';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals } from '../../platform/database/index.js';

const resource = `
  CREATE TABLE resource (
    id uuid PRIMARY KEY,
    centre_id uuid NOT NULL REFERENCES centre,
    kind text NOT NULL CHECK (kind IN (${literals(ResourceKind)})),
    name text NOT NULL,
    UNIQUE (id, centre_id),
    UNIQUE (centre_id, name)
  )`;

// The centre stands here too: a service takes what its own centre has.
const needed = `
  CREATE TABLE service_resource (
    service_id uuid NOT NULL,
    resource_id uuid NOT NULL,
    centre_id uuid NOT NULL,
    PRIMARY KEY (service_id, resource_id),
    FOREIGN KEY (service_id, centre_id) REFERENCES service (id, centre_id),
    FOREIGN KEY (resource_id, centre_id) REFERENCES resource (id, centre_id)
  )`;

// From the first booking of a session until the last is given back, the time to make ready again included.
const hold = `
  CREATE TABLE resource_hold (
    resource_id uuid NOT NULL REFERENCES resource,
    session_id uuid NOT NULL REFERENCES session ON DELETE CASCADE,
    span tstzrange NOT NULL,
    PRIMARY KEY (resource_id, session_id),
    CONSTRAINT never_in_two_sessions EXCLUDE USING gist (resource_id WITH =, span WITH &&)
  )`;

export class Resources1763800003400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [resource, needed, hold]) await runner.query(sql);
    await runner.query('CREATE INDEX resource_hold_by_session ON resource_hold (session_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE resource_hold, service_resource, resource');
  }
}
