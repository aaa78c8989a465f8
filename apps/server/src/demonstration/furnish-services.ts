import { addDays, type PlainDate } from '@linli/domain/base';
import type { AreaId, CentreId, Viewer } from '@linli/domain/access';
import type { SaveServiceInput, ServiceId } from '@linli/domain/services/centres';
import {
  type SampleCentre,
  sampleCentres,
  sampleMenus,
  type SampleService,
  sampleSubsidyRules,
} from '@linli/sample';
import type { Transaction } from '../platform/database/index.js';
import {
  createCentre,
  furnishServices,
  furnishSessions,
  furnishTimetables,
} from '../services/centres/index.js';
import { furnishMenus, type Menu } from '../services/menus/index.js';
import { furnishSubsidyRules, type SubsidyRuleToFurnish } from '../services/pricing/index.js';

export const PAST_DAYS = 42;
export const COMING_DAYS = 21;
const MENU_DAYS = 14;

/** Centres, what they offer, six weeks of sessions behind us and three ahead, menus for two weeks, and who pays. */
export async function furnishCentresAndServices(
  tx: Transaction,
  district: Viewer,
  areaIds: ReadonlyMap<string, AreaId>,
  today: PlainDate,
): Promise<void> {
  for (const centre of sampleCentres) await createCentre(tx, district, centreInput(centre, areaIds));
  const services = sampleCentres.flatMap((centre) => centre.services.map((service) => ({ centre, service })));
  await furnishServices(
    tx,
    services.map(({ centre, service }) => serviceInput(centre, service)),
  );
  const from = addDays(today, -PAST_DAYS);
  await furnishTimetables(
    tx,
    services.map(({ service }) => ({ serviceId: service.id as ServiceId, slots: slotsOf(service), from })),
  );
  await furnishSessions(tx, { from, to: addDays(today, COMING_DAYS) });

  const canteens = sampleCentres.filter((centre) => centre.services.some(({ meal }) => meal !== null));
  const idOfCentre = new Map(sampleCentres.map(({ key, id }) => [key, id as CentreId]));
  const menus = sampleMenus(
    canteens.map(({ key }) => key),
    from,
    PAST_DAYS + MENU_DAYS,
  );
  await furnishMenus(
    tx,
    menus.map(({ id, centreKey, day, dishes }) => ({
      ...{ id: id as Menu['id'], day, dishes: dishes as Menu['dishes'], meal: 'LUNCH', note: null },
      centreId: idOfCentre.get(centreKey) ?? ('' as CentreId),
    })),
  );
  await furnishSubsidyRules(
    tx,
    sampleSubsidyRules.map((rule) => ({ ...rule, areaId: null }) as SubsidyRuleToFurnish),
  );
}

const centreInput = (centre: SampleCentre, areaIds: ReadonlyMap<string, AreaId>) => ({
  id: centre.id as CentreId,
  name: centre.name,
  kind: centre.kind as 'NEIGHBOURHOOD_CENTRE',
  areaId: areaIds.get(centre.areaCode) ?? ('' as AreaId),
  address: centre.address,
  phone: centre.phone,
  latitude: centre.latitude,
  longitude: centre.longitude,
  openingHours: centre.hours.weekdays.map((weekday) => ({
    weekday,
    opens: centre.hours.opens,
    closes: centre.hours.closes,
  })),
});

const serviceInput = (
  centre: SampleCentre,
  { key: _key, slots: _slots, ...service }: SampleService,
): SaveServiceInput => ({ ...service, centreId: centre.id, active: true }) as unknown as SaveServiceInput;

const slotsOf = ({ slots }: SampleService) =>
  slots.flatMap(({ weekdays, starts, ends, capacity }) =>
    weekdays.map((weekday) => ({ weekday, starts, ends, capacity })),
  );
