import { I18nProvider } from '@linli/client/i18n';
import { catalogs } from '@linli/i18n/resident';
import { lazy, type ReactElement, Suspense } from 'react';
import { Redirect, Route, Switch } from './router';
import { Mishap } from './mishap';
import { Page } from './page';
import { Waiting } from './pieces';
import { residentId } from './session';
import { useSignal } from './signal';
import { Update } from './update';
import { useWords } from './words';

// Who is signed in does not wait for the sign-in, and who is not does not wait for Apollo.
const loadSignIn = () => import('../access/sign-in-pages');
const PhonePage = lazy(async () => ({ default: (await loadSignIn()).PhonePage }));
const CodePage = lazy(async () => ({ default: (await loadSignIn()).CodePage }));
const LanguagePage = lazy(async () => ({ default: (await loadSignIn()).LanguagePage }));
const loadSignedIn = () => import('./signed-in');
const SignedIn = lazy(async () => ({ default: (await loadSignedIn()).SignedIn }));

/** Begins with what the first page is made of, before React has asked for it. */
export const prefetchFirst = (): void => fetchAhead(residentId.get() === null ? loadSignIn : loadSignedIn);

/** Fetches what follows the sign-in while the reader is still typing. */
export const prefetchRest = (): void => {
  if (residentId.get() === null) fetchAhead(loadSignedIn);
  else setTimeout(fetchAhead, REST_AFTER_MS, loadSignIn);
};
const REST_AFTER_MS = 2000;
const fetchAhead = (load: () => Promise<unknown>): void => void load().catch(() => undefined);

export function App(): ReactElement {
  return (
    <I18nProvider catalogs={catalogs} fallback={<Blank />}>
      <Mishap>
        <Update />
        <Suspense fallback={<Shell />}>
          <Switch>
            <Route path="/sign-in" component={PhonePage} />
            <Route path="/sign-in/code" component={CodePage} />
            <Route path="/language" component={LanguagePage} />
            <Route component={Behind} />
          </Switch>
        </Suspense>
      </Mishap>
    </I18nProvider>
  );
}

/** Before the first words are there: the frame alone, in no language. */
const Blank = (): ReactElement => (
  <div className="app" aria-busy="true">
    <div className="page">
      <div className="card sk" aria-hidden="true">
        <i style={{ width: '40%' }} />
        <i style={{ width: '72%', height: 34 }} />
      </div>
    </div>
  </div>
);

function Behind(): ReactElement {
  const id = useSignal(residentId);
  if (id === null) return <Redirect to="/sign-in" replace />;
  return <SignedIn key={id} />;
}

function Shell(): ReactElement {
  const { t } = useWords();
  return (
    <Page title={t('resident.tab.home')} busy>
      <Waiting cards={3} />
    </Page>
  );
}
