import { type CentreId, centreId } from '@linli/domain/access';
import {
  type RegisterResidentInput,
  registerResidentInput,
  residentSearch,
} from '@linli/domain/organisation/people';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Resident, ResidentOrRefused } from '../../organisation/people/index.js';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { findResidents, register } from './desk-residents.js';

@Resolver()
export class DeskResidentsResolver {
  /** For the desk of a centre: the residents of the area that it serves. Each search is on the audit trail. */
  @Allow('SEE_RESIDENTS')
  @Query(() => [Resident])
  findResidents(
    @Ctx() request: Request,
    @Arg('text', residentSearch) text: string,
    @Arg('centreId', centreId) id: CentreId,
  ): Promise<Resident[]> {
    return findResidents(request, text, id);
  }

  @Allow('REGISTER_RESIDENTS')
  @Mutation(() => ResidentOrRefused)
  registerResident(
    @Ctx() request: Request,
    @Input(registerResidentInput) input: RegisterResidentInput,
  ): Promise<Resident | Refused> {
    return register(request, input);
  }
}
