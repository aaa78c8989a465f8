import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { addDays, type PlainDate, plainDateOf } from '@linli/domain/base';
import { type BookingFacts, bookingId, refusalToBook, refusalToJoin } from '@linli/domain/services/bookings';
import type { CentreId, ServiceId, SessionId } from '@linli/domain/services/centres';
import fc from 'fast-check';
import { Refused } from '../../platform/graphql/index.js';
import { statement, transaction } from '../../platform/database/index.js';
import { newId, testDatabase } from '../../testing/index.js';
import { details, factsOfLines } from './bookable.shape.js';
import { wishOf } from './book-once.js';
import { bookTogetherSql, wishesOf } from './book-together.js';
import { beneficiary } from './booking-facts.js';
import { bookableSessions } from './bookable-sessions.js';
import { bookingScenario, bornYearsAgo, hours } from './booking.scenario.js';
import { admissionScenario } from './admission.scenario.js';
import { corners, type Situation, situations } from './situations.scenario.js';

const database = testDatabase();
const { given, when, today } = bookingScenario(database);
const more = admissionScenario(database, given);

const weekOf = (day: PlainDate): number => Math.floor((Date.parse(day) / 86_400_000 + 3) / 7);

/** Where else the person is, and what the facts say of it. */
async function elsewhere({ elsewhere: where, times }: Situation, lan: Viewer, centre: CentreId) {
  const nowhere = { overlapService: null, overlapStartsAt: null };
  if (where === 'no') return nowhere;
  const before = (time: Date) => new Date(time.getTime() - 70 * 60_000);
  const isBefore = where === 'resting' || where === 'rested';
  const startsAt = isBefore ? before(times.startsAt) : times.startsAt;
  const fetched = { meal: 'DINNER', way: 'PICK_UP' } as const;
  const rest = { rest_after_minutes: where === 'resting' ? 15 : 10 };
  const service = await given.service({
    ...{ centre, name: '助浴', policy: rest, ...(where === 'fetched' && fetched) },
  });
  const at = { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), closesAt: startsAt };
  await given.has(lan, await given.session({ centre, service, ...at }));
  if (where === 'fetched' || where === 'rested') return nowhere;
  return { overlapService: '助浴', overlapStartsAt: startsAt };
}

/** Somebody else has the room at that time; a session that has bookings has its room. */
async function elsewhereTaken(
  { roomTaken, times }: Situation,
  { centre, service, isHeld }: { centre: CentreId; service: ServiceId; isHeld: boolean },
) {
  if (!roomTaken || isHeld) return { resourceTaken: null, resourceTakenUntil: null };
  const other = await given.service({ centre, name: '書法課' });
  await given.resource(centre, '活動室', [service, other]);
  const at = { startsAt: times.startsAt, endsAt: times.endsAt, closesAt: times.startsAt };
  await given.has(await given.resident(), await given.session({ centre, service: other, ...at }));
  return { resourceTaken: '活動室', resourceTakenUntil: times.endsAt };
}

/** A worker comes to the door, unless there is none, or no door. */
async function visitOf({ visit }: Situation, service: ServiceId, lan: Viewer, centre: CentreId) {
  if (visit === 'no') return null;
  await database().query(
    `UPDATE service SET at_home = true, meal = NULL, way = NULL, category = 'HAIRCUT' WHERE id = $1`,
    [service],
  );
  if (visit !== 'NO_WORKER') await given.resource(centre, '理髮師', [service], 'PERSON');
  if (visit !== 'NO_HOME_DOOR') await given.door(lan);
  return visit === 'whole' ? null : visit;
}

