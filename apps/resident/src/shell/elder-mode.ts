import { signal } from './signal';
import { store, stored } from './stored';

/** Large letters, large targets. `undefined`: nobody has chosen on this phone yet. */
const fromStore = (): boolean | undefined => {
  const said = stored('linli.elder');
  return said === null ? undefined : said === 'yes';
};

export const elderMode = signal<boolean | undefined>(fromStore());

const show = (): void => {
  const { dataset } = document.documentElement;
  if (elderMode.get()) dataset.mode = 'elder';
  else delete dataset.mode;
};

export function setElderMode(on: boolean): void {
  store('linli.elder', on ? 'yes' : 'no');
  elderMode.set(on);
  show();
}

show();
