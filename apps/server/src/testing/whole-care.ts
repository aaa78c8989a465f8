import { type Care, CareScope, type PersonId } from '@linli/domain/access';

/** Somebody who grants all that can be granted. */
export const wholeCare = (id: PersonId): Care => ({ personId: id, scopes: Object.values(CareScope) });
