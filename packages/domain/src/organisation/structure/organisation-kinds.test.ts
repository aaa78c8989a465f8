import { expect, it } from '@jest/globals';
import { OrganisationKind, parentKindsOfOrganisation } from './organisation-kinds.js';

it('no kind can hang, however deep, under its own kind: a move can make no cycle', () => {
  const above = (kind: OrganisationKind, seen: readonly OrganisationKind[] = []): OrganisationKind[] =>
    seen.includes(kind)
      ? [kind]
      : parentKindsOfOrganisation[kind].flatMap((parent) => [parent, ...above(parent, [...seen, kind])]);
  for (const kind of Object.values(OrganisationKind)) expect(above(kind)).not.toContain(kind);
});
