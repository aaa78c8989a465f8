import { DeliveryProblem, DeliveryState, NoticeChannel, NoticeKind } from '@linli/domain/notices';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literals } from '../../platform/database/index.js';

const notice = `
  CREATE TABLE notice (
    id uuid PRIMARY KEY,
    resident_id uuid NOT NULL REFERENCES resident ON DELETE CASCADE,
    about_id uuid NOT NULL REFERENCES resident ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN (${literals(NoticeKind)})),
    key text NOT NULL,
    parameters jsonb NOT NULL,
    centre_id uuid NOT NULL,
    until timestamptz NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    read_at timestamptz,
    CONSTRAINT told_once UNIQUE (resident_id, kind, key)
  )`;

// While SENDING, due_at is when the lease ends. unsure_since: from then on a try may have arrived.
const noticeDelivery = `
  CREATE TABLE notice_delivery (
    id uuid PRIMARY KEY,
    notice_id uuid NOT NULL REFERENCES notice ON DELETE CASCADE,
    channel text NOT NULL CHECK (channel IN (${literals(NoticeChannel)})),
    state text NOT NULL CHECK (state IN (${literals(DeliveryState)})),
    due_at timestamptz NOT NULL DEFAULT now(),
    tries int NOT NULL DEFAULT 0,
    unsure_since timestamptz,
    ended_at timestamptz,
    problem text CHECK (problem IN (${literals(DeliveryProblem)})),
    CONSTRAINT delivered_once UNIQUE (notice_id, channel),
    CONSTRAINT ended_at_some_time CHECK ((state IN ('QUEUED', 'SENDING')) = (ended_at IS NULL)),
    CONSTRAINT failed_for_a_reason CHECK (state <> 'FAILED' OR problem IS NOT NULL)
  ) WITH (fillfactor = 80)`;

// The open id by which the service account knows a follower; sealed as phones are.
const follower = `
  CREATE TABLE wechat_follower (
    resident_id uuid PRIMARY KEY REFERENCES resident ON DELETE CASCADE,
    open_id bytea NOT NULL,
    since timestamptz NOT NULL DEFAULT now()
  )`;

const indexes = [
  'CREATE INDEX notice_by_resident ON notice (resident_id, at DESC, id DESC)',
  'CREATE INDEX notice_unread ON notice (resident_id) WHERE read_at IS NULL',
  `CREATE INDEX notice_delivery_due ON notice_delivery (due_at) WHERE state IN ('QUEUED', 'SENDING')`,
  `CREATE INDEX notice_delivery_failed ON notice_delivery (ended_at DESC, id DESC) WHERE state = 'FAILED'`,
];

export class Outbox1763800002500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [notice, noticeDelivery, follower, ...indexes]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE wechat_follower, notice_delivery, notice');
  }
}
