import { z } from 'zod';
import { areaId, centreId } from '../access/index.js';
import { line } from '../base/index.js';
import { pairingCode, screenId } from './screen.js';

const resolution = z.string().regex(/^\d{2,5}x\d{2,5}(@\d(\.\d{1,2})?)?$/);
const version = line(40);
const name = line(40);
export const pairingSecret = z.string().regex(/^[\w-]{43}$/);

export const startPairingInput = z.object({ resolution, version });
export type StartPairingInput = z.infer<typeof startPairingInput>;

export const claimScreenInput = z.object({ secret: pairingSecret });
export type ClaimScreenInput = z.infer<typeof claimScreenInput>;

/** A screen stands in a centre or shows an area: one of the two. */
export const pairScreenInput = z
  .object({
    id: screenId,
    code: pairingCode,
    name,
    centreId: centreId.nullish(),
    areaId: areaId.nullish(),
  })
  .refine(({ centreId, areaId }) => (centreId == null) !== (areaId == null), { path: ['centreId'] });
export type PairScreenInput = z.infer<typeof pairScreenInput>;

export const renameScreenInput = z.object({ id: screenId, name });
export type RenameScreenInput = z.infer<typeof renameScreenInput>;

export const revokeScreenInput = z.object({ id: screenId });
export type RevokeScreenInput = z.infer<typeof revokeScreenInput>;

export const reportScreenInput = z.object({ version, resolution, error: line(300).nullish() });
export type ReportScreenInput = z.infer<typeof reportScreenInput>;
