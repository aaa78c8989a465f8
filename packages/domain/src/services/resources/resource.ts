import { z } from 'zod';
import { centreId, personId } from '../../access/index.js';
import { type EnumOf, enumOf, line } from '../../base/index.js';
import { serviceId } from '../centres/index.js';

export const resourceId = z.uuidv7().brand<'ResourceId'>();
export type ResourceId = z.infer<typeof resourceId>;

/** 人員 房間 設備: what a session needs besides places, and what is never in two sessions at once. */
export const ResourceKind = enumOf('PERSON', 'ROOM', 'EQUIPMENT');
export type ResourceKind = EnumOf<typeof ResourceKind>;

/** The client makes the id: the first save creates, the next ones rename. */
export const saveResourceInput = z
  .object({
    id: resourceId,
    centreId,
    kind: z.enum(ResourceKind),
    name: line(40),
    /** Of a person: the account with which they see their own visits. Left out it stays; null: none. */
    accountId: personId.nullish(),
  })
  .refine(({ kind, accountId }) => kind === 'PERSON' || accountId == null, {
    path: ['accountId'],
    message: 'NOT_A_PERSON',
  });
export type SaveResourceInput = z.infer<typeof saveResourceInput>;

/** No longer in use: nothing new takes it, and what it was taken by is still known. Only what no service needs. */
export const retireResourceInput = z.object({ id: resourceId });
export type RetireResourceInput = z.infer<typeof retireResourceInput>;

export const bringBackResourceInput = z.object({ id: resourceId });
export type BringBackResourceInput = z.infer<typeof bringBackResourceInput>;

/** All that each session of the service takes from its first booking on; none: nothing any more. */
export const assignResourcesInput = z.object({
  serviceId,
  resourceIds: z
    .array(resourceId)
    .max(10)
    .refine((ids) => new Set(ids).size === ids.length, { message: 'TWICE' }),
});
export type AssignResourcesInput = z.infer<typeof assignResourcesInput>;
