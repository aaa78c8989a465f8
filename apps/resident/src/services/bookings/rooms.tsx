import '@linli/ui/later';
import '../../styles/forms.css';
import '../../styles/booking.css';
import { lazy, type ReactElement } from 'react';
import { NotFound } from '../../shell/not-found';
import { Route, Switch } from '../../shell/router';
import { AppealPage } from '../appeals/appeal-page';
import { MoveCheckPage } from '../moving/move-check-page';
import { MovePage } from '../moving/move-page';
import { RunPage } from '../several/run-page';
import { BookingsPage } from './bookings-page';
import { TicketPage } from './ticket-page';

const loadStanding = () => import('../standing/rooms');
const Standing = lazy(async () => ({ default: (await loadStanding()).Rooms }));
// Beside the bookings, so that the tap on one does not wait.
void loadStanding().catch(() => undefined);

export const Rooms = (): ReactElement => (
  <Switch>
    <Route path="/bookings" component={BookingsPage} />
    <Route path="/bookings/standing/*?" component={Standing} />
    <Route path="/bookings/run/:id" component={RunPage} />
    <Route path="/bookings/:id" component={TicketPage} />
    <Route path="/bookings/:id/move" component={MovePage} />
    <Route path="/bookings/:id/move/check" component={MoveCheckPage} />
    <Route path="/bookings/:id/appeal" component={AppealPage} />
    <Route component={NotFound} />
  </Switch>
);
