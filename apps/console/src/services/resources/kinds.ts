import type { DeskIconName } from '@linli/ui/desk';
import type { ResourceKind } from '../../gql/graphql';

export const KINDS: readonly ResourceKind[] = ['PERSON', 'ROOM', 'EQUIPMENT'];
export const KIND_ICONS: Readonly<Record<ResourceKind, DeskIconName>> = {
  PERSON: 'user-check',
  ROOM: 'door-closed',
  EQUIPMENT: 'armchair',
};
