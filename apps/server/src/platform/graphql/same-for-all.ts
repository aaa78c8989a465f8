import { Extensions } from 'type-graphql';

/**
 * Of a subscription whose answers follow from the news and the selection alone, whoever asks with the same duties: it
 * is worked out once for all who ask the same. Never where a field looks at the person.
 */
export const SameForAll = (): MethodDecorator => Extensions({ sameForAll: true });
