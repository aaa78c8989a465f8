import { expect, it } from '@jest/globals';
import { addDays } from '@linli/domain/base';
import { assessmentId, type RecordAssessmentInput } from '@linli/domain/services/admission';
import { newId, testDatabase } from '../../testing/index.js';
import { bookingScenario } from '../bookings/booking.scenario.js';
import { expectRefused } from '../centres/centre.scenario.js';
import { assessmentsOf, recordAssessment } from './index.js';

const database = testDatabase();
const { given, today } = bookingScenario(database);

async function arrange(unlike: Partial<RecordAssessmentInput> = {}) {
  const centreId = await given.usualCentre();
  const lan = await given.resident();
  const input: RecordAssessmentInput = {
    ...{ id: newId(assessmentId), residentId: lan.personId, centreId, level: 'MODERATE_LOSS' },
    ...{
      assessedBy: '區養老服務評估中心',
      assessedOn: today(),
      validUntil: addDays(today(), 365),
      ...unlike,
    },
  };
  return { lan, centreId, input, staff: given.staff(centreId) };
}

it('is recorded once, with whoever did it, and stands first in the file', async () => {
  const { lan, centreId, input, staff } = await arrange();
  const assessment = await recordAssessment(database(), staff, input);
  expect(assessment).toMatchObject({
    level: 'MODERATE_LOSS',
    recorderName: '周秀芬',
    validUntil: input.validUntil,
  });
  expect(await recordAssessment(database(), staff, input)).toEqual(assessment);
  expectRefused(await recordAssessment(database(), staff, { ...input, level: 'ABLE' }), 'CONFLICT');
  const older = {
    id: newId(assessmentId),
    assessedOn: addDays(today(), -400),
    validUntil: addDays(today(), -35),
  };
  await recordAssessment(database(), staff, { ...input, ...older });
  const file = await assessmentsOf(database(), staff, { residentId: lan.personId, centreId });
  expect(file.map(({ id }) => id)).toEqual([input.id, older.id]);
  const trail = await database().query<{ action: string }[]>(
    `SELECT action FROM audit_entry WHERE action LIKE 'ASSESSMENT%' ORDER BY action`,
  );
  expect(trail.map(({ action }) => action)).toEqual([
    'ASSESSMENTS_SEEN',
    'ASSESSMENT_RECORDED',
    'ASSESSMENT_RECORDED',
  ]);
});

it('not of tomorrow, not of who lives elsewhere, and not by whom it does not concern', async () => {
  const tomorrow = await arrange({ assessedOn: addDays(today(), 1) });
  expectRefused(await recordAssessment(database(), tomorrow.staff, tomorrow.input), 'ASSESSED_IN_FUTURE');
  const { input, staff, lan } = await arrange();
  const { otherBuilding } = await given.tree();
  const stranger = await given.resident({ home: otherBuilding });
  const elsewhere = { ...input, residentId: stranger.personId };
  await expect(recordAssessment(database(), staff, elsewhere)).rejects.toThrow();
  await expect(recordAssessment(database(), lan, input)).rejects.toThrow();
  expect(await database().query('SELECT FROM assessment WHERE id = $1', [input.id])).toEqual([]);
});
