import '../../styles/booking.css';
import type { ReactElement } from 'react';
import { NotFound } from '../../shell/not-found';
import { Route, Switch } from '../../shell/router';
import { BookingsPage } from './bookings-page';
import { TicketPage } from './ticket-page';

export const Rooms = (): ReactElement => (
  <Switch>
    <Route path="/bookings" component={BookingsPage} />
    <Route path="/bookings/:id" component={TicketPage} />
    <Route component={NotFound} />
  </Switch>
);
