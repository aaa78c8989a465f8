import '@linli/ui/later';
import '../../styles/forms.css';
import '../../styles/booking.css';
import type { ReactElement } from 'react';
import { NotFound } from '../../shell/not-found';
import { Route, Switch } from '../../shell/router';
import '../../styles/standing.css';
import { DaysPage } from '../several/days-page';
import { JoinPage } from '../several/join-page';
import { UntilPage } from '../several/until-page';
import { CentrePage } from '../centre/centre-page';
import { WaitPage } from '../waitlist/wait-page';
import { ServiceCheckPage } from './service-check-page';
import { ServicePage } from './service-page';
import { ServicesPage } from './services-page';

export const Rooms = (): ReactElement => (
  <Switch>
    <Route path="/services" component={ServicesPage} />
    <Route path="/services/centre" component={CentrePage} />
    <Route path="/services/:serviceId" component={ServicePage} />
    <Route path="/services/:serviceId/check" component={ServiceCheckPage} />
    <Route path="/services/:serviceId/wait" component={WaitPage} />
    <Route path="/services/:serviceId/join" component={JoinPage} />
    <Route path="/services/:serviceId/until" component={UntilPage} />
    <Route path="/services/:serviceId/days" component={DaysPage} />
    <Route component={NotFound} />
  </Switch>
);
