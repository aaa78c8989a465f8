// Before anything that makes a schema.
import './shell/no-eval';
import '@linli/ui/styles/tokens.css';
import '@linli/ui/styles/base.css';
import './styles/stage.css';
import './styles/centre.css';
import './styles/week.css';
import './styles/district.css';
import './styles/services.css';
import './styles/shapes.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { registerSW } from 'virtual:pwa-register';
import { watchErrors } from './care/last-error';
import { startWatchdog } from './care/watchdog';
import { readAddress } from './shell/address';
import { App } from './shell/app';
import { openHouse } from './shell/house';
import { Painted } from './shell/painted';

const LOOK_FOR_NEWER_MS = 15 * 60_000;

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const { locale, preview } = readAddress(location.search);
const house = openHouse(locale, preview);
const watchdog = startWatchdog({
  now: () => Date.now(),
  isHidden: () => document.hidden,
  reload: () => location.reload(),
});
watchErrors();
createRoot(root, { onUncaughtError: (error) => console.error(error) }).render(
  <StrictMode>
    <App
      house={house}
      locale={locale}
      version={import.meta.env.VITE_VERSION}
      isPreview={preview !== undefined}
    />
    <Painted onPaint={watchdog.painted} />
  </StrictMode>,
);
registerSW({
  immediate: true,
  onRegisteredSW: (_url, registration) => {
    if (registration) setInterval(() => void registration.update().catch(() => undefined), LOOK_FOR_NEWER_MS);
  },
});
