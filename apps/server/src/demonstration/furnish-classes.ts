import type { CentreId, PersonId, Viewer } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import { assessmentId } from '@linli/domain/services/admission';
import { bookingRunId } from '@linli/domain/services/bookings';
import { seriesId, type ServiceId } from '@linli/domain/services/centres';
import { idOf } from '@linli/sample';
import { statement, type Transaction } from '../platform/database/index.js';
import { Refused } from '../platform/graphql/index.js';
import { recordAssessment } from '../services/admission/index.js';
import { openSeries } from '../services/centres/index.js';
import { bookRange, joinSeries, rangeOffer } from '../services/runs/index.js';

const WEEKS = 8;
const MEMBERS = 9;
const RANGES = 3;
const FILES = 12;

interface Offered {
  readonly serviceId: ServiceId;
  readonly centreId: CentreId;
}

const services = statement<{ bookedAs: string }, Offered>({
  name: 'services-booked-as',
  text: 'SELECT id AS service_id, centre_id FROM service WHERE booked_as = :bookedAs ORDER BY id',
});

// Nobody of the story, whose days are told elsewhere; the last ones, as the first wait for baths.
const regulars = statement<{ centreId: CentreId; serviceId: ServiceId; limit: number }, { id: PersonId }>({
  name: 'regulars-of-centre',
  text: `
    SELECT resident.id FROM resident
      JOIN area home ON home.id = resident.building_id
      JOIN centre ON centre.id = :centreId AND centre.area_id = ANY (home.lineage)
      JOIN service ON service.id = :serviceId
    WHERE birth_date < current_date - interval '66 years'
      AND NOT EXISTS (SELECT FROM carer_grant WHERE elder_id = resident.id OR carer_id = resident.id)
      AND (service.care_needs = '{}'
        OR EXISTS (SELECT FROM care_need WHERE resident_id = resident.id AND need = ANY (service.care_needs)))
    ORDER BY resident.id DESC LIMIT :limit`,
});

/** Whoever has a place of day care was assessed: within the year, and the story's elders too. */
const cared = statement<Offered & { limit: number }, { id: PersonId }>({
  name: 'who-goes-to-day-care',
  text: `
    SELECT resident.id FROM resident
      JOIN area home ON home.id = resident.building_id
      JOIN centre ON centre.id = :centreId AND centre.area_id = ANY (home.lineage)
    WHERE EXISTS (SELECT FROM carer_grant WHERE elder_id = resident.id)
      OR EXISTS (SELECT FROM booking JOIN session ON session.id = session_id
                 WHERE beneficiary_id = resident.id AND session.service_id = :serviceId AND session.day >= current_date)
    ORDER BY resident.id LIMIT :limit`,
});

const LEVELS = ['MILD_LOSS', 'ABLE', 'MODERATE_LOSS'] as const;

async function assess(
  tx: Transaction,
  viewer: Viewer,
  { residentId, centreId, today }: { residentId: PersonId; centreId: CentreId; today: PlainDate },
): Promise<void> {
  const id = assessmentId.parse(idOf(`assessment ${residentId} ${centreId}`));
  const day = residentId.charCodeAt(residentId.length - 1);
  await recordAssessment(tx, viewer, {
    ...{ id, residentId, centreId, level: LEVELS[day % 3] ?? 'ABLE' },
    ...{
      assessedBy: '郾城區養老服務評估中心',
      assessedOn: addDays(today, -day),
      validUntil: addDays(today, 365 - day),
    },
  });
}

/** Two classes of eight weeks at each centre that has them, with their members. */
async function furnishTaiChi(tx: Transaction, viewer: Viewer, today: PlainDate): Promise<void> {
  for (const { serviceId, centreId } of await services(tx, { bookedAs: 'SERIES' })) {
    const people = await regulars(tx, { centreId, serviceId, limit: MEMBERS });
    for (const [weekday, name] of [
      [2, '週二上午班'],
      [4, '週四上午班'],
    ] as const) {
      const id = seriesId.parse(idOf(`class ${serviceId} ${name}`));
      const when = {
        weekdays: [weekday],
        starts: '09:00',
        ends: '10:00',
        from: addDays(today, 1),
        times: WEEKS,
      };
      const opened = await openSeries(tx, viewer, { id, serviceId, name, capacity: 12, ...when });
      if (opened instanceof Refused) throw new Error(`No class: ${opened.code}`);
      if (weekday === 4) continue;
      for (const { id: beneficiaryId } of people) {
        const runId = bookingRunId.parse(idOf(`member ${id} ${beneficiaryId}`));
        await joinSeries(tx, viewer, { id: runId, seriesId: id, beneficiaryId, channel: 'PHONE' });
      }
    }
  }
}

/** Files of those who come to day care, and a few who have a place for a week or two. */
async function furnishDayCare(tx: Transaction, viewer: Viewer, today: PlainDate): Promise<void> {
  const [from, to] = [addDays(today, 2), addDays(today, 9)];
  for (const { serviceId, centreId } of await services(tx, { bookedAs: 'RANGE' })) {
    const known = await cared(tx, { serviceId, centreId, limit: FILES });
    const people = await regulars(tx, { centreId, serviceId, limit: RANGES });
    for (const { id: residentId } of [...known, ...people])
      await assess(tx, viewer, { residentId, centreId, today });
    for (const { id: beneficiaryId } of people) {
      const { days } = await rangeOffer(tx, viewer, { serviceId, beneficiaryId, from, to });
      const open = days.filter(({ kind }) => kind === 'OPEN').map(({ day }) => day);
      if (open.length === 0) continue;
      const id = bookingRunId.parse(idOf(`days ${serviceId} ${beneficiaryId}`));
      await bookRange(tx, viewer, { id, serviceId, beneficiaryId, channel: 'COUNTER', from, to, days: open });
    }
  }
}

export async function furnishClasses(tx: Transaction, viewer: Viewer, today: PlainDate): Promise<void> {
  await furnishTaiChi(tx, viewer, today);
  await furnishDayCare(tx, viewer, today);
}
