import { signal } from './signal';
import { store, stored } from './stored';

/** The number of the centre last seen: it must be in reach on every page, without network too. */
export const centrePhone = signal<string | null>(stored('linli.centre-phone'));
/** Who runs this: the name under ours in the header. */
export const placeName = signal<string>('');

export function noteCentre({ phone, area }: { readonly phone: string; readonly area: { readonly name: string } }): void {
  store('linli.centre-phone', phone);
  centrePhone.set(phone);
  placeName.set(area.name);
}
