import { z } from 'zod';
import { organisationId, personId } from '../../access/index.js';
import { line, plainDate } from '../../base/index.js';
import { PostEnding, PostKind, PostSelection, PostSource } from './post-kinds.js';

export const postId = z.uuidv7().brand<'PostId'>();
export type PostId = z.infer<typeof postId>;

/** `replaces`: whose post ends on the day before. `termEndsOn`: null is what the kind of post and organisation says. */
export const beginPostInput = z
  .object({
    id: postId,
    organisationId,
    residentId: personId,
    kind: z.enum(PostKind),
    selection: z.enum(PostSelection),
    source: z.enum(PostSource).nullable(),
    from: plainDate,
    termEndsOn: plainDate.nullable(),
    replaces: postId.nullable(),
    documentNumber: line(60).nullable(),
  })
  .refine(({ from, termEndsOn }) => termEndsOn === null || from <= termEndsOn, {
    path: ['termEndsOn'],
    message: 'ENDS_BEFORE_IT_BEGINS',
  });
export type BeginPostInput = z.infer<typeof beginPostInput>;

/** `lastDay` is the last day on which it was held. */
export const endPostInput = z.object({
  id: postId,
  lastDay: plainDate,
  ending: z.enum(PostEnding),
  documentNumber: line(60).nullable(),
});
export type EndPostInput = z.infer<typeof endPostInput>;
