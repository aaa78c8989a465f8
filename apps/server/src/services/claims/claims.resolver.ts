import { pageSize, words } from '@linli/domain/base';
import { type CentreId, centreId } from '@linli/domain/services/centres';
import {
  type AcceptClaimInput,
  acceptClaimInput,
  type ClaimId,
  claimId,
  type CounterClaimLineInput,
  counterClaimLineInput,
  type DraftClaimInput,
  draftClaimInput,
  month,
  type ReturnClaimInput,
  returnClaimInput,
  type SubmitClaimInput,
  submitClaimInput,
} from '@linli/domain/services/claims';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { claimablePayers, claimFor, claimLines, claimsOf } from './claim.queries.js';
import { Claim, ClaimablePayer, ClaimLinePage, ClaimOrRefused } from './claim.type.js';
import { counterClaimLine } from './counter-line.js';
import { draftClaim } from './draft-claim.js';
import { acceptClaim, returnClaim, submitClaim } from './move-claim.js';

const cursor = words(60).nullish();

@Resolver()
export class ClaimsResolver {
  @Allow('MANAGE_CLAIMS')
  @Query(() => [Claim], { description: 'The last hundred of a centre, the newest month first.' })
  claims(@Ctx() { db, viewer }: Request, @Arg('centreId', centreId) centre: CentreId): Promise<Claim[]> {
    return claimsOf(db, viewer, centre);
  }

  @Allow('MANAGE_CLAIMS')
  @Query(() => Claim)
  claim(@Ctx() { db, viewer }: Request, @Arg('id', claimId) id: ClaimId): Promise<Claim> {
    return claimFor(db, viewer, 'MANAGE_CLAIMS', id);
  }

  @Allow('MANAGE_CLAIMS')
  @Query(() => ClaimLinePage)
  claimLines(
    @Ctx() { db, viewer }: Request,
    @Arg('id', claimId) id: ClaimId,
    @Arg('first', pageSize) first: number,
    @Arg('after', cursor) after: string | null | undefined,
  ): Promise<ClaimLinePage> {
    return claimLines(db, viewer, { id, first, after: after ?? null });
  }

  @Allow('MANAGE_CLAIMS')
  @Query(() => [ClaimablePayer], { description: 'What nobody has been asked for yet.' })
  claimablePayers(
    @Ctx() { db, viewer }: Request,
    @Arg('centreId', centreId) centre: CentreId,
    @Arg('month', month) of: string,
  ): Promise<ClaimablePayer[]> {
    return claimablePayers(db, viewer, { centreId: centre, month: of });
  }

  @Allow('MANAGE_CLAIMS')
  @Mutation(() => ClaimOrRefused)
  draftClaim(
    @Ctx() { db, viewer }: Request,
    @Input(draftClaimInput) input: DraftClaimInput,
  ): Promise<Claim | Refused> {
    return draftClaim(db, viewer, input);
  }

  @Allow('MANAGE_CLAIMS')
  @Mutation(() => ClaimOrRefused)
  counterClaimLine(
    @Ctx() { db, viewer }: Request,
    @Input(counterClaimLineInput) input: CounterClaimLineInput,
  ): Promise<Claim | Refused> {
    return counterClaimLine(db, viewer, input);
  }

  @Allow('MANAGE_CLAIMS')
  @Mutation(() => ClaimOrRefused)
  submitClaim(
    @Ctx() { db, viewer }: Request,
    @Input(submitClaimInput) input: SubmitClaimInput,
  ): Promise<Claim | Refused> {
    return submitClaim(db, viewer, input);
  }

  @Allow('ANSWER_CLAIMS')
  @Mutation(() => ClaimOrRefused)
  acceptClaim(
    @Ctx() { db, viewer }: Request,
    @Input(acceptClaimInput) input: AcceptClaimInput,
  ): Promise<Claim | Refused> {
    return acceptClaim(db, viewer, input);
  }

  @Allow('ANSWER_CLAIMS')
  @Mutation(() => ClaimOrRefused)
  returnClaim(
    @Ctx() { db, viewer }: Request,
    @Input(returnClaimInput) input: ReturnClaimInput,
  ): Promise<Claim | Refused> {
    return returnClaim(db, viewer, input);
  }
}
