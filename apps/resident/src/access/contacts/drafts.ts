import { newId } from '@linli/client';
import type { ContactRelation } from '../../gql/graphql';
import { signal } from '../../shell/signal';

// What is being answered, one question a page. It is kept in no address and no storage: it is about other people.

export interface ContactDraft {
  readonly id: string;
  readonly name: string;
  readonly relation: ContactRelation | undefined;
}

export interface DoorDraft {
  readonly door: string;
  readonly atHomeFrom: string | null;
  readonly atHomeTo: string | null;
  readonly hint: string | null;
}

export const contactDraft = signal<ContactDraft | null>(null);
export const doorDraft = signal<DoorDraft | null>(null);

export const startContact = (): void => contactDraft.set({ id: newId(), name: '', relation: undefined });

const EMPTY: DoorDraft = { door: '', atHomeFrom: null, atHomeTo: null, hint: null };
export const startDoor = ({ door, atHomeFrom, atHomeTo, hint }: DoorDraft = EMPTY): void =>
  doorDraft.set({ door, atHomeFrom, atHomeTo, hint });
