/**
 * Who gets what, written down by hand and not read from `grants`: + an answer, 0 an empty list, - NOT_FOUND,
 * x FORBIDDEN, ! UNAUTHENTICATED. Everything is about 李桂蘭, her booking and the centre of her community.
 * `revoked` cared for her until the grant was taken back; `ended` is a cadre of her community whose duty is over.
 */
const MATRIX = `
                  own carer stranger staff otherStaff kitchen volunteer screen cadre sibling lead otherLead nobody  revoked ended district town branch grid
  booking          +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  bookings         +    +      -       +       0         x        x        x     +      0     +       0       !       -       x     +       +     +     +
  bookableSessions +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  lunches          +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  home             +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  nearbyCentres    +    +      -       -       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  book             +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  bookAndCheckIn   x    x      x       +       -         x        x        x     +      -     x       x       !       x       x     +       +     x     x
  joinWaitlist     +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  acceptOffer      +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  rescheduleBooking +   +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  cancelBooking    +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  bookGroup        +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  cancelGroup      +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  bookingRun       +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  seriesOffers     +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  rangeOffer       +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  joinSeries       +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  bookRange        +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  leaveRun         +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  checkIn          x    x      x       +       -         x        x        x     +      -     x       x       !       x       x     +       +     x     x
  undoCheckIn      x    x      x       +       -         x        x        x     +      -     x       x       !       x       x     +       +     x     x
  waitlist         x    x      x       +       -         x        x        x     +      -     x       x       !       x       x     +       +     x     x
  openRequests     x    x      x       +       -         x        x        x     +      -     x       x       !       x       x     +       +     x     x
  openAppeals      x    x      x       +       -         x        x        x     +      -     x       x       !       x       x     +       +     x     x
  approveBooking   x    x      x       +       -         x        x        x     +      -     x       x       !       x       x     +       +     x     x
  declineBooking   x    x      x       +       -         x        x        x     +      -     x       x       !       x       x     +       +     x     x
  approveBookings  x    x      x       +       -         x        x        x     +      -     x       x       !       x       x     +       +     x     x
  declineBookings  x    x      x       +       -         x        x        x     +      -     x       x       !       x       x     +       +     x     x
  decideAppeal     x    x      x       +       -         x        x        x     +      -     x       x       !       x       x     +       +     x     x
  appealNoShow     +    +      -       x       x         x        x        x     x      x     x       x       !       -       x     x       x     x     x
  failedDeliveries 0    0      0       +       0         x        x        x     +      0     +       0       !       0       x     +       +     +     +
  markDeliveryTold -    -      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  revealUndeliveredNumber - -   -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  standingOrders   +    +      0       +       0         x        x        x     +      0     +       0       !       0       x     +       +     +     +
  standingOrder    +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  previewStandingOrder +   +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  createStandingOrder +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  takeOutStandingDay +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  putBackStandingDay +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  changeStandingDay +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  pauseStandingOrder +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  resumeStandingOrder +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  endStandingOrder +    +      -       +       -         x        x        x     +      -     +       -       !       -       x     +       +     +     +
  desk             x    x      x       +       -         x        x        x     +      -     x       x       !       x       x     +       +     x     x
  kitchenSheet     x    x      x       +       -         +        +        x     +      -     x       x       !       x       x     +       +     x     x
  subsidyRules     +    +      +       +       +         +        +        x     +      +     +       +       !       +       x     +       +     +     +
`;
const [heading = '', ...rows] = MATRIX.trim().split('\n');
export const who = heading.trim().split(/\s+/);
export const cases = rows
  .map((row) => row.trim().split(/\s+/))
  .map(([operation = '', ...marks]) => [operation, marks] as const);