/** A session that is open to all while places are taken, and then as the situation has it. */
async function arrange(s: Situation) {
  const { community, building, otherBuilding } = await given.tree();
  const centre = await given.centre();
  const service = await given.service({
    centre,
    meal: 'LUNCH',
    way: 'DINE_IN',
    policy: { no_show_limit: 3 },
  });
  const { capacity, walkIn, times } = s;
  const session = await given.session({ centre, service, capacity, walkIn });
  const lan = await given.resident({
    birthDate: bornYearsAgo(s.age),
    needs: s.needs,
    home: s.livesHere ? building : otherBuilding,
    allergies: s.allergic ? ['PEANUT'] : ['EGG'],
  });
  const held = Number(s.booked) + Number(s.neighbourBooked && !(s.booked && capacity === 1));
  if (s.booked) await when.hasBooked(lan, session);
  if (held > Number(s.booked)) await when.hasBooked(await given.resident(), session);

  const day = plainDateOf(times.startsAt);
  await when.changes(
    session,
    `opens_at = $2, closes_at = $3, starts_at = $4, ends_at = $5, day = $6, weekly_quota = $7, state = $8, cancel_reason = $9, monthly_quota = $10`,
    [
      ...[s.opensAt, times.closesAt, times.startsAt, times.endsAt, day, s.weeklyQuota, s.state],
      ...[s.state === 'CANCELLED' ? '停電' : null, s.monthlyQuota],
    ],
  );
  const residentAreaId = s.isForCommunity ? community : null;
  await database().query(
    'UPDATE service SET min_age = $2, care_needs = $3, resident_area_id = $4, waitlist = $5 WHERE id = $1',
    [service, s.minAge, s.careNeeds, residentAreaId, s.waitlist],
  );
  const missed: PlainDate[] = [];
  for (let i = 1; i <= s.missed; i += 1) {
    const startsAt = hours(-24 * (s.missed + 3 - i));
    const times = { startsAt, closesAt: startsAt, opensAt: startsAt };
    const past = await given.session({ centre, service, ...times });
    await given.missed(lan, past);
    missed.push(past.day);
  }
  const resource = await elsewhereTaken(s, { centre, service, isHeld: held > 0 });
  const dishes = [{ name: '宮保雞丁', allergens: ['PEANUT' as const], textures: ['REGULAR' as const] }];
  if (s.peanuts) await given.menu({ centreId: centre, day }, dishes);

  const visitLacks = await visitOf(s, service, lan, centre);
  const clashes = s.peanuts && s.allergic && s.visit === 'no';
  const facts: BookingFacts = {
    ...{ ...s, ...times, residentAreaId, taken: held, now: new Date(), sessionState: s.state },
    alreadyBooked: s.booked,
    bookedThisWeek: Number(s.booked) + missed.filter((each) => weekOf(each) === weekOf(day)).length,
    bookedThisMonth: Number(s.booked) + missed.filter((each) => each.slice(0, 7) === day.slice(0, 7)).length,
    ...(await elsewhere(s, lan, centre)),
    ...resource,
    ...(await more.assessed(s, { lan, centre, service, day })),
    ...(await more.ofClass(s, lan, session)),
    visitLacks,
    counterOnlyUntil: s.missed === 3 ? addDays(today(), 27) : null,
    homeLineage: s.livesHere ? [community, building] : [otherBuilding],
    clashes: clashes ? ['PEANUT'] : [],
    clashingDishes: clashes ? ['宮保雞丁'] : [],
    allowAllergens: s.allowAllergens && s.atCounter,
  };
  return { centre, session, lan, day, facts };
}

const straightLine = (atCounter: boolean) =>
  statement<{ beneficiaryId: string; id: string }, { refusal: string | null; details: object }>({
    name: `line-of-page-${String(atCounter)}`,
    text: `
      WITH who AS (${beneficiary})
      SELECT refusal, ${details} AS details
      FROM (${factsOfLines({ face: 'CONSOLE', within: () => String(atCounter) }, 'session', 'true AS more')}) facts
      WHERE session_id = :id`,
  });

const batch = statement<ReturnType<typeof wishesOf>, { id: string | null }>({
  name: 'book-together-tried',
  text: bookTogetherSql(),
});

