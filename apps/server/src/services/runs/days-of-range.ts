import type { PersonId, Viewer } from '@linli/domain/access';
import { addDays, type PlainDate, plainDateOf } from '@linli/domain/base';
import type { CentreId, ServiceId } from '@linli/domain/services/centres';
import { rangeOfDays } from '@linli/domain/services/runs';
import { now, statement, type Transaction } from '../../platform/database/index.js';
import { type BookableSession, bookableSessions } from '../bookings/index.js';
import { calendarIn, HORIZON_DAYS, type Service } from '../centres/index.js';
import type { RangeDay } from './offer.type.js';

interface Days {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const closedDays = statement<Days & { centreId: CentreId }, { day: PlainDate; reason: string }>({
  name: 'closed-days-of-range',
  text: 'SELECT day, reason FROM closed_day WHERE centre_id = :centreId AND day BETWEEN :from AND :to',
});

const lastSession = statement<{ id: ServiceId }, { day: PlainDate | null }>({
  name: 'last-session-of-service',
  text: 'SELECT max(day) AS day FROM session WHERE service_id = :id AND NOT withdrawn',
});

/** Until when sessions are known: as far as the timetable is kept written, or as far as somebody wrote it. */
async function lastPlanned(db: Transaction, { id }: Service): Promise<PlainDate> {
  const horizon = addDays(plainDateOf(await now(db)), HORIZON_DAYS);
  const [last] = await lastSession(db, { id });
  return last?.day && last.day > horizon ? last.day : horizon;
}

const isScheduled = ({ session }: BookableSession): boolean => session.state === 'SCHEDULED';

/** Every day from one to another: its sessions, and where there is none, why. */
export async function daysOfRange(
  db: Transaction,
  viewer: Viewer,
  service: Service,
  wish: Days & { readonly beneficiaryId: PersonId },
): Promise<RangeDay[]> {
  const { id: serviceId, centreId, followsCalendar } = service;
  const { from, to, beneficiaryId } = wish;
  const page = { centreId, beneficiaryId, serviceId, from, to };
  const lines = (await bookableSessions(db, viewer, page)).filter(isScheduled);
  const closed = await closedDays(db, { centreId, from, to });
  const facts = {
    open: new Set(lines.map(({ session }) => session.day)),
    closed: new Map(closed.map(({ day, reason }) => [day, reason])),
    calendar: await calendarIn(db, { from, to }),
    followsCalendar,
    lastPlanned: await lastPlanned(db, service),
  };
  return rangeOfDays(facts, from, to).map((told) => ({
    ...told,
    lines: lines.filter(({ session }) => session.day === told.day),
  }));
}
