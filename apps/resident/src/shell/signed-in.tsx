import '../styles/ticket.css';
import '../styles/lists.css';
import { ApolloProvider } from '@apollo/client/react';
import { useAllWords } from '@linli/client/i18n';
import { lazy, type ReactElement, Suspense, useEffect } from 'react';
import { Route, Switch } from './router';
import { client } from '../data/house';
import { prefetchNews } from '../data/news';
import { HomePage } from '../services/home/home-page';
import { prefetchPlates } from '../services/meals/plate';
import { useLoaded } from './loaded';
import { NotFound } from './not-found';
import { Page } from './page';
import { Waiting } from './pieces';
import { useWords } from './words';

type Load = () => Promise<{ readonly Rooms: () => ReactElement }>;
const rest: Load[] = [];
function roomsOf(load: Load) {
  rest.push(load);
  return lazy(async () => {
    const { Rooms: Inner } = await load();
    function Worded() {
      useAllWords();
      return <Inner />;
    }
    return { default: Worded };
  });
}
const Meals = roomsOf(() => import('../services/meals/rooms'));
const Bookings = roomsOf(() => import('../services/bookings/rooms'));
const Catalogue = roomsOf(() => import('../services/catalogue/rooms'));
const Me = roomsOf(() => import('../access/rooms'));
const loadPreferences = () => import('../access/preferences');

/** After the first page the others come too, so that a tap does not wait and the tickets open without network. */
const fetchTheRest = (): void => rest.forEach((load) => void load().catch(() => undefined));
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

function Rooms(): ReactElement {
  const Preferences = useLoaded(loadPreferences)?.Preferences;
  return (
    <Suspense fallback={<Opening />}>
      {Preferences && <Preferences />}
      <Switch>
        <Route path="/" component={HomePage} />
        <Route path="/lunch/*?" component={Meals} />
        <Route path="/services/*?" component={Catalogue} />
        <Route path="/bookings/*?" component={Bookings} />
        <Route path="/me/*?" component={Me} />
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
