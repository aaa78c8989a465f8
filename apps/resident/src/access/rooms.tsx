import '@linli/ui/later';
import '../styles/forms.css';
import '../styles/booking.css';
import type { ReactElement } from 'react';
import { CalendarPage } from '../notices/calendar-page';
import { NoticesPage } from '../notices/notices-page';
import { RemindersPage } from '../notices/reminders-page';
import { ConfirmPage } from '../organisation/life/confirm-page';
import { LifePage } from '../organisation/life/life-page';
import { NotFound } from '../shell/not-found';
import { Route, Switch } from '../shell/router';
import { CarePage } from './care/care-page';
import { ChangeCarePage, NewCarePage } from './care/care-form-page';
import { ContactsPage } from './contacts/contacts-page';
import { DoorHintPage, DoorHoursPage, DoorPage } from './contacts/door-pages';
import { ContactNamePage, ContactPhonePage, ContactRelationPage } from './contacts/new-contact-pages';
import { DevicesPage } from './devices-page';
import { MePage } from './me-page';

export const Rooms = (): ReactElement => (
  <Switch>
    <Route path="/me" component={MePage} />
    <Route path="/me/devices" component={DevicesPage} />
    <Route path="/me/care" component={CarePage} />
    <Route path="/me/care/new" component={NewCarePage} />
    <Route path="/me/care/:id" component={ChangeCarePage} />
    <Route path="/me/contacts" component={ContactsPage} />
    <Route path="/me/contacts/new" component={ContactNamePage} />
    <Route path="/me/contacts/new/relation" component={ContactRelationPage} />
    <Route path="/me/contacts/new/phone" component={ContactPhonePage} />
    <Route path="/me/contacts/door" component={DoorPage} />
    <Route path="/me/contacts/door/hours" component={DoorHoursPage} />
    <Route path="/me/contacts/door/hint" component={DoorHintPage} />
    <Route path="/me/life" component={LifePage} />
    <Route path="/me/life/confirm" component={ConfirmPage} />
    <Route path="/me/notices" component={NoticesPage} />
    <Route path="/me/calendar" component={CalendarPage} />
    <Route path="/me/reminders" component={RemindersPage} />
    <Route component={NotFound} />
  </Switch>
);
