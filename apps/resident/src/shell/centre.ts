import { signal } from './signal';
import { store, stored } from './stored';

/** The centre last seen. Its number and address must be in reach on every page, without network too. */
export interface KnownCentre {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly areaName: string;
}

function remembered(): KnownCentre | null {
  try {
    return JSON.parse(stored('linli.centre') ?? 'null') as KnownCentre | null;
  } catch {
    return null;
  }
}

export const knownCentre = signal<KnownCentre | null>(remembered());

interface Told extends Omit<KnownCentre, 'areaName'> {
  readonly area: { readonly name: string };
}

export function noteCentre({ id, name, address, phone, area }: Told): void {
  const centre = { id, name, address, phone, areaName: area.name };
  const text = JSON.stringify(centre);
  if (text === JSON.stringify(knownCentre.get())) return;
  store('linli.centre', text);
  knownCentre.set(centre);
}
