import { signal } from './signal';
import { forgetOwn, store, stored } from './stored';

/** Who is signed in on this phone, as far as the phone remembers: the id alone. The server's cookie decides. */
export const residentId = signal<string | null>(stored('linli.resident'));

/** For whom the reader is acting; null: the server's choice, which is oneself. */
export const chosenPerson = signal<string | null>(stored('linli.for'));

/** Another centre than the nearest one, until one goes home; null: the server's choice. */
export const chosenCentre = signal<string | null>(null);

export function choosePerson(id: string | null): void {
  store('linli.for', id);
  chosenPerson.set(id);
}

export function signedIn(id: string): void {
  if (residentId.get() !== id) choosePerson(null);
  store('linli.resident', id);
  residentId.set(id);
}

/** Everything personal goes from this phone, the offline tickets included. */
export async function forgetResident(): Promise<void> {
  forgetOwn();
  chosenPerson.set(null);
  chosenCentre.set(null);
  residentId.set(null);
  const { wipeTickets } = await import('../services/bookings/ticket-store');
  await wipeTickets();
}
