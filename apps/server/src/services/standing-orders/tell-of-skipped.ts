import type { CentreId } from '@linli/domain/access';
import { usefulUntil } from '@linli/domain/notices';
import type { SessionId } from '@linli/domain/services/centres';
import { queueNotices } from '../../notices/outbox/index.js';
import { statement, type Transaction } from '../../platform/database/index.js';
import type { DueDay } from './due-days.js';

const occasion = statement<
  { sessionId: SessionId },
  { centreId: CentreId; service: string; centre: string; startsAt: Date; endsAt: Date; now: Date }
>({
  name: 'occasion-of-skipped-day',
  text: `
    SELECT session.centre_id, service.name AS service, centre.name AS centre, session.starts_at, session.ends_at, now() AS now
    FROM session JOIN service ON service.id = session.service_id JOIN centre ON centre.id = session.centre_id
    WHERE session.id = :sessionId`,
});

/** A day could not be booked: the person is told once, with the reason as a code that each language has words for. */
export async function tellOfSkipped(tx: Transaction, due: DueDay, reason: string): Promise<void> {
  const { sessionId, beneficiaryId: to, orderId, day } = due;
  const [found] = await occasion(tx, { sessionId });
  if (!found) return;
  const { centreId, service, centre, startsAt, endsAt, now } = found;
  const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  await queueNotices(tx, [
    {
      ...{ kind: 'STANDING_ORDER_SKIPPED', to, key: `${orderId} ${day}` },
      parameters: { bookingId: null, sessionId, centreId, service, centre, ...times, reason },
      until: usefulUntil('STANDING_ORDER_SKIPPED', { startsAt, now }),
    },
  ]);
}
