import { inside, type StraightQuery } from '../../platform/straight/index.js';

/** Residents see what their session says; of an account there is more to read. */
export const straightMe: StraightQuery<object> = {
  parameters: ({ name }) => ({ name }),
  answer: ({ face }) =>
    face === 'RESIDENT'
      ? inside({ id: ':viewerId::uuid', face: `'RESIDENT'`, name: ':name::text' })
      : undefined,
};
