import { z } from 'zod';
import { organisationId, personId } from '../../access/index.js';
import { type EnumOf, enumOf, line, plainDate } from '../../base/index.js';
import type { OrganisationKind } from '../structure/index.js';

/** 書記後備人才庫 of a sub-district, 社區後備幹部庫 of a community or village. */
export const ReserveList = enumOf('SECRETARY_RESERVE', 'COMMUNITY_RESERVE');
export type ReserveList = EnumOf<typeof ReserveList>;

/** What became of somebody: 進入兩委, became secretary, or neither. */
export const ReserveOutcome = enumOf('ENTERED_TWO_COMMITTEES', 'BECAME_SECRETARY', 'OTHER_POST', 'TAKEN_OFF');
export type ReserveOutcome = EnumOf<typeof ReserveOutcome>;

const KEPT_BY: Readonly<Record<ReserveList, readonly OrganisationKind[]>> = {
  SECRETARY_RESERVE: ['GRASSROOTS_COMMITTEE'],
  COMMUNITY_RESERVE: ['COMMUNITY_COMMITTEE', 'VILLAGE_BRANCH'],
};
/** Whether an organisation of this kind has such a list. */
export const keepsReserve = (list: ReserveList, kind: OrganisationKind): boolean =>
  KEPT_BY[list].includes(kind);

export const reserveId = z.uuidv7().brand<'ReserveId'>();
export type ReserveId = z.infer<typeof reserveId>;

export const addToReserveInput = z.object({
  id: reserveId,
  list: z.enum(ReserveList),
  organisationId,
  residentId: personId,
  since: plainDate,
  note: line(200).nullable(),
});
export type AddToReserveInput = z.infer<typeof addToReserveInput>;

/** `lastDay` is the last day on the list. */
export const closeReserveInput = z.object({
  id: reserveId,
  lastDay: plainDate,
  outcome: z.enum(ReserveOutcome),
});
export type CloseReserveInput = z.infer<typeof closeReserveInput>;
