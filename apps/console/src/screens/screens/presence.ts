import type { ScreenRowFragment } from '../../gql/graphql';

export type Presence = 'online' | 'connecting' | 'offline';

/** A wall that was just paired first reads its scene, then tells that it lives. */
const FIRST_WORD_MS = 60_000;

export function presenceOf(
  { online, lastSeenAt, pairedAt }: Pick<ScreenRowFragment, 'online' | 'lastSeenAt' | 'pairedAt'>,
  now: Date,
): Presence {
  if (online) return 'online';
  const isNew = lastSeenAt === null && now.getTime() - new Date(pairedAt).getTime() < FIRST_WORD_MS;
  return isNew ? 'connecting' : 'offline';
}
