import { addDays } from '@linli/domain/base';
import { type bookingScenario, minutes } from '../bookings/booking.scenario.js';

type Words = ReturnType<typeof bookingScenario>['given'];

/** A centre whose lunch of today is being served, with tomorrow's to be booked and an activity. */
export async function canteen(given: Words) {
  const { community } = await given.tree();
  const centre = await given.centre({ area: community });
  const way = async (name: string, words: object) =>
    given.service({ centre, name, meal: 'LUNCH', priceFen: 1200, ...words });
  const [dineIn, pickUp] = [
    await way('午餐・堂食', { way: 'DINE_IN' }),
    await way('午餐・自取', { way: 'PICK_UP' }),
  ];
  const delivery = await way('午餐・送餐', { way: 'DELIVERY', careNeeds: ['DISABLED_FULLY'] });
  const now = await given.arriving({ centre, service: dineIn, capacity: 5, closesAt: minutes(-60) });
  const startsAt = new Date(`${addDays(given.today(), 1)}T11:15:00+08:00`);
  const closesAt = new Date(Math.min(startsAt.getTime(), minutes(240).getTime()));
  const coming = { centre, startsAt, closesAt };
  const tomorrow = {
    dineIn: await given.session({ ...coming, service: dineIn, capacity: 4 }),
    pickUp: await given.session({ ...coming, service: pickUp, capacity: 3 }),
    delivery: await given.session({ ...coming, service: delivery, capacity: 2 }),
  };
  const haircut = await given.session({
    ...{ ...coming, startsAt: new Date(startsAt.getTime() + 3 * 3_600_000) },
    service: await given.service({ centre, name: '理髮' }),
  });
  const dishes = [
    { name: '宮保雞丁', allergens: ['PEANUT' as const], textures: ['REGULAR' as const] },
    { name: '小米南瓜粥', allergens: [], textures: ['REGULAR' as const, 'SOFT' as const, 'LIQUID' as const] },
  ];
  await given.menu({ centreId: centre, day: given.today() }, dishes);
  await given.menu({ centreId: centre, day: tomorrow.dineIn.day }, dishes);
  return { centre, now, tomorrow, haircut, staff: given.staff(centre) };
}

export const LINE =
  '{ placesLeft refusal refusalDetails bookingId allergens price { fullFen subsidyFen payFen ruleName } session { id title place startsAt taken checkedIn placesLeft service { id way } } }';
export const OFFER = `{ day meal capacity placesLeft menu { dishes { name allergens textures } } ways ${LINE} }`;
export const BOOKING = `{ id ticketNumber state channel texture bookedByStaff viewerCan price { payFen } session { id title startsAt taken } beneficiary { id name age allergies } }`;
export const HOME = `query ($lan: ID, $centre: ID) { home(beneficiaryId: $lan, centreId: $centre) {
  centre { id name } beneficiary { id name isMe } nextBooking ${BOOKING} comingBookings
  lunchToday ${OFFER} lunchTomorrow ${OFFER} activities ${LINE} activityCount } }`;
export const DESK = `query ($centre: ID!, $day: Date!) { desk(centreId: $centre, day: $day) {
  day cursor asOf centre { id } sessions { id title taken checkedIn placesLeft } arrivals ${BOOKING} } }`;
export const SHEET = `query ($centre: ID!, $day: Date!) { kitchenSheet(centreId: $centre, day: $day, meal: LUNCH) {
  orders served totals { dineIn pickUp delivery total } textures { texture counts { dineIn pickUp delivery total } }
  dishes { dish texture counts { total } } allergies { ticketNumber allergens clashes overridden way }
  slips { ticketNumber change by reason way } freezes { way frozen serves } menu { dishes { name } } } }`;
