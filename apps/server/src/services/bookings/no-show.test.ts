import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { addDays, plainDateOf } from '@linli/domain/base';
import type { AppealDecision } from '@linli/domain/services/bookings';
import { testDatabase } from '../../testing/index.js';
import { bookableSessions } from './bookable-sessions.js';
import { booked, bookingScenario, expectRefused, hours, type StandingSession } from './booking.scenario.js';
import { appealNoShow, decideAppeal } from './index.js';
import { openAppealsOf } from './no-show-appeal.queries.js';
import { settleSessions } from './settle-sessions.js';

const database = testDatabase();
const { given, when, storedBooking, told } = bookingScenario(database);
const daysAgo = (days: number) => hours(-24 * days);
const dayOf = (date: Date) => plainDateOf(date);

/** A person who missed a service so many days ago, each time. */
async function absentee(
  days: readonly number[],
  unlike: Parameters<typeof given.service>[0] = {},
  needs: Parameters<typeof given.resident>[0] = {},
) {
  const service = await given.service(unlike);
  const lan = await given.resident(needs);
  for (const each of days) {
    const startsAt = daysAgo(each);
    await given.missed(
      lan,
      await given.session({ service, startsAt, closesAt: startsAt, opensAt: startsAt }),
    );
  }
  const rows = await database().query<{ id: never }[]>(
    `SELECT booking.id FROM booking JOIN session ON session.id = session_id WHERE beneficiary_id = $1 ORDER BY starts_at`,
    [lan.personId],
  );
  const session = await given.session({ service });
  return { service, lan, session, missed: rows, staff: given.staff(session.centreId) };
}
const appeals = (viewer: Viewer, { id }: { id: never }, reason = '住院了') =>
  appealNoShow(database(), viewer, { id, reason });
const decides = (viewer: Viewer, { id }: { id: never }, decision: AppealDecision, reason?: string) =>
  decideAppeal(database(), viewer, { id, decision, reason });
const bookingsOf = ({ id }: StandingSession) =>
  database().query<object[]>('SELECT FROM booking WHERE session_id = $1', [id]);

it('after three no-shows in ninety days the service is booked at the counter only, and the page says until when', async () => {
  const { lan, session, staff } = await absentee([80, 20, 5]);
  const until = addDays(dayOf(daysAgo(5)), 30);

  const refused = await when.books(lan, session);
  expectRefused(refused, 'COUNTER_ONLY');
  expect(refused).toMatchObject({ details: { until } });
  expect(await bookingsOf(session)).toEqual([]);
  const page = {
    centreId: session.centreId,
    beneficiaryId: lan.personId,
    from: session.day,
    to: session.day,
  };
  const [shown] = await bookableSessions(database(), lan, { ...page, serviceId: session.serviceId });
  expect(shown).toMatchObject({ refusal: 'COUNTER_ONLY', refusalDetails: { until } });
  // The telephone is no counter; another service is another matter.
  const phone = { beneficiaryId: lan.personId, channel: 'PHONE' } as const;
  expectRefused(await when.books(staff, session, phone), 'COUNTER_ONLY');
  await when.hasBooked(lan, await given.session({ startsAt: hours(72) }));
  await when.hasBooked(staff, session, { ...phone, channel: 'COUNTER' });
});

it.each([
  ['two are not enough', [20, 5], {}, {}],
  ['three in more than ninety days are not', [96, 20, 5], {}, {}],
  ['it heals with time', [100, 60, 31], {}, {}],
  ['a meal does not mind', [9, 8, 7], { meal: 'LUNCH', way: 'DINE_IN', policy: { no_show_limit: null } }, {}],
  ['who cannot do without help is spared', [9, 8, 7], {}, { needs: ['DISABLED_FULLY'] }],
] as const)('%s', async (_what, days, service, person) => {
  const { lan, session } = await absentee(days, service, person);
  await when.hasBooked(lan, session);
});

