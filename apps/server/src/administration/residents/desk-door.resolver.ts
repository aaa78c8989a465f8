import { type CentreId, centreId, type PersonId, personId } from '@linli/domain/access';
import { type GiveDoorInput, giveDoorInput } from '@linli/domain/organisation/contacts';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { deskDoor, giveDoor } from './desk-door.js';
import { DeskDoor, DeskDoorOrRefused } from './desk-door.type.js';

@Resolver()
export class DeskDoorResolver {
  @Allow('REGISTER_RESIDENTS')
  @Query(() => DeskDoor, { description: 'Of who lives where the centre serves.' })
  deskDoor(
    @Ctx() request: Request,
    @Arg('residentId', personId) residentId: PersonId,
    @Arg('centreId', centreId) centre: CentreId,
  ): Promise<DeskDoor> {
    return deskDoor(request, { residentId, centreId: centre });
  }

  @Allow('REGISTER_RESIDENTS')
  @Mutation(() => DeskDoorOrRefused)
  giveDoor(@Ctx() request: Request, @Input(giveDoorInput) input: GiveDoorInput): Promise<DeskDoor | Refused> {
    return giveDoor(request, input);
  }
}
