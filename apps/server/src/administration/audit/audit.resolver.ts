import { pageSize, type PlainDate, plainDate, words } from '@linli/domain/base';
import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { chainIsIntact } from '../../access/audit/index.js';
import { Allow, Arg, type Request } from '../../platform/graphql/index.js';
import { auditEntriesOf } from './audit.queries.js';
import { AuditEntryConnection } from './audit-entry.type.js';

const cursor = z
  .string()
  .regex(/^\d{1,18}$/)
  .nullish();
const search = words(64).nullish();
/** What was looked for may be the word of an action in the reader's language: the client knows whose. */
const actions = z
  .array(z.string().regex(/^[A-Z_]{1,40}$/))
  .max(100)
  .nullish();
const day = plainDate.nullish();

@Resolver(() => AuditEntryConnection)
export class AuditResolver {
  @Allow('SEE_AUDIT')
  @Query(() => AuditEntryConnection)
  auditEntries(
    @Ctx() { db, viewer }: Request,
    @Arg('first', pageSize) first: number,
    @Arg('after', cursor) after: string | null | undefined,
    @Arg('search', search) sought: string | null | undefined,
    @Arg('actions', actions) named: string[] | null | undefined,
    @Arg('from', day) from: PlainDate | null | undefined,
    @Arg('to', day) to: PlainDate | null | undefined,
  ): Promise<AuditEntryConnection> {
    return auditEntriesOf(db, viewer, { first, after, search: sought, actions: named, from, to });
  }

  @Allow('SEE_AUDIT')
  @FieldResolver(() => Boolean)
  chainIntact(@Ctx() { db }: Request): Promise<boolean> {
    return chainIsIntact(db);
  }
}