/** Would a batch give the person a place? Nothing of it is kept. */
async function takenTogether(lan: Viewer, session: { readonly id: SessionId }): Promise<boolean> {
  const undo = new Error('undo');
  let taken = false;
  const tried = transaction(database(), async (tx) => {
    const wish = wishOf(lan, {
      id: newId(bookingId),
      sessionId: session.id,
      beneficiaryId: lan.personId,
      channel: 'APP',
    });
    const [row] = await batch(tx, wishesOf(wish ? [wish] : []));
    taken = typeof row?.id === 'string';
    throw undo;
  });
  await expect(tried).rejects.toBe(undo);
  return taken;
}

// The statement guards and the domain explains: texts of one rule, held together here.
it('the page, the statement and the domain say the same of every situation', async () => {
  const said = new Set<string>();
  await fc.assert(
    fc.asyncProperty(situations, async (s) => {
      const { centre, session, lan, day, facts } = await arrange(s);
      const viewer = s.atCounter ? given.staff(centre) : lan;
      const { personId: beneficiaryId } = lan;

      const { serviceId } = session;
      const page = { centreId: centre, beneficiaryId, from: day, to: day, serviceId };
      const [shown] = await bookableSessions(database(), viewer, page);
      const line = await straightLine(s.atCounter)(database(), { beneficiaryId, id: session.id });
      expect(line).toEqual([{ refusal: shown?.refusal, details: shown?.refusalDetails }]);
      const together = await takenTogether(lan, session);
      const channel = s.atCounter ? 'COUNTER' : 'APP';
      const { allowAllergens } = s;
      const result = await when.books(viewer, session, { beneficiaryId, channel, allowAllergens });

      const expected = refusalToBook(facts);
      said.add(expected ?? 'BOOKED');
      expect(result instanceof Refused ? result.code : undefined).toBe(expected);
      expect(shown?.refusal ?? undefined).toBe(refusalToBook({ ...facts, allowAllergens: false }));
      const mayJoin = refusalToJoin({ ...facts, allowAllergens: false, waitlist: s.waitlist });
      expect(shown?.mayJoinWaitlist).toBe(shown?.refusal === 'SESSION_FULL' && !mayJoin);
      if (expected) {
        const joined = await when.waits(viewer, session, { beneficiaryId, channel, allowAllergens });
        const toJoin = refusalToJoin({ ...facts, waitlist: s.waitlist });
        said.add(toJoin ?? 'WAITS');
        expect(joined instanceof Refused ? joined.code : undefined).toBe(toJoin);
      }
      expect(together).toBe(
        refusalToBook({ ...facts, atCounter: false, allowAllergens: false }) === undefined,
      );
      expect(shown?.placesLeft).toBe(facts.capacity - facts.taken);
      expect(shown?.allergens).toEqual(facts.clashes);
      expect(shown?.bookingId !== null).toBe(facts.alreadyBooked);
    }),
    { numRuns: 250, examples: corners.map((corner) => [corner]) },
  );
  // It looked everywhere, or it proved little.
  expect([...said].toSorted()).toEqual([
    ...[
      'ALLERGY_CLASH',
      'ALREADY_BOOKED',
      'ASSESSMENT_EXPIRED',
      'ASSESSMENT_MISSING',
      'BOOKED',
      'COUNTER_ONLY',
      'NOT_ELIGIBLE',
      'NOT_OPEN_YET',
      'NO_HOME_DOOR',
      'NO_WAITLIST',
      'NO_WORKER',
    ],
    ...[
      'OVERLAPS',
      'PAST_CUT_OFF',
      'QUOTA_REACHED',
      'RESOURCE_TAKEN',
      'SESSION_CANCELLED',
      'SESSION_FULL',
      'SESSION_OVER',
      'WAITS',
      'WHOLE_SERIES',
    ],
  ]);
}, 60_000);
