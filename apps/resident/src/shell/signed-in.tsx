import '../styles/ticket.css';
import '../styles/lists.css';
import { ApolloProvider } from '@apollo/client/react';
import { useLocale } from '@linli/client/i18n';
import { lazy, type ReactElement, Suspense, useEffect, useRef } from 'react';
import { Route, Switch } from './router';
import { usePreferences } from '../access/preferences';
import { client } from '../data/house';
import { prefetchNews } from '../data/news';
import { HomePage } from '../services/home/home-page';
import { prefetchPlates } from '../services/meals/plate';
import { NotFound } from './not-found';
import { Page } from './page';
import { Waiting } from './pieces';
import { useWords } from './words';

const bookings = () => import('../services/bookings/pages');
const BookingsPage = lazy(async () => ({ default: (await bookings()).BookingsPage }));
const TicketPage = lazy(async () => ({ default: (await bookings()).TicketPage }));
const meals = () => import('../services/meals/pages');
const LunchPage = lazy(async () => ({ default: (await meals()).LunchPage }));
const LunchCheckPage = lazy(async () => ({ default: (await meals()).LunchCheckPage }));
const catalogue = () => import('../services/catalogue/pages');
const ServicesPage = lazy(async () => ({ default: (await catalogue()).ServicesPage }));
const ServicePage = lazy(async () => ({ default: (await catalogue()).ServicePage }));
const ServiceCheckPage = lazy(async () => ({ default: (await catalogue()).ServiceCheckPage }));
const access = () => import('../access/pages');
const MePage = lazy(async () => ({ default: (await access()).MePage }));
const DevicesPage = lazy(async () => ({ default: (await access()).DevicesPage }));

/** After the first page the others come too, so that a tap does not wait and the tickets open without network. */
const fetchTheRest = (): void => {
  for (const load of [meals, bookings, catalogue, access]) void load().catch(() => undefined);
};
const REST_AFTER_MS = 2000;

/** Everything behind the sign-in of one resident. */
export function SignedIn(): ReactElement {
  useEffect(() => {
    prefetchPlates();
    prefetchNews();
    const timer = setTimeout(fetchTheRest, REST_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <ApolloProvider client={client}>
      <Rooms />
    </ApolloProvider>
  );
}

/** Names and titles come from the server in the reader's language: another language reads the page again. */
function useNamesIn(): void {
  const [locale] = useLocale();
  const read = useRef(locale);
  useEffect(() => {
    if (read.current === locale) return;
    // After the choice is stored, as that is what the requests go by.
    const timer = setTimeout(() => {
      read.current = locale;
      void client.refetchQueries({ include: 'active' }).catch(() => undefined);
    });
    return () => clearTimeout(timer);
  }, [locale]);
}

function Rooms(): ReactElement {
  usePreferences();
  useNamesIn();
  return (
    <Suspense fallback={<Opening />}>
      <Switch>
        <Route path="/" component={HomePage} />
        <Route path="/lunch" component={LunchPage} />
        <Route path="/lunch/check" component={LunchCheckPage} />
        <Route path="/services" component={ServicesPage} />
        <Route path="/services/:serviceId" component={ServicePage} />
        <Route path="/services/:serviceId/check" component={ServiceCheckPage} />
        <Route path="/bookings" component={BookingsPage} />
        <Route path="/bookings/:id" component={TicketPage} />
        <Route path="/me" component={MePage} />
        <Route path="/me/devices" component={DevicesPage} />
        <Route component={NotFound} />
      </Switch>
    </Suspense>
  );
}

function Opening(): ReactElement {
  const { t } = useWords();
  return (
    <Page title={t('common.loading')} busy>
      <Waiting />
    </Page>
  );
}
