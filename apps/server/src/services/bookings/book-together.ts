import type { PersonId } from '@linli/domain/access';
import type { BookingId } from '@linli/domain/services/bookings';
import type { SessionId } from '@linli/domain/services/centres';
import { type Database, statement } from '../../platform/database/index.js';
import { type Answer, answerTo, type Attempt, bookOnce, secondLook, type Wish } from './book-once.js';
import { beneficiaries, factColumns, factsOver, firstState, nothingStandsInTheWay } from './booking-facts.js';
import { bookingColumns } from './booking-rows.js';
import { Queues } from './queues.js';
import { ticketNumberOfTurn } from './ticket-number.js';

/** How many wishes for one session are booked by one statement. */
const MOST = 64;

/**
 * `book` for many wishes for one session, in the order in which they came: the counter is locked once, whoever has nothing
 * in the way gets a place as long as there are any. No two of the wishes are of one person, or of one id.
 */
export const bookTogetherSql = `
  WITH wish AS MATERIALIZED (
    SELECT * FROM unnest(:ids::uuid[], :beneficiaryIds::uuid[], :bookerIds::uuid[], :bookerNames::text[], :channels::text[],
        :textures::text[])
      WITH ORDINALITY AS wish (id, beneficiary_id, booker_id, booker_name, channel, texture, nth)
  ), who AS MATERIALIZED (${beneficiaries}), facts AS MATERIALIZED (
    SELECT who.nth, ${factColumns}, centre_area.lineage AS centre_lineage, who.home_lineage, rule.rule_id,
      session.id AS facts_session_id, CASE WHEN service.meal IS NOT NULL THEN who.usual_texture END AS facts_texture
    FROM ${factsOver('session', 'NULL::text')}
    WHERE session.id = :sessionId
  ), earlier AS MATERIALIZED (
    SELECT booking.* FROM booking JOIN wish ON wish.id = booking.id
  ), locked AS MATERIALIZED (
    SELECT * FROM session_places WHERE session_id = :sessionId FOR NO KEY UPDATE
  ), chosen AS MATERIALIZED (
    SELECT wish.*, row_number() OVER (ORDER BY nth) AS turn
    FROM wish JOIN facts USING (nth)
    WHERE NOT EXISTS (SELECT FROM earlier WHERE earlier.id = wish.id) AND ${nothingStandsInTheWay}
  ), served AS MATERIALIZED (
    SELECT chosen.*, ${ticketNumberOfTurn} AS ticket_number
    FROM chosen, locked
    WHERE locked.open AND locked.taken + turn <= locked.capacity
  ), place AS (
    UPDATE session_places SET taken = session_places.taken + count, issued = session_places.issued + count
    FROM (SELECT count(*)::int AS count FROM served) served
    WHERE session_id = :sessionId AND count > 0
  ), booked AS (
    INSERT INTO booking (id, session_id, beneficiary_id, booker_id, booker_name, channel, state, ticket_number,
                         texture, full_fen, subsidy_fen, rule_id, rule_name, payer, allergy_overridden)
    SELECT served.id, facts_session_id, served.beneficiary_id, booker_id, booker_name, channel, ${firstState}, ticket_number,
           facts_texture, full_fen, subsidy_fen, rule_id, rule_name, payer, clashes <> '{}'
    FROM served JOIN facts USING (nth)
    RETURNING *
  ), recorded AS (
    INSERT INTO event (name, subject_id, payload)
    SELECT 'bookings.booked', centre_id, jsonb_build_object('bookingId', served.id, 'sessionId', facts_session_id)
    FROM served JOIN facts USING (nth) ORDER BY nth
  )
  SELECT facts.*, EXISTS (SELECT FROM served WHERE served.nth = facts.nth) AS is_new, ${bookingColumns}
  FROM facts JOIN wish USING (nth)
    LEFT JOIN (TABLE booked UNION ALL TABLE earlier) booking ON booking.id = wish.id`;

interface Wishes {
  readonly ids: readonly BookingId[];
  readonly beneficiaryIds: readonly PersonId[];
  readonly bookerIds: readonly PersonId[];
  readonly bookerNames: readonly (string | null)[];
  readonly channels: readonly string[];
  readonly textures: readonly (string | null)[];
  readonly sessionId: SessionId;
  readonly atCounter: false;
  readonly allowAllergens: false;
}

const attempt = statement<Wishes, Attempt & { nth: string }>({
  name: 'book-together',
  text: bookTogetherSql,
});

/** Whose reach is known without a look at the session, and who asks for nothing special. */
export const canWait = (wish: Wish): boolean =>
  !wish.atCounter && !wish.allowAllergens && (wish.everything || wish.people.includes(wish.beneficiaryId));

export const wishesOf = (wishes: readonly Wish[], sessionId: SessionId): Wishes => ({
  ids: wishes.map(({ id }) => id),
  beneficiaryIds: wishes.map(({ beneficiaryId }) => beneficiaryId),
  bookerIds: wishes.map(({ bookerId }) => bookerId),
  bookerNames: wishes.map(({ bookerName }) => bookerName),
  channels: wishes.map(({ channel }) => channel),
  textures: wishes.map(({ texture }) => texture),
  ...{ sessionId, atCounter: false, allowAllergens: false },
});

/** What came of it: given, or thrown. */
type Outcome = () => Answer;

const outcomeOf = (work: Promise<Answer>): Promise<Outcome> =>
  work.then(
    (answer) => () => answer,
    (error: unknown) => () => {
      throw error;
    },
  );

async function bookAll(db: Database, wishes: readonly Wish[]): Promise<Outcome[]> {
  const [first, ...others] = wishes;
  if (!first || others.length === 0) return oneByOne(db, wishes);
  try {
    const rows = await attempt(db, wishesOf(wishes, first.sessionId));
    const byTurn = new Map(rows.map((row) => [Number(row.nth), row]));
    return wishes.map((wish, i) => () => answerTo(wish, byTurn.get(i + 1)));
  } catch {
    // Somebody else took an id or the place of one of them meanwhile: then nobody is booked, and each asks alone.
    return oneByOne(db, wishes);
  }
}

async function oneByOne(db: Database, wishes: readonly Wish[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const wish of wishes) outcomes.push(await outcomeOf(secondLook(() => bookOnce(db, wish))));
  return outcomes;
}

const queues = new WeakMap<object, Queues<Wish, Outcome>>();

/**
 * One statement at a time for each session: whoever comes while it runs waits, and all who wait are booked by the next. A
 * hot session's counter is locked once for 64 bookings; where nobody queues, nobody waits.
 */
export async function bookTogether(db: Database, wish: Wish): Promise<Answer> {
  const queue =
    queues.get(db) ??
    new Queues<Wish, Outcome>({
      most: MOST,
      keyOf: ({ sessionId }) => sessionId,
      // Two wishes of one person, or one wish twice, see what became of the first.
      apart: (one, other) => one.id === other.id || one.beneficiaryId === other.beneficiaryId,
      work: (wishes) => bookAll(db, wishes),
    });
  queues.set(db, queue);
  const outcome = await queue.add(wish);
  return outcome();
}
