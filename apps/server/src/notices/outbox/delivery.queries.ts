import type { PersonId } from '@linli/domain/access';
import {
  type DeliveryProblem,
  type DeliveryState,
  kindsOfUrgency,
  type NoticeChannel,
  type NoticeKind,
} from '@linli/domain/notices';
import { literals, statement } from '../../platform/database/index.js';
import type { StoredNotice } from './notice-words.js';

const list = (kinds: readonly NoticeKind[]): string => `ARRAY[${literals(kinds)}]::text[]`;

export interface Claimed {
  readonly id: string;
  readonly channel: NoticeChannel;
  /** This try included. */
  readonly tries: number;
  /** Since when an earlier try may have arrived. */
  readonly unsureBefore: Date | null;
  readonly residentId: PersonId;
  readonly aboutId: PersonId;
  readonly kind: NoticeKind;
  readonly parameters: StoredNotice['parameters'];
  readonly until: Date;
  readonly language: string;
  readonly phoneCipher: Buffer | null;
  readonly openId: Buffer | null;
  /** False: somebody else's affair, of a person who does not let them care any more. */
  readonly mayKnow: boolean;
}

interface Claim {
  readonly now: Date;
  readonly lease: number;
  readonly most: number;
  readonly channels: readonly NoticeChannel[];
  readonly night: boolean;
  /** By night, what matters before that cannot wait. */
  readonly tooLate: Date | null;
}

// Whose lease has run out is somebody's who is gone: taken over, by night too, as long as the carrier knows the key.
export const claimDue = statement<Claim, Claimed>({
  name: 'claim-deliveries',
  text: `
    WITH due AS MATERIALIZED (
      SELECT delivery.id AS due_id, delivery.notice_id AS due_notice_id, unsure_since AS unsure_before
      FROM notice_delivery delivery JOIN notice ON notice.id = delivery.notice_id
      WHERE delivery.state IN ('QUEUED', 'SENDING') AND due_at <= :now::timestamptz
        AND channel = ANY (:channels::text[])
        AND (NOT :night::boolean OR unsure_since IS NOT NULL OR kind = ANY (${list(kindsOfUrgency('URGENT'))})
          OR (kind = ANY (${list(kindsOfUrgency('TIMELY'))}) AND until < :tooLate::timestamptz))
      ORDER BY due_at LIMIT :most::int
      FOR NO KEY UPDATE OF delivery SKIP LOCKED
    )
    UPDATE notice_delivery delivery SET
      state = 'SENDING', tries = tries + 1, due_at = :now::timestamptz + make_interval(secs => :lease::int),
      unsure_since = coalesce(unsure_since, :now::timestamptz)
    FROM due
      JOIN notice ON notice.id = due_notice_id
      JOIN resident ON resident.id = notice.resident_id
      LEFT JOIN wechat_follower follower ON follower.resident_id = resident.id
    WHERE delivery.id = due_id
    RETURNING delivery.id, channel, tries, unsure_before, resident.id AS resident_id, about_id, kind, parameters, until,
      language, phone_cipher, open_id,
      about_id = resident.id OR EXISTS (
        SELECT FROM carer_grant
        WHERE carer_id = resident.id AND elder_id = about_id AND revoked_at IS NULL AND ends_at > now()
          AND 'BOOKINGS' = ANY (scopes)
      ) AS may_know`,
});

interface Mark {
  readonly id: string;
  readonly tries: number;
  readonly now: Date;
}

// Who comes late says what is true nevertheless; of what failed, only the try that is under way speaks.
export const markSent = statement<Omit<Mark, 'tries'>, never>({
  name: 'mark-delivery-sent',
  text: `
    UPDATE notice_delivery SET state = 'SENT', ended_at = :now::timestamptz, problem = NULL
    WHERE id = :id AND state <> 'SENT'`,
});

export const markEnded = statement<Mark & { state: DeliveryState; problem: DeliveryProblem | null }, never>({
  name: 'mark-delivery-ended',
  text: `
    UPDATE notice_delivery SET state = :state, ended_at = :now::timestamptz, problem = :problem
    WHERE id = :id AND tries = :tries AND state = 'SENDING'`,
});

export const markForLater = statement<Mark & { wait: number; unsureSince: Date | null }, never>({
  name: 'mark-delivery-for-later',
  text: `
    UPDATE notice_delivery SET
      state = 'QUEUED', due_at = :now::timestamptz + make_interval(secs => :wait::int), unsure_since = :unsureSince
    WHERE id = :id AND tries = :tries AND state = 'SENDING'`,
});

// What no carrier here takes, or nobody needs any more, ends; what may have been sent already is for its carrier to say.
export const endTheRest = statement<{ now: Date; channels: readonly NoticeChannel[] }, never>({
  name: 'end-deliveries',
  text: `
    UPDATE notice_delivery delivery SET
      ended_at = :now::timestamptz,
      state = CASE WHEN channel = ANY (:channels::text[]) THEN 'EXPIRED' ELSE 'SKIPPED' END,
      problem = CASE WHEN channel <> ALL (:channels::text[]) THEN 'NOT_CONNECTED' END
    FROM notice
    WHERE notice.id = notice_id AND delivery.state = 'QUEUED' AND unsure_since IS NULL
      AND (channel <> ALL (:channels::text[]) OR until <= :now::timestamptz)`,
});

export const clock = statement<object, { now: Date }>({ name: 'courier-clock', text: 'SELECT now()' });
