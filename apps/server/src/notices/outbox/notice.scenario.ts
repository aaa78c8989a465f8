import { centreId, type PersonId, personId } from '@linli/domain/access';
import { type NewNotice, NoticeKind, type ParametersOf, usefulUntil } from '@linli/domain/notices';
import { newUuid, type Database } from '../../platform/database/index.js';
import { givenResident, testKey } from '../../organisation/people/people.scenario.js';
import { seal } from '../../access/secrets/index.js';
import { newId } from '../../testing/index.js';

const HOUR = 3_600_000;
export const PHONE_MARK = '1391234';
let phones = 0;
/** No two residents have one phone. */
export const newPhone = (): string => `${PHONE_MARK}${String((phones += 1)).padStart(4, '0')}`;

/** A notice of any kind about tomorrow, with all that a kind may say. */
export function noticeOf<Kind extends NoticeKind>(
  to: PersonId,
  kind: Kind,
  unlike: { key?: string; about?: PersonId; until?: Date; parameters?: object } = {},
): NewNotice {
  const startsAt = new Date(Date.now() + 24 * HOUR);
  const parameters = {
    ...{ bookingId: newUuid(), sessionId: newUuid(), centreId: newId(centreId) },
    ...{ service: '健康檢查', centre: '沙北街道鄰里中心' },
    ...{ startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + HOUR).toISOString() },
    ...{ ticketNumber: '4321', reason: '設備檢修', until: new Date(Date.now() + HOUR).toISOString() },
    ...{ oldStartsAt: startsAt.toISOString(), oldEndsAt: startsAt.toISOString() },
    ...(kind.startsWith('MEETING') && { meeting: 'THEME_DAY', place: '黨群服務中心' }),
    ...(kind.startsWith('CARE') && { scopes: 'BOOKINGS' }),
    ...unlike.parameters,
  } as unknown as ParametersOf<Kind>;
  const until = unlike.until ?? usefulUntil(kind, { startsAt, now: new Date() });
  const { key = newUuid(), about } = unlike;
  return { to, kind, key, parameters, until, ...(about && { about }) } as unknown as NewNotice;
}

interface Reachable {
  readonly phone?: string | null;
  readonly openId?: string;
  readonly language?: string;
  readonly wishes?: string;
}

/** Somebody with a phone, unless it says otherwise. */
export async function givenReachable(db: Database, unlike: Reachable = {}): Promise<PersonId> {
  const { phone = newPhone(), openId, language = 'zh-Hant', wishes } = unlike;
  const id = await givenResident(db, { id: newId(personId), ...(phone !== null && { phone }) });
  await db.query(`UPDATE resident SET language = $2 ${wishes ? `, ${wishes}` : ''} WHERE id = $1`, [
    id,
    language,
  ]);
  if (openId) {
    await db.query('INSERT INTO wechat_follower (resident_id, open_id) VALUES ($1, $2)', [
      id,
      seal(testKey(), 'wechat', openId),
    ]);
  }
  return id;
}
