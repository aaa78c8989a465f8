import type { PersonId } from '@linli/domain/access';
import type { BookingId } from '@linli/domain/services/bookings';
import type { SessionId } from '@linli/domain/services/centres';
import { type Database, Queue, secondLook, statement } from '../../platform/database/index.js';
import { type Answer, answerTo, type Attempt, bookOnce, type Wish } from './book-once.js';
import { beneficiaries, factColumns, factsOver, firstState, nothingStandsInTheWay } from './booking-facts.js';
import { bookingColumns } from './booking-rows.js';
import { ticketNumberOfTurn } from './ticket-number.js';

/** How many wishes are booked by one statement, and how many such statements run at once. */
const MOST = 64;
const AT_ONCE = 2;

/** The session of each wish, found by its id however many there are. */
const sessionOfWish =
  '(SELECT) each CROSS JOIN LATERAL (SELECT * FROM session WHERE id = who.session_id OFFSET 0) session';

/**
 * `book` for many wishes, in the order in which they came: each counter is locked once, whoever has nothing in the way gets
 * a place as long as there are any. No two of the wishes are of one person, or of one id. A session that somebody else holds
 * just now is waited for, or left out with its wishes.
 */
export const bookTogetherSql = (orLeave: '' | 'SKIP LOCKED' = ''): string => `
  WITH wish AS MATERIALIZED (
    SELECT * FROM unnest(:ids::uuid[], :sessionIds::uuid[], :beneficiaryIds::uuid[], :bookerIds::uuid[],
        :bookerNames::text[], :channels::text[], :textures::text[])
      WITH ORDINALITY AS wish (id, session_id, beneficiary_id, booker_id, booker_name, channel, texture, nth)
  ), who AS MATERIALIZED (${beneficiaries}), facts AS MATERIALIZED (
    SELECT who.nth, ${factColumns}, centre_area.lineage AS centre_lineage, who.home_lineage, rule.rule_id,
      session.id AS facts_session_id, CASE WHEN service.meal IS NOT NULL THEN who.usual_texture END AS facts_texture
    FROM ${factsOver(sessionOfWish, 'NULL::text')}
  ), earlier AS MATERIALIZED (
    SELECT booking.* FROM booking JOIN wish ON wish.id = booking.id
  ), locked AS MATERIALIZED (
    SELECT session_id, open, capacity, taken, first_ticket, issued FROM session_places
    WHERE session_id = ANY (:sessionIds::uuid[]) ORDER BY session_id FOR NO KEY UPDATE ${orLeave}
  ), chosen AS MATERIALIZED (
    SELECT wish.*, row_number() OVER (PARTITION BY session_id ORDER BY nth) AS turn
    FROM wish JOIN facts USING (nth)
    WHERE NOT EXISTS (SELECT FROM earlier WHERE earlier.id = wish.id) AND ${nothingStandsInTheWay}
  ), served AS MATERIALIZED (
    SELECT chosen.*, ${ticketNumberOfTurn} AS ticket_number
    FROM chosen JOIN locked USING (session_id)
    WHERE locked.open AND locked.taken + turn <= locked.capacity
  ), place AS (
    UPDATE session_places SET taken = session_places.taken + count, issued = session_places.issued + count
    FROM (SELECT session_id AS served_session_id, count(*)::int AS count FROM served GROUP BY session_id) served
    WHERE session_id = served_session_id
  ), booked AS (
    INSERT INTO booking (id, session_id, beneficiary_id, booker_id, booker_name, channel, state, ticket_number,
                         texture, full_fen, subsidy_fen, rule_id, rule_name, payer, allergy_overridden, run_id)
    SELECT served.id, facts_session_id, served.beneficiary_id, booker_id, booker_name, channel, ${firstState}, ticket_number,
           facts_texture, full_fen, subsidy_fen, rule_id, rule_name, payer, clashes <> '{}', own_run_id
    FROM served JOIN facts USING (nth)
    RETURNING *
  ), recorded AS (
    INSERT INTO event (name, subject_id, payload)
    SELECT 'bookings.booked', centre_id, jsonb_build_object('bookingId', served.id, 'sessionId', facts_session_id)
    FROM served JOIN facts USING (nth) ORDER BY nth
  )
  SELECT facts.*, EXISTS (SELECT FROM served WHERE served.nth = facts.nth) AS is_new, ${bookingColumns},
    NOT EXISTS (SELECT FROM locked WHERE locked.session_id = facts_session_id) AS is_left
  FROM facts JOIN wish USING (nth)
    LEFT JOIN (TABLE booked UNION ALL TABLE earlier) booking ON booking.id = wish.id`;

