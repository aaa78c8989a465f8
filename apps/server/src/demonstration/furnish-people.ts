import type { AreaId } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import {
  SAMPLE_PASSWORD,
  sampleAccounts,
  sampleBookings,
  sampleCentres,
  sampleDesks,
  type SampleEstate,
  type SampleResident,
  sampleResidents,
  sampleVolunteers,
  type SessionToFill,
} from '@linli/sample';
import { furnishAccounts, furnishCarers } from '../access/accounts/index.js';
import { furnishResidents, type ResidentToFurnish } from '../organisation/people/index.js';
import { now, statement, type Transaction } from '../platform/database/index.js';
import { furnishBookings } from '../services/bookings/index.js';

const RESIDENTS = 2000;
const SINCE_DAYS = 400;

interface Places {
  readonly areaIds: ReadonlyMap<string, AreaId>;
  readonly organisationIds: ReadonlyMap<string, string>;
}

const sessionsToFill = statement<object, SessionToFill>({
  name: 'sessions-to-fill',
  text: `
    SELECT id, service_id, day, starts_at, ends_at, opens_at, closes_at, capacity
    FROM session WHERE state = 'SCHEDULED' ORDER BY starts_at, id`,
});

/** About two thousand people, those who care for them, and what they have booked. */
export async function furnishPeopleAndBookings(
  tx: Transaction,
  { dataKey, estates, today }: { dataKey: Buffer; estates: readonly SampleEstate[]; today: PlainDate },
  { areaIds }: Places,
): Promise<{ residents: readonly SampleResident[]; bookings: number }> {
  const { residents, carers } = sampleResidents(today, estates, RESIDENTS);
  const rows = residents.map(({ buildingCode, ...resident }) => ({
    ...resident,
    buildingId: areaIds.get(buildingCode),
  }));
  await furnishResidents(tx, dataKey, rows as unknown as ResidentToFurnish[], addDays(today, -SINCE_DAYS));
  await furnishCarers(tx, carers as unknown as Parameters<typeof furnishCarers>[1]);

  const sessions = await sessionsToFill(tx, {});
  const bookings = sampleBookings({
    now: await now(tx),
    today,
    centres: sampleCentres,
    residents,
    carers,
    sessions,
  });
  const deskOf = new Map(
    sampleCentres.flatMap((centre) =>
      centre.services.map(({ id }) => [id, sampleDesks[centre.key]] as const),
    ),
  );
  const serviceOf = new Map(sessions.map(({ id, serviceId }) => [id, serviceId]));
  await furnishBookings(
    tx,
    bookings.map((booking) => ({
      ...booking,
      checkedInBy: booking.checkedInAt ? (deskOf.get(serviceOf.get(booking.sessionId) ?? '') ?? null) : null,
    })),
  );
  return { residents, bookings: bookings.length };
}

/** One account of each role, all with the one password that the start prints. */
export async function furnishSampleAccounts(
  tx: Transaction,
  estates: readonly SampleEstate[],
  today: PlainDate,
  { areaIds, organisationIds }: Places,
): Promise<void> {
  const home = estates.find(({ code }) => organisationIds.has(`estate ${code}`));
  const accounts = [...sampleAccounts(home?.code ?? '', home?.buildings[0]?.code ?? ''), ...sampleVolunteers];
  const centreIds = new Map(sampleCentres.map(({ key, id }) => [key, id]));
  const rows = accounts.map(({ duties, ...account }) => ({
    ...account,
    duties: duties.map(({ id, role, areaCode = '', organisationKey = '', centreKey = '' }) => ({
      ...{ id, role, areaId: areaIds.get(areaCode) ?? null, centreId: centreIds.get(centreKey) ?? null },
      organisationId: organisationIds.get(organisationKey) ?? null,
    })),
  }));
  await furnishAccounts(tx, rows, { password: SAMPLE_PASSWORD, since: addDays(today, -SINCE_DAYS) });
}
