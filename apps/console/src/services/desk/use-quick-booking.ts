import type { Refused } from '@linli/client';
import { BookAndCheckInDocument, BookDocument, type Texture } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import type { Arrival } from './arrivals';
import type { Person } from './person-finder';
import type { Mode, Option } from './quick-options';

export interface Wish {
  readonly person: Person;
  readonly option: Option;
  readonly mode: Mode;
  readonly atOnce: boolean;
  readonly texture: Texture;
  readonly allowAllergens: boolean;
}

interface QuickBooking {
  readonly send: (wish: Wish) => Promise<Arrival | undefined>;
  readonly busy: boolean;
  readonly message: string | undefined;
  /** A dish holds what the person is allergic to: somebody has to answer for it. */
  readonly clash: Refused | undefined;
  readonly reset: () => void;
}

export function useQuickBooking(): QuickBooking {
  const booking = useCreate(BookDocument);
  const both = useCreate(BookAndCheckInDocument);
  const send = async ({ person, option, mode, atOnce, texture, allowAllergens }: Wish) => {
    const fields = {
      sessionId: option.session.id,
      beneficiaryId: person.id,
      texture: option.session.service.meal ? texture : null,
      allowAllergens,
    };
    const outcome = atOnce ? await both.act(fields) : await booking.act({ ...fields, channel: mode });
    return outcome.done;
  };
  const refused = both.refused ?? booking.refused;
  return {
    send,
    busy: booking.busy || both.busy,
    message: both.message ?? booking.message,
    clash: refused?.code === 'ALLERGY_CLASH' ? refused : undefined,
    reset: () => {
      booking.reset();
      both.reset();
    },
  };
}
