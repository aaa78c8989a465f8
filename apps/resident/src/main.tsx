import '@linli/ui/styles/tokens.css';
import '@linli/ui/styles/base.css';
import './styles/frame.css';
import './styles/parts.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, prefetchFirst, prefetchRest } from './shell/app';
import { watchInstall } from './shell/install-offer';
import { newerVersion } from './shell/update';

prefetchFirst();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
watchInstall();
prefetchRest();
// Last: the first page does not wait for it.
void import('virtual:pwa-register').then(({ registerSW }) => {
  const takeNewer = registerSW({
    onNeedRefresh: () => newerVersion.set(() => void takeNewer(true)),
  });
});
