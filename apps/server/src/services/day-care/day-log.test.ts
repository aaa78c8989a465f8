import { expect, it } from '@jest/globals';
import { timeOf } from '@linli/domain/services/centres';
import { type DayLogEntryId, dayLogEntryId, type RecordDayLogInput } from '@linli/domain/services/day-care';
import { Refused } from '../../platform/graphql/index.js';
import { newId, testDatabase } from '../../testing/index.js';
import { booked, bookingScenario } from '../bookings/booking.scenario.js';
import { expectRefused } from '../centres/centre.scenario.js';
import { counterDayLog, type DayLog, dayLog, recordDayLog } from './index.js';

const database = testDatabase();
const { given, when } = bookingScenario(database);

/** Somebody who came to day care, and who is at the desk. */
async function arrange({ category = 'DAY_CARE', comes = true } = {}) {
  const service = await given.service({ name: '日間照料', policy: { category } });
  const session = await given.arriving({ service });
  const staff = given.staff(session.centreId);
  const lan = await given.resident();
  const atDesk = { channel: 'COUNTER' as const, beneficiaryId: lan.personId };
  const booking = await when.hasBooked(staff, session, atDesk);
  if (comes) booked(await when.checksIn(staff, booking));
  const lunch = (unlike: Partial<RecordDayLogInput> = {}): RecordDayLogInput => ({
    ...{ id: newId(dayLogEntryId), bookingId: booking.id, kind: 'MEAL', what: '午餐', eaten: 'HALF' },
    ...{ time: '00:00', ...unlike },
  });
  const pill = (unlike: Partial<RecordDayLogInput> = {}): RecordDayLogInput => ({
    ...{ id: newId(dayLogEntryId), bookingId: booking.id, kind: 'MEDICINE', what: '二甲雙胍' },
    ...{ note: '一片，飯後', time: timeOf(new Date()), ...unlike },
  });
  return { staff, lan, booking, lunch, pill };
}

const kept = (log: DayLog | Refused): DayLog => {
  if (log instanceof Refused) throw new Error(`refused: ${log.code}`);
  return log;
};
const lines = (log: DayLog | Refused) =>
  kept(log).entries.map(({ what, eaten, note, counter }) => [what, eaten ?? note, counter?.reason ?? null]);
const counter = (by: Parameters<typeof counterDayLog>[1], id: DayLogEntryId, reason = '記錯了人') =>
  counterDayLog(database(), by, { id, reason });

it('says what somebody ate and was given, when and by whom, each entry once', async () => {
  const { staff, booking, lunch, pill } = await arrange();
  const medicine = pill();
  await recordDayLog(database(), staff, medicine);
  await recordDayLog(database(), staff, lunch());
  expect(lines(await recordDayLog(database(), staff, medicine))).toEqual([
    ['午餐', 'HALF', null],
    ['二甲雙胍', '一片，飯後', null],
  ]);
  expectRefused(await recordDayLog(database(), staff, { ...medicine, what: '阿司匹林' }), 'CONFLICT');
  const [first] = (await dayLog(database(), staff, booking.id)).entries;
  expect(first?.recorderName).toBe(staff.name);
  const seen = await database().query<object[]>(
    `SELECT FROM audit_entry WHERE action = 'DAY_LOG_SEEN' AND actor_id = $1`,
    [staff.personId],
  );
  expect(seen).toHaveLength(1);
});

it('is put right by a counter-entry with its reason, once, and both stay to be read', async () => {
  const { staff, booking, lunch } = await arrange();
  const wrong = lunch({ what: '早餐' });
  await recordDayLog(database(), staff, wrong);
  expect(lines(await counter(staff, wrong.id))).toEqual([['早餐', 'HALF', '記錯了人']]);
  expect(lines(await counter(staff, wrong.id))).toEqual([['早餐', 'HALF', '記錯了人']]);
  expectRefused(await counter(staff, wrong.id, '別的原因'), 'ENTRY_ALREADY_COUNTERED');
  await recordDayLog(database(), staff, lunch());
  expect(lines(await dayLog(database(), staff, booking.id))).toEqual([
    ['早餐', 'HALF', '記錯了人'],
    ['午餐', 'HALF', null],
  ]);
  for (const change of [
    `UPDATE day_log_entry SET what = '晚餐'`,
    'DELETE FROM day_log_entry',
    `UPDATE day_log_counter SET reason = ''`,
    'DELETE FROM day_log_counter',
  ])
    await expect(database().query(change)).rejects.toThrow('only added to');
});

it('two at the desk who take back the same entry take it back once', async () => {
  const { staff, booking, lunch } = await arrange();
  const wrong = lunch();
  await recordDayLog(database(), staff, wrong);
  const answers = await Promise.all(['記錯了人', '重複'].map((reason) => counter(staff, wrong.id, reason)));
  expect(answers.filter((answer) => answer instanceof Refused)).toHaveLength(1);
  const [entry] = (await dayLog(database(), staff, booking.id)).entries;
  expect(entry?.counter).not.toBeNull();
});

it('is kept for nobody who did not come, of no other service, and of no time that has not come', async () => {
  const away = await arrange({ comes: false });
  expectRefused(await recordDayLog(database(), away.staff, away.lunch()), 'NOT_CHECKED_IN');
  const haircut = await arrange({ category: 'HAIRCUT' });
  expectRefused(await recordDayLog(database(), haircut.staff, haircut.lunch()), 'NOT_DAY_CARE');
  const { staff, booking, lunch } = await arrange();
  await database().query(
    `UPDATE session SET day = day + 1, starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day'
     WHERE id = (SELECT session_id FROM booking WHERE id = $1)`,
    [booking.id],
  );
  expectRefused(await recordDayLog(database(), staff, lunch({ time: '23:59' })), 'LOGGED_IN_FUTURE');
  for (const { booking: of, staff: by } of [away, haircut, { booking, staff }])
    expect((await dayLog(database(), by, of.id)).entries).toEqual([]);
});

it('is nobody else’s to read or to write', async () => {
  const { staff, lan, booking, lunch } = await arrange();
  const entry = lunch();
  await recordDayLog(database(), staff, entry);
  const elsewhere = given.staff(await given.centre());
  for (const viewer of [lan, elsewhere]) {
    await expect(dayLog(database(), viewer, booking.id)).rejects.toThrow();
    await expect(recordDayLog(database(), viewer, lunch())).rejects.toThrow();
    await expect(counter(viewer, entry.id)).rejects.toThrow();
  }
  expect(lines(await dayLog(database(), staff, booking.id))).toEqual([['午餐', 'HALF', null]]);
});
