import { type OrganisationId, organisationId } from '@linli/domain/access';
import { pageSize, words } from '@linli/domain/base';
import { type PostId, postId } from '@linli/domain/organisation/posts';
import {
  type AddToReserveInput,
  addToReserveInput,
  type CloseReserveInput,
  closeReserveInput,
  type ReserveId,
  reserveId,
  ReserveList,
} from '@linli/domain/organisation/talent';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { addToReserve, closeReserve } from './keep-reserve.js';
import { estateSecretaries, reserveEntries } from './talent.queries.js';
import {
  EstateSecretaryConnection,
  ReserveEntry,
  ReserveEntryConnection,
  ReserveEntryOrRefused,
} from './talent.type.js';

type Optional<Value> = Value | null | undefined;

@Resolver()
export class TalentResolver {
  @Allow('SEE_SECRETARIES')
  @Query(() => EstateSecretaryConnection)
  estateSecretaries(
    @Ctx() { db, viewer }: Request,
    @Arg('organisationId', organisationId) id: OrganisationId,
    @Arg('text', words(60).nullish()) text: Optional<string>,
    @Arg('first', pageSize) first: number,
    @Arg('after', postId.nullish()) after: Optional<PostId>,
  ): Promise<EstateSecretaryConnection> {
    const asked = { organisationId: id, first, after: after ?? null };
    return estateSecretaries(db, viewer, { ...asked, text: text === '' ? null : (text ?? null) });
  }

  @Allow('SEE_RESERVES')
  @Query(() => ReserveEntryConnection)
  reserveEntries(
    @Ctx() { db, viewer }: Request,
    @Arg('organisationId', organisationId) id: OrganisationId,
    @Arg('list', z.enum(ReserveList)) list: ReserveList,
    @Arg('closed', z.boolean()) closed: boolean,
    @Arg('first', pageSize) first: number,
    @Arg('after', reserveId.nullish()) after: Optional<ReserveId>,
  ): Promise<ReserveEntryConnection> {
    return reserveEntries(db, viewer, { organisationId: id, list, closed, first, after: after ?? null });
  }

  @Allow('KEEP_RESERVES')
  @Mutation(() => ReserveEntryOrRefused)
  addToReserve(
    @Ctx() { db, viewer }: Request,
    @Input(addToReserveInput) input: AddToReserveInput,
  ): Promise<ReserveEntry | Refused> {
    return addToReserve(db, viewer, input);
  }

  @Allow('KEEP_RESERVES')
  @Mutation(() => ReserveEntryOrRefused)
  closeReserve(
    @Ctx() { db, viewer }: Request,
    @Input(closeReserveInput) input: CloseReserveInput,
  ): Promise<ReserveEntry | Refused> {
    return closeReserve(db, viewer, input);
  }
}
