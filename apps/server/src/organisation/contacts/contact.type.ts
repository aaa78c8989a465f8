import { type ContactId, ContactRelation } from '@linli/domain/organisation/contacts';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { orRefused } from '../../platform/graphql/index.js';

registerEnumType(ContactRelation, { name: 'ContactRelation' });

/** 緊急聯繫人 Always masked: the number is told for a welfare check alone. */
@ObjectType({ simpleResolvers: true })
export class EmergencyContact {
  @Field(() => ID)
  id: ContactId;

  @Field(() => Int, { description: 'The first is called first.' })
  rank: number;

  @Field(() => String)
  name: string;

  @Field(() => ContactRelation)
  relation: ContactRelation;

  @Field(() => String)
  phone: string;
}

@ObjectType({ simpleResolvers: true })
export class EmergencyContacts {
  @Field(() => [EmergencyContact])
  contacts: EmergencyContact[];
}

export const EmergencyContactsOrRefused = orRefused(EmergencyContacts);
