import '../styles/booking.css';
import type { ReactElement } from 'react';
import { NoticesPage } from '../notices/notices-page';
import { NotFound } from '../shell/not-found';
import { Route, Switch } from '../shell/router';
import { DevicesPage } from './devices-page';
import { MePage } from './me-page';

export const Rooms = (): ReactElement => (
  <Switch>
    <Route path="/me" component={MePage} />
    <Route path="/me/devices" component={DevicesPage} />
    <Route path="/me/notices" component={NoticesPage} />
    <Route component={NotFound} />
  </Switch>
);
