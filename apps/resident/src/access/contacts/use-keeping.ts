import { useMutation } from '@apollo/client/react';
import { type Refused, type Submission, useSubmit } from '@linli/client';
import { useRead } from '../../data/use-read';
import {
  type ContactFragment,
  ContactsDocument,
  KeepingDocument,
  SaveContactsDocument,
  type SaveContactsMutationVariables,
  SaveDoorDocument,
  type SaveDoorMutationVariables,
} from '../../gql/graphql';
import { chosenPerson, residentId } from '../../shell/session';
import { signal, useSignal } from '../../shell/signal';

export type ContactWish = SaveContactsMutationVariables['input']['contacts'][number];
export type DoorWish = Omit<SaveDoorMutationVariables['input'], 'residentId'>;

export interface Kept {
  readonly id: string;
  readonly name: string;
  readonly isMe: boolean;
}

/** Whose contacts and door these pages speak of, where one keeps those of several. */
export const keptPerson = signal<string | null>(null);

/** Oneself, and whoever has granted that one keeps their contacts. */
export function usePeopleKept(): {
  readonly people: readonly Kept[] | undefined;
  readonly person: Kept | undefined;
  readonly error: unknown;
  readonly again: () => void;
} {
  const me = useSignal(residentId) ?? '';
  const picked = useSignal(keptPerson) ?? chosenPerson.get();
  const { data, error, again } = useRead(KeepingDocument, { residentId: me });
  if (!data) return { people: undefined, person: undefined, error, again };
  const own: Kept = { id: me, name: data.me?.name ?? '', isMe: true };
  const others = data.careGrants
    .filter(
      ({ carerId, state, scopes }) => carerId === me && state === 'ACTIVE' && scopes.includes('CONTACTS'),
    )
    .map(({ elderId, elderName }): Kept => ({ id: elderId, name: elderName, isMe: false }));
  const people = [own, ...others];
  return { people, person: people.find(({ id }) => id === picked) ?? own, error: undefined, again };
}

export const useContacts = (person: Kept | undefined) =>
  useRead(ContactsDocument, { residentId: person?.id ?? '' }, { skip: !person });

interface Saving<Wish> {
  readonly submission: Submission<object>;
  /** True once the server has it. */
  readonly save: (wish: Wish) => Promise<boolean>;
}

const after = (id: string) => ({
  refetchQueries: [{ query: ContactsDocument, variables: { residentId: id } }],
  awaitRefetchQueries: true,
});

export function useSaveContacts(id: string): Saving<readonly ContactWish[]> {
  const [send] = useMutation(SaveContactsDocument);
  const { submission, submit } = useSubmit(
    async ({ contacts }: { contacts: readonly ContactWish[] }): Promise<object | Refused> => {
      const input = { residentId: id, contacts: [...contacts] };
      const { data } = await send({ variables: { input }, ...after(id) });
      if (!data) throw new Error('No answer.');
      return data.saveEmergencyContacts;
    },
  );
  return { submission, save: async (contacts) => (await submit({ contacts })).state === 'done' };
}

export function useSaveDoor(id: string): Saving<DoorWish> {
  const [send] = useMutation(SaveDoorDocument);
  const { submission, submit } = useSubmit(async (door: DoorWish): Promise<object | Refused> => {
    const { data } = await send({ variables: { input: { residentId: id, ...door } }, ...after(id) });
    if (!data) throw new Error('No answer.');
    return data.saveHomeDoor;
  });
  return { submission, save: async (door) => (await submit(door)).state === 'done' };
}

/** Read masked, sent back without what one cannot see: it stays as it is. */
export const asTheyAre = (contacts: readonly ContactFragment[]): ContactWish[] =>
  contacts.map(({ id, relation }) => ({ id, relation }));
