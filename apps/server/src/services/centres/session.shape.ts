import { inside, type Shape } from '../../platform/straight/index.js';

/** Over `service`. */
const serviceShape: Shape = {
  id: 'service.id',
  centreId: 'service.centre_id',
  category: 'service.category',
  name: 'service.name',
  description: 'service.description',
  place: 'service.place',
  meal: 'service.meal',
  way: 'service.way',
  priceFen: 'service.price_fen',
  bookedAs: 'service.booked_as',
  needsAssessment: 'service.needs_assessment',
  active: 'service.active',
};

/** Over `session` and `service`; places are for bookings to add. */
export const sessionShape: Shape = {
  id: 'session.id',
  centreId: 'session.centre_id',
  title: 'service.name',
  place: 'service.place',
  day: 'session.day',
  startsAt: 'session.starts_at',
  endsAt: 'session.ends_at',
  capacity: 'session.capacity',
  opensAt: 'session.opens_at',
  closesAt: 'session.closes_at',
  cancelUntil: 'session.cancel_until',
  state: 'session.state',
  cancelReason: 'session.cancel_reason',
  seriesId: 'session.series_id',
  service: inside(serviceShape),
};
