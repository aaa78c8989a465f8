import '@linli/ui/later';
import '../../styles/forms.css';
import '../../styles/booking.css';
import type { ReactElement } from 'react';
import { NotFound } from '../../shell/not-found';
import { Route, Switch } from '../../shell/router';
import { LunchCheckPage } from './lunch-check-page';
import { LunchPage } from './lunch-page';

export const Rooms = (): ReactElement => (
  <Switch>
    <Route path="/lunch" component={LunchPage} />
    <Route path="/lunch/check" component={LunchCheckPage} />
    <Route component={NotFound} />
  </Switch>
);
