import { z } from 'zod';
import type { CentreId, PersonId } from '../access/index.js';
import type { NoticeKind } from './notice-kinds.js';

export const noticeId = z.uuidv7().brand<'NoticeId'>();
export type NoticeId = z.infer<typeof noticeId>;

/**
 * What a notice is about: ids, times and the public names of a service and its centre as they were then, or of what else
 * it is and who holds it: what no centre offers stands without one. Never a person's name or phone. Times are ISO texts:
 * they are stored as JSON.
 */
export interface Occasion {
  readonly bookingId: string | null;
  readonly sessionId: string | null;
  readonly centreId: CentreId | null;
  readonly service: string;
  readonly centre: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

interface Ticket {
  readonly ticketNumber: string;
}
interface Reason {
  readonly reason: string;
}
interface Until {
  /** ISO: a moment. */
  readonly until: string;
}
interface Instead {
  /** ISO: when the service next has a place. */
  readonly instead?: string;
}
interface Before extends Ticket {
  /** When it would have been. */
  readonly oldStartsAt: string;
  readonly oldEndsAt: string;
}

interface Several {
  /** How many dates or days. */
  readonly times: string;
}
interface LastDay {
  /** ISO: the beginning of the last of them. */
  readonly lastAt: string;
}

interface Meeting {
  /** The codes of what it is, with commas in between: whoever reads has words for them. */
  readonly meeting: string;
}
interface Care {
  /** The codes of what the carer may do, with commas in between. */
  readonly scopes: string;
}
interface Place {
  readonly place: string;
}

/** What each kind says beyond its occasion. */
interface More {
  readonly BOOKING_CONFIRMED: Ticket;
  readonly BOOKING_MOVED: Before;
  readonly BOOKING_CANCELLED_BY_CENTRE: Reason & Instead;
  readonly BOOKING_CANCELLED_FOR_YOU: Reason;
  readonly SESSION_TIME_CHANGED: Before;
  readonly REQUEST_RECEIVED: object;
  readonly APPROVED: Ticket;
  readonly DECLINED: Reason;
  readonly WAITLISTED: object;
  readonly PLACE_OFFERED: Until;
  readonly OFFER_LAPSED: object;
  readonly REMINDER: Ticket;
  readonly MEAL_REMINDER: Ticket;
  readonly STANDING_ORDER_SKIPPED: Reason;
  readonly NO_SHOW: object;
  readonly COUNTER_ONLY: Until;
  readonly NO_SHOW_HEALED: object;
  readonly APPEAL_DECLINED: Reason;
  readonly RUN_BOOKED: Several & LastDay;
  readonly RUN_LEFT: Several & Reason;
  readonly SERIES_CLOSED: Several & Reason;
  readonly RUN_APPROVED: Several & LastDay;
  readonly RUN_DECLINED: Several & Reason;
  readonly MEETING_ANNOUNCED: Meeting & Place;
  readonly MEETING_CANCELLED: Meeting & Reason;
  readonly CARE_GRANTED: Care & Until;
  readonly CARE_CHANGED: Care & Until;
  readonly CARE_REVOKED: Care;
}
export type MoreOf<Kind extends NoticeKind> = More[Kind];
export type ParametersOf<Kind extends NoticeKind> = Occasion & More[Kind];

/** A notice to be: to whom, about whom, what. */
export type NewNotice<Kind extends NoticeKind = NoticeKind> = Kind extends NoticeKind
  ? {
      readonly to: PersonId;
      /** Whose affair it is, when a carer is told too. */
      readonly about?: PersonId;
      readonly kind: Kind;
      /** The same key of the same kind to the same person is the same notice: queued once. */
      readonly key: string;
      readonly parameters: ParametersOf<Kind>;
      /** From then on it is no use: it is not sent any more. The inbox keeps it. */
      readonly until: Date;
    }
  : never;

/** The message that went out of no house: somebody told it in person. */
export const markDeliveryToldInput = z.object({ id: z.uuidv7() });
export type MarkDeliveryToldInput = z.infer<typeof markDeliveryToldInput>;

/** The number of whom it did not reach. */
export const revealUndeliveredNumberInput = z.object({ id: z.uuidv7() });
export type RevealUndeliveredNumberInput = z.infer<typeof revealUndeliveredNumberInput>;

export const calendarFeedId = z.uuidv7().brand<'CalendarFeedId'>();
export type CalendarFeedId = z.infer<typeof calendarFeedId>;

/** The client makes the id. Each answer shows a new address, and the one before is void. */
export const makeCalendarFeedInput = z.object({ id: calendarFeedId });
export type MakeCalendarFeedInput = z.infer<typeof makeCalendarFeedInput>;

export const revokeCalendarFeedInput = z.object({ id: calendarFeedId });
export type RevokeCalendarFeedInput = z.infer<typeof revokeCalendarFeedInput>;

/** Marks these as read; left out, all of them. */
export const markNoticesReadInput = z.object({ ids: z.array(noticeId).max(100).nullish() });
export type MarkNoticesReadInput = z.infer<typeof markNoticesReadInput>;
