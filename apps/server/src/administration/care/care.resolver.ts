import { type PersonId, personId } from '@linli/domain/access';
import {
  type ChangeCareInput,
  changeCareInput,
  type GrantCareInput,
  grantCareInput,
  type RequestCareCodeInput,
  requestCareCodeInput,
  type RevokeCareInput,
  revokeCareInput,
} from '@linli/domain/organisation/care';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { CareCodeSent, CareCodeSentOrRefused, CareGrant, CareGrantOrRefused } from './care-grant.type.js';
import { careGrants } from './care.queries.js';
import { changeCare, grantCare, revokeCare } from './keep-care.js';
import { requestCareCode } from './prove.js';

@Resolver()
export class CareResolver {
  @Allow('KEEP_CARE')
  @Query(() => [CareGrant], {
    description: 'Who cares for this resident and for whom they care, those in force first.',
  })
  careGrants(
    @Ctx() { db, viewer }: Request,
    @Arg('residentId', personId) id: PersonId,
  ): Promise<CareGrant[]> {
    return careGrants(db, viewer, id);
  }

  @Allow('KEEP_CARE')
  @Mutation(() => CareCodeSentOrRefused, { description: 'To the own phone of who grants.' })
  requestCareCode(
    @Ctx() request: Request,
    @Input(requestCareCodeInput) { elderId }: RequestCareCodeInput,
  ): Promise<CareCodeSent | Refused> {
    return requestCareCode(request, elderId);
  }

  @Allow('KEEP_CARE')
  @Mutation(() => CareGrantOrRefused, {
    description: 'By the elder with a code, at the counter with the reason.',
  })
  grantCare(
    @Ctx() request: Request,
    @Input(grantCareInput) input: GrantCareInput,
  ): Promise<CareGrant | Refused> {
    return grantCare(request, input);
  }

  @Allow('KEEP_CARE')
  @Mutation(() => CareGrantOrRefused)
  changeCare(
    @Ctx() request: Request,
    @Input(changeCareInput) input: ChangeCareInput,
  ): Promise<CareGrant | Refused> {
    return changeCare(request, input);
  }

  @Allow('KEEP_CARE')
  @Mutation(() => CareGrantOrRefused, { description: 'By the elder, by the carer, or at the counter.' })
  revokeCare(
    @Ctx() request: Request,
    @Input(revokeCareInput) input: RevokeCareInput,
  ): Promise<CareGrant | Refused> {
    return revokeCare(request, input);
  }
}
