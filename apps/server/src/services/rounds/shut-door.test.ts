import { expect, it } from '@jest/globals';
import type { PersonId } from '@linli/domain/access';
import { contactId } from '@linli/domain/organisation/contacts';
import { welfareStepId } from '@linli/domain/services/welfare';
import { writeContacts } from '../../organisation/contacts/index.js';
import { transaction } from '../../platform/database/index.js';
import { newId, testDatabase } from '../../testing/index.js';
import {
  closeWelfareCheck,
  recordWelfareStep,
  revealWelfareNumber,
  welfareChecks,
} from '../welfare/index.js';
import { done, missing, roundsScenario, tap } from './rounds.scenario.js';

const database = testDatabase();
const { storedBooking, dataKey, sql, asking, who, out, sends } = roundsScenario(database);

it('a shut door opens a check that only somebody who saw the person closes; numbers are shown for it alone', async () => {
  const { round } = await out(1);
  const [stop = missing()] = round.stops;
  const residentId = (await storedBooking({ id: stop.bookingId }))?.beneficiary_id as PersonId;
  await transaction(database(), (tx) =>
    writeContacts(tx, dataKey, residentId, [
      { id: newId(contactId), name: '王曉敏', relation: 'CHILD', phone: '13900000001' },
    ]),
  );
  done(await sends(round, [tap(round, 0, 'NOBODY_OPENED')]));
  const open = async () =>
    (await welfareChecks(database(), who.staff, { centreId: who.centre, open: true })).find(
      ({ bookingId }) => bookingId === stop.bookingId,
    );
  const check = (await open()) ?? missing();
  const reveal = (of: 'CALL' | 'EMERGENCY_CONTACT') =>
    revealWelfareNumber(database(), asking(who.staff), { checkId: check.id, of });

  expect(await reveal('CALL')).toMatchObject({ code: 'NO_NUMBER_KNOWN' });
  expect(await reveal('EMERGENCY_CONTACT')).toMatchObject({ name: '王曉敏', phone: '13900000001' });
  const step = {
    id: newId(welfareStepId),
    checkId: check.id,
    kind: 'CALL',
    result: 'NOT_REACHED',
  } as const;
  done(await recordWelfareStep(database(), who.staff, step));
  expect(done(await recordWelfareStep(database(), who.staff, step)).steps).toHaveLength(1);

  const seen = { id: check.id, outcome: 'SAFE_AT_HOME', note: '睡着了，没听见' } as const;
  expect(done(await closeWelfareCheck(database(), who.staff, seen))).toMatchObject({
    outcome: 'SAFE_AT_HOME',
  });
  expect(await open()).toBeUndefined();
  expect(await reveal('EMERGENCY_CONTACT')).toMatchObject({ code: 'CHECK_CLOSED' });
  const other = { ...seen, outcome: 'TAKEN_TO_HOSPITAL' } as const;
  expect(await closeWelfareCheck(database(), who.staff, other)).toMatchObject({ code: 'CHECK_CLOSED' });
  const [row] = await sql('SELECT outcome FROM welfare_check WHERE id = $1', [check.id]);
  expect(row).toEqual({ outcome: 'SAFE_AT_HOME' });
  const shown = await sql(
    `SELECT FROM audit_entry WHERE action = 'WELFARE_NUMBER_SHOWN' AND subject_id = $1`,
    [residentId],
  );
  expect(shown).toHaveLength(1);
});

it('the meal handed over after all closes the check', async () => {
  const { round } = await out(1);
  done(await sends(round, [tap(round, 0, 'NOBODY_OPENED')]));
  done(await sends(round, [tap(round, 0)]));
  const [row] = await sql('SELECT outcome FROM welfare_check WHERE booking_id = $1', [
    round.stops[0]?.bookingId,
  ]);
  expect(row).toEqual({ outcome: 'MEAL_HANDED_OVER' });
});
