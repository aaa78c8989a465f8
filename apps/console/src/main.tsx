import '@linli/ui/styles/tokens.css';
import '@linli/ui/styles/base.css';
import './styles/shell.css';
import './styles/parts.css';
import { ApolloProvider } from '@apollo/client/react';
import { I18nProvider } from '@linli/client/i18n';
import { LiveContext } from '@linli/client/live';
import { catalogs } from '@linli/i18n/console';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { LeaveContext } from './access/leaving';
import { ViewerGate } from './access/viewer-gate';
import { connect } from './connect';
import { ToastProvider } from './kit/toasts';

const { client, live, leaving } = connect();
const root = document.getElementById('root');
if (!root) throw new Error('There is no #root in the page.');

createRoot(root).render(
  <StrictMode>
    <I18nProvider catalogs={catalogs}>
      <ApolloProvider client={client}>
        <LiveContext value={live.status}>
          <LeaveContext value={leaving}>
            <ToastProvider>
              <BrowserRouter basename="/console">
                <ViewerGate />
              </BrowserRouter>
            </ToastProvider>
          </LeaveContext>
        </LiveContext>
      </ApolloProvider>
    </I18nProvider>
  </StrictMode>,
);
// Last: the first page does not wait for it.
void import('./on-this-device').then(({ keepOnThisDevice }) => keepOnThisDevice()).catch(() => undefined);
