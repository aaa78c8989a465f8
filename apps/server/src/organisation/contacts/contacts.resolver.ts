import { type PersonId, personId } from '@linli/domain/access';
import {
  type SaveEmergencyContactsInput,
  saveEmergencyContactsInput,
  type SaveHomeDoorInput,
  saveHomeDoorInput,
} from '@linli/domain/organisation/contacts';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { EmergencyContacts, EmergencyContactsOrRefused } from './contact.type.js';
import { emergencyContacts, saveEmergencyContacts } from './contacts.js';
import { homeDoor, saveHomeDoor } from './home-door.js';
import { HomeDoor, HomeDoorOrRefused } from './home-door.type.js';

@Resolver()
export class ContactsResolver {
  @Allow('KEEP_CONTACTS')
  @Query(() => EmergencyContacts)
  emergencyContacts(
    @Ctx() { db, viewer }: Request,
    @Arg('residentId', personId) id: PersonId,
  ): Promise<EmergencyContacts> {
    return emergencyContacts(db, viewer, id);
  }

  @Allow('KEEP_CONTACTS')
  @Mutation(() => EmergencyContactsOrRefused)
  saveEmergencyContacts(
    @Ctx() { db, viewer, environment: { dataKey } }: Request,
    @Input(saveEmergencyContactsInput) input: SaveEmergencyContactsInput,
  ): Promise<EmergencyContacts | Refused> {
    return saveEmergencyContacts(db, { viewer, dataKey }, input);
  }

  @Allow('KEEP_CONTACTS')
  @Query(() => HomeDoor, { nullable: true, description: 'Null: nobody has written it down.' })
  homeDoor(
    @Ctx() { db, viewer, environment: { dataKey } }: Request,
    @Arg('residentId', personId) id: PersonId,
  ): Promise<HomeDoor | null> {
    return homeDoor(db, { viewer, dataKey }, id);
  }

  @Allow('KEEP_CONTACTS')
  @Mutation(() => HomeDoorOrRefused)
  saveHomeDoor(
    @Ctx() { db, viewer, environment: { dataKey } }: Request,
    @Input(saveHomeDoorInput) input: SaveHomeDoorInput,
  ): Promise<HomeDoor> {
    return saveHomeDoor(db, { viewer, dataKey }, input);
  }
}
