import '../../styles/standing.css';
import type { ReactElement } from 'react';
import { NotFound } from '../../shell/not-found';
import { Route, Switch } from '../../shell/router';
import { ChangeDayPage } from './change-day-page';
import { CheckPage } from './check-page';
import { DayPage } from './day-page';
import { EndPage } from './end-page';
import { FromWhenPage } from './from-when-page';
import { OrderPage } from './order-page';
import { PausePage } from './pause-page';
import { StandingPage } from './standing-page';
import { WhichDaysPage } from './which-days-page';
import { WhichWayPage } from './which-way-page';

export const Rooms = (): ReactElement => (
  <Switch>
    <Route path="/bookings/standing" component={StandingPage} />
    <Route path="/bookings/standing/new" component={WhichDaysPage} />
    <Route path="/bookings/standing/new/how" component={WhichWayPage} />
    <Route path="/bookings/standing/new/from" component={FromWhenPage} />
    <Route path="/bookings/standing/new/check" component={CheckPage} />
    <Route path="/bookings/standing/:id" component={OrderPage} />
    <Route path="/bookings/standing/:id/pause" component={PausePage} />
    <Route path="/bookings/standing/:id/end" component={EndPage} />
    <Route path="/bookings/standing/:id/day/:day" component={DayPage} />
    <Route path="/bookings/standing/:id/day/:day/change" component={ChangeDayPage} />
    <Route component={NotFound} />
  </Switch>
);
