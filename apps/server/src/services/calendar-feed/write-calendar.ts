import { TZDate } from '@date-fns/tz';
import type { Translator } from '@linli/i18n';
import type { NoticesMessages } from '@linli/i18n/notices';
import ical, { ICalEventClass, ICalEventStatus } from 'ical-generator';
import { translatorFor } from '../../notices/outbox/index.js';
import { simplified } from '../../platform/http/simplified.js';
import { type Feed, type FeedBooking, statusOf } from './feed-bookings.js';

const ZONE = 'Asia/Shanghai';
// One offset since 1991, and no summer time.
const VTIMEZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/** Seconds after which a calendar may ask again. */
const ASK_AGAIN = 3600;

/** The feed as RFC 5545 has it. The same bookings give the same text. */
export async function calendarOf({ bookings, language }: Feed): Promise<string> {
  const translator = await translatorFor(language === 'en' ? 'en' : 'zh-Hant');
  const calendar = ical({
    name: translator.t('calendar.name'),
    prodId: { company: 'linli', product: 'calendar', language: language === 'en' ? 'EN' : 'ZH' },
    timezone: { name: null, generator: () => VTIMEZONE },
    ttl: ASK_AGAIN,
    x: { 'X-WR-TIMEZONE': ZONE },
  });
  for (const booking of bookings) calendar.createEvent(eventOf(booking, translator));
  // Names of services and centres are stored in Traditional characters, as the words are that were just put there.
  const text = calendar.toString();
  return language === 'zh-Hans' ? simplified(text) : text;
}

function eventOf(booking: FeedBooking, { t }: Translator<NoticesMessages>) {
  const { id, state, service, centre, address, place, ticketNumber, startsAt, endsAt, changedAt } = booking;
  const status = statusOf(state);
  const summary = {
    CONFIRMED: service,
    TENTATIVE: t('calendar.tentative', { service }),
    CANCELLED: t('calendar.cancelled', { service }),
  }[status];
  return {
    id: `${id}@linli`,
    status: ICalEventStatus[status],
    sequence: status === 'CANCELLED' ? 1 : 0,
    timezone: ZONE,
    start: new TZDate(startsAt.getTime(), ZONE),
    end: new TZDate(endsAt.getTime(), ZONE),
    stamp: changedAt,
    lastModified: changedAt,
    class: ICalEventClass.PRIVATE,
    summary,
    location: [centre, address, place].filter(Boolean).join(' '),
    ...(ticketNumber !== '' && { description: t('calendar.ticket', { ticketNumber }) }),
  };
}
