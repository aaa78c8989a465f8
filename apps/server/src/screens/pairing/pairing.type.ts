import { PairingState } from '@linli/domain/screens';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, orRefused } from '../../platform/graphql/index.js';

registerEnumType(PairingState, { name: 'PairingState' });

/** What an unpaired wall shows (the code) and keeps (the secret). */
@ObjectType({ simpleResolvers: true })
export class Pairing {
  @Field(() => String)
  code: string;

  @Field(() => String)
  secret: string;

  @Field(() => DateTime)
  expiresAt: Date;
}

export const PairingOrRefused = orRefused(Pairing);

@ObjectType({ simpleResolvers: true })
export class PairingStatus {
  @Field(() => PairingState)
  state: PairingState;
}