it('an appeal that is believed makes it a visit, and the counter is no longer needed', async () => {
  const { lan, session, missed, staff } = await absentee([20, 10, 5]);
  const [first, , last] = missed as [(typeof missed)[0], (typeof missed)[0], (typeof missed)[0]];
  const mother = lan;
  const carer = await given.resident({ caresFor: [mother.personId] });

  booked(await appeals(carer, first));
  booked(await appeals(carer, first));
  expectRefused(await appeals(mother, first, '別的原因'), 'ALREADY_APPEALED');
  expect((await openAppealsOf(database(), staff, session.centreId)).map(({ id }) => id)).toEqual([first.id]);
  expect(booked(await decides(staff, first, 'HEALED'))).toMatchObject({ state: 'COMPLETED' });
  booked(await decides(staff, first, 'HEALED'));
  expectRefused(await decides(staff, first, 'UPHELD', '無記錄'), 'ALREADY_DECIDED');

  expect(await storedBooking(first)).toMatchObject({ state: 'COMPLETED' });
  expect(await openAppealsOf(database(), staff, session.centreId)).toEqual([]);
  await when.hasBooked(lan, session);
  const audit = await database().query<object[]>(
    'SELECT action, subject_id, actor_name FROM audit_entry WHERE subject_id = $1',
    [first.id],
  );
  expect(audit).toEqual([{ action: 'NO_SHOW_HEALED', subject_id: first.id, actor_name: staff.name }]);
  expect(await told(lan)).toEqual(['NO_SHOW_HEALED']);
  expect(await storedBooking(last)).toMatchObject({ state: 'NO_SHOW' });
});

it('an appeal that is not believed leaves everything as it was, and says why', async () => {
  const { lan, session, missed, staff } = await absentee([20, 10, 5]);
  const [first] = missed as [(typeof missed)[0]];
  expectRefused(await decides(staff, first, 'HEALED'), 'NO_APPEAL');
  booked(await appeals(lan, first));

  booked(await decides(staff, first, 'UPHELD', '當天無人聯繫中心'));

  expect(await storedBooking(first)).toMatchObject({ state: 'NO_SHOW' });
  expectRefused(await when.books(lan, session), 'COUNTER_ONLY');
  expect(await told(lan)).toEqual(['APPEAL_DECLINED']);
  await expect(decides(given.staff(await given.centre()), first, 'HEALED')).rejects.toThrow(
    'No such booking',
  );
  await expect(appeals(await given.resident(), first)).rejects.toThrow('No such booking');
});

it('appeals only against a no-show', async () => {
  const lan = await given.resident();
  const { id } = await when.hasBooked(lan, await given.session());
  expectRefused(await appeals(lan, { id: id as never }), 'NOT_A_NO_SHOW');
  expect(await database().query('SELECT FROM no_show_appeal WHERE booking_id = $1', [id])).toEqual([]);
});

it('whoever missed one is told, and with the third until when the counter books for them; once', async () => {
  const { lan, service } = await absentee([20, 10]);
  const startsAt = hours(-4);
  const session = await given.session({ service, startsAt: hours(48) });
  await when.hasBooked(lan, session);
  await when.changes(session, 'starts_at = $2, ends_at = $3, closes_at = $2, day = $4', [
    ...[startsAt, hours(-3), dayOf(startsAt)],
  ]);

  expect(await settleSessions(database())).toBe(1);
  expect(await settleSessions(database())).toBe(0);

  expect(await told(lan)).toEqual(['COUNTER_ONLY', 'NO_SHOW']);
  const [notice] = await database().query<{ until: string }[]>(
    `SELECT parameters ->> 'until' AS until FROM notice WHERE resident_id = $1 AND kind = 'COUNTER_ONLY'`,
    [lan.personId],
  );
  const until = addDays(dayOf(startsAt), 30);
  expect(notice?.until).toBe(new Date(`${until}T00:00:00+08:00`).toISOString());
});
