import { signal } from './signal';

interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

/** The browser's offer to put the app on the home screen, kept until the reader wants it. */
export const installOffer = signal<InstallPrompt | null>(null);

export function watchInstall(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    installOffer.set(event as InstallPrompt);
  });
  window.addEventListener('appinstalled', () => installOffer.set(null));
}