interface Wishes {
  readonly ids: readonly BookingId[];
  readonly beneficiaryIds: readonly PersonId[];
  readonly bookerIds: readonly PersonId[];
  readonly bookerNames: readonly (string | null)[];
  readonly channels: readonly string[];
  readonly textures: readonly (string | null)[];
  readonly sessionIds: readonly SessionId[];
  readonly atCounter: false;
  readonly allowAllergens: false;
}

type Row = Attempt & { readonly nth: string; readonly isLeft: boolean };

const together = statement<Wishes, Row>({ name: 'book-together', text: bookTogetherSql() });
const whereFree = statement<Wishes, Row>({ name: 'book-where-free', text: bookTogetherSql('SKIP LOCKED') });

/** Whose reach is known without a look at the session, and who asks for nothing special. */
export const canWait = (wish: Wish): boolean =>
  !wish.atCounter && !wish.allowAllergens && (wish.everything || wish.people.includes(wish.beneficiaryId));

export const wishesOf = (wishes: readonly Wish[]): Wishes => ({
  ids: wishes.map(({ id }) => id),
  sessionIds: wishes.map(({ sessionId }) => sessionId),
  beneficiaryIds: wishes.map(({ beneficiaryId }) => beneficiaryId),
  bookerIds: wishes.map(({ bookerId }) => bookerId),
  bookerNames: wishes.map(({ bookerName }) => bookerName),
  channels: wishes.map(({ channel }) => channel),
  textures: wishes.map(({ texture }) => texture),
  ...{ atCounter: false, allowAllergens: false },
});

const bookAlone = (db: Database, wish: Wish): Promise<Answer> => secondLook(() => bookOnce(db, wish));

/** Those whose sessions nobody else holds just now are booked at once; the others are kept waiting, and nobody with them. */
async function bookAll(db: Database, wishes: readonly Wish[]): Promise<Promise<Answer>[]> {
  const rows = await rowsOf(whereFree, db, wishes);
  if (!rows) return oneByOne(db, wishes);
  const left = wishes.filter((_wish, i) => rows[i]?.isLeft);
  const later = new Map<Wish, Promise<Answer>>();
  for (const sessionId of new Set(left.map((wish) => wish.sessionId))) {
    const own = left.filter((wish) => wish.sessionId === sessionId);
    const answers = waitFor(db, own);
    own.forEach((wish, i) =>
      later.set(
        wish,
        answers.then((all) => all[i] ?? bookAlone(db, wish)),
      ),
    );
  }
  return wishes.map((wish, i) => later.get(wish) ?? answered(wish, rows[i]));
}

/** Of one session that somebody else holds. */
async function waitFor(db: Database, wishes: readonly Wish[]): Promise<Promise<Answer>[]> {
  const rows = wishes.length > 1 ? await rowsOf(together, db, wishes) : undefined;
  return rows ? wishes.map((wish, i) => answered(wish, rows[i])) : oneByOne(db, wishes);
}

/** The row of each wish. Nothing where somebody else took an id or the place of one meanwhile: then nobody is booked. */
async function rowsOf(book: typeof together, db: Database, wishes: readonly Wish[]) {
  const rows = await book(db, wishesOf(wishes)).catch(() => undefined);
  const byTurn = rows && new Map(rows.map((row) => [Number(row.nth), row]));
  return byTurn && wishes.map((_wish, i) => byTurn.get(i + 1));
}

// eslint-disable-next-line @typescript-eslint/require-await -- what it throws is the answer
const answered = async (wish: Wish, row: Row | undefined): Promise<Answer> => answerTo(wish, row);

/** Each asks alone, and sees what became of those before. */
async function oneByOne(db: Database, wishes: readonly Wish[]): Promise<Promise<Answer>[]> {
  const answers: Promise<Answer>[] = [];
  for (const wish of wishes) {
    const answer = bookAlone(db, wish);
    answers.push(answer);
    await answer.catch(() => undefined);
  }
  return answers;
}

const queues = new WeakMap<object, Queue<Wish, Answer>>();

/**
 * A few statements at a time, and one for each session: whoever comes while they run waits, and all who wait are booked by
 * the next. A hot session's counter is locked once for 64 bookings; where nobody queues, nobody waits.
 */
export function bookTogether(db: Database, wish: Wish): Promise<Answer> {
  const queue =
    queues.get(db) ??
    new Queue<Wish, Answer>({
      ...{ most: MOST, atOnce: AT_ONCE },
      keyOf: ({ sessionId }) => sessionId,
      // Two wishes of one person, or one wish twice: the second sees what became of the first.
      marksOf: ({ id, beneficiaryId }) => [id, beneficiaryId],
      work: (wishes) => bookAll(db, wishes),
    });
  queues.set(db, queue);
  return queue.add(wish);
}
