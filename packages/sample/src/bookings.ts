import type { PlainDate } from '@linli/domain/base';
import { Chance, idOf } from './random.js';
import type { SampleResident } from './residents.js';
import type { SampleCentre } from './centres.js';
import type { SampleService } from './services.js';

/** A session as the timetable yielded it. */
export interface SessionToFill {
  readonly id: string;
  readonly serviceId: string;
  readonly day: PlainDate;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly closesAt: Date;
  readonly opensAt: Date;
  readonly capacity: number;
}

export interface SampleBooking {
  readonly id: string;
  readonly sessionId: string;
  readonly beneficiaryId: string;
  readonly bookerId: string;
  readonly channel: 'APP' | 'COUNTER' | 'PHONE' | 'CARER' | 'STANDING_ORDER';
  readonly state: 'CONFIRMED' | 'CHECKED_IN' | 'COMPLETED' | 'CANCELLED' | 'NO_SHOW';
  readonly texture: string | null;
  readonly bookedAt: Date;
  readonly checkedInAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly cancelReason: string | null;
}

interface World {
  readonly now: Date;
  readonly today: PlainDate;
  readonly centres: readonly SampleCentre[];
  readonly residents: readonly SampleResident[];
  readonly carers: readonly { elderId: string; carerId: string }[];
  readonly sessions: readonly SessionToFill[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const REASONS = ['臨時有事', '身體不舒服', '孩子回來了', '去醫院', '天氣不好'];
/** A canteen fills to about four in five; an activity to whatever people make of it. */
const FULLNESS = { DINE_IN: 0.78, PICK_UP: 0.6, DELIVERY: 0.8 };

/** Six weeks of use and two weeks of plans, in the shape of real use: regulars, weekdays, a few who do not come. */
export function sampleBookings(world: World): SampleBooking[] {
  const services = new Map(
    world.centres.flatMap((centre) =>
      centre.services.map((service) => [service.id, { centre, service }] as const),
    ),
  );
  const carerOf = new Map(world.carers.map(({ elderId, carerId }) => [elderId, carerId]));
  const eaten = new Set<string>();
  const audienceOf = audiences(world);
  return world.sessions.flatMap((session) => {
    const found = services.get(session.serviceId);
    if (!found || session.opensAt > world.now) return [];
    const { centre, service } = found;
    // Who comes to the door must know it: those are made elsewhere.
    if (service.atHome) return [];
    const chance = new Chance(
      `bookings ${service.key} ${String(dayNumber(session, world.today))} ${String(session.startsAt.getUTCHours())}`,
    );
    const wanting = whoWants(chance, world, audienceOf(centre, service), service, session).filter(
      ({ id }) => {
        const meal = `${id} ${session.day}`;
        const isFree = service.way === null || !eaten.has(meal);
        if (service.way !== null && isFree) eaten.add(meal);
        return isFree;
      },
    );
    return wanting.map((resident) =>
      bookingOf(chance, world, session, service, resident, carerOf.get(resident.id)),
    );
  });
}

const dayNumber = ({ startsAt }: SessionToFill, today: PlainDate): number =>
  Math.floor((startsAt.getTime() - new Date(`${today}T00:00:00+08:00`).getTime()) / DAY);

/** Whom a service is for, the same for all its sessions. */
function audiences({ residents, today }: World) {
  const known = new Map<string, readonly SampleResident[]>();
  return (centre: SampleCentre, service: SampleService): readonly SampleResident[] => {
    const audience =
      known.get(service.id) ?? residents.filter((resident) => isFor(service, centre, resident, today));
    known.set(service.id, audience);
    return audience;
  };
}

/** Regulars first, the same ones week after week; plans for coming days are made later than those for tomorrow. */
function whoWants(
  chance: Chance,
  world: World,
  audience: readonly SampleResident[],
  service: SampleService,
  session: SessionToFill,
) {
  const ahead = dayNumber(session, world.today);
  const booked = ahead <= 0 ? 1 : Math.max(0.12, 0.72 - ahead * 0.085);
  const weekday = new Date(session.startsAt.getTime() + 8 * HOUR).getUTCDay();
  const rhythm = weekday === 6 ? 0.75 : weekday === 1 ? 1.05 : 1;
  const fullness = service.way ? FULLNESS[service.way] : chance.pick([0.45, 0.6, 0.8, 0.95, 1]);
  const places = Math.min(
    session.capacity,
    Math.round(session.capacity * fullness * rhythm * booked * (0.92 + chance.next() * 0.16)),
  );
  return audience
    .map((resident) => ({ resident, wish: eagerness(service.key, resident.id) + chance.next() * 0.6 }))
    .sort((one, other) => other.wish - one.wish)
    .slice(0, places)
    .map(({ resident }) => resident);
}

const known = new Map<string, number>();

/** How much of a regular one is: the same for the same service every time, so that habits can be seen. */
function eagerness(serviceKey: string, id: string): number {
  const key = `${serviceKey} ${id}`;
  const wish = known.get(key) ?? new Chance(`eager ${key}`).next();
  known.set(key, wish);
  return wish;
}

function isFor(
  service: SampleService,
  centre: SampleCentre,
  resident: SampleResident,
  today: PlainDate,
): boolean {
  const age = Number(today.slice(0, 4)) - Number(resident.birthDate.slice(0, 4)) - 1;
  const near = resident.buildingCode.startsWith(centre.areaCode);
  const least =
    service.category === 'MEAL' || service.category === 'HEALTH_CHECK' ? 60 : (service.minAge ?? 18);
  const needs =
    service.careNeeds.length === 0 ||
    service.careNeeds.some((need) => (resident.careNeeds as readonly string[]).includes(need));
  return near && age >= least && needs;
}

function bookingOf(
  chance: Chance,
  { now }: World,
  session: SessionToFill,
  service: SampleService,
  resident: SampleResident,
  carerId: string | undefined,
): SampleBooking {
  const outcome = outcomeOf(chance, session, now);
  const came = outcome === 'CHECKED_IN' || outcome === 'COMPLETED';
  const arrival = session.startsAt.getTime() - 10 * MINUTE + chance.next() * 50 * MINUTE;
  const checkedInAt = came ? new Date(Math.min(arrival, now.getTime() - MINUTE)) : null;
  const channel = channelOf(chance, service.way !== null, resident, {
    carerId,
    mayWalkIn: came && service.walkIn,
  });
  const latest = Math.min(session.closesAt.getTime(), now.getTime());
  const ahead = new Date(Math.max(session.opensAt.getTime(), latest - chance.next() * 3 * DAY - 5 * MINUTE));
  // Who comes to the counter is booked and let in at once.
  const bookedAt = channel === 'COUNTER' && checkedInAt ? checkedInAt : ahead;
  const cancelledAt =
    outcome === 'CANCELLED'
      ? new Date(bookedAt.getTime() + (latest - bookedAt.getTime()) * chance.next())
      : null;
  return {
    ...{
      id: idOf(`booking ${session.id} ${resident.id}`),
      sessionId: session.id,
      beneficiaryId: resident.id,
      channel,
    },
    ...{
      bookerId: channel === 'CARER' && carerId !== undefined ? carerId : resident.id,
      state: outcome,
      bookedAt,
      cancelledAt,
    },
    texture: service.way ? resident.texture : null,
    checkedInAt,
    cancelReason: outcome === 'CANCELLED' ? chance.pick(REASONS) : null,
  };
}

function outcomeOf(chance: Chance, { startsAt, endsAt }: SessionToFill, now: Date): SampleBooking['state'] {
  if (chance.happens(0.04)) return 'CANCELLED';
  if (endsAt.getTime() + 2 * HOUR < now.getTime()) return chance.happens(0.035) ? 'NO_SHOW' : 'COMPLETED';
  const passed = (now.getTime() - startsAt.getTime() + 10 * MINUTE) / (endsAt.getTime() - startsAt.getTime());
  return chance.happens(Math.min(0.96, Math.max(0, passed * 1.2))) ? 'CHECKED_IN' : 'CONFIRMED';
}

/** Most elders phone or come in person; who has not come yet, or is brought the meal, does not stand at the counter. */
function channelOf(
  chance: Chance,
  isMeal: boolean,
  resident: SampleResident,
  { carerId, mayWalkIn }: { readonly carerId: string | undefined; readonly mayWalkIn: boolean },
): SampleBooking['channel'] {
  if (carerId !== undefined && chance.happens(0.6)) return 'CARER';
  if (isMeal && chance.happens(0.15)) return 'STANDING_ORDER';
  return chance.weighted<SampleBooking['channel']>([
    ['PHONE', 34],
    ['COUNTER', mayWalkIn ? 30 : 0],
    ['APP', resident.phone === null ? 0 : resident.elderMode ? 18 : 34],
  ]);
}
