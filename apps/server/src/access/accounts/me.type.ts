import {
  Action,
  type AreaId,
  type CentreId,
  type DutyId,
  Face,
  type OrganisationId,
  Role,
} from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, orRefused } from '../../platform/graphql/index.js';

registerEnumType(Role, { name: 'Role' });
registerEnumType(Action, { name: 'Action' });

/** A role and how far it reaches: an area, a party organisation or a centre. Later rooms add those to it. */
@ObjectType({ simpleResolvers: true })
export class Duty {
  @Field(() => ID)
  id: DutyId;

  accountId: string;

  @Field(() => Role)
  role: Role;

  areaId: AreaId | null;
  organisationId: OrganisationId | null;
  centreId: CentreId | null;

  @Field(() => DateScalar)
  from: PlainDate;

  /** The last day; null is until further notice. */
  @Field(() => DateScalar, { nullable: true })
  to: PlainDate | null;
}

/** Who is signed in on this face. Residents' phones are added by people, who have them. */
@ObjectType({ simpleResolvers: true })
export class Me {
  @Field(() => ID)
  id: string;

  @Field(() => Face)
  face: Face;

  @Field(() => String)
  name: string;

  @Field(() => String, { nullable: true })
  account: string | null;

  /** Of an account; residents have theirs elsewhere. */
  phoneMasked: string | null;

  @Field(() => Boolean)
  totpOn: boolean;

  /** Until it is changed, nothing else is allowed. */
  @Field(() => Boolean)
  mustChangePassword: boolean;

  @Field(() => [Duty])
  duties: Duty[];

  /** What the viewer may do somewhere: an app shows no door that does not open. */
  @Field(() => [Action])
  actions: Action[];
}

export const MeOrRefused = orRefused(Me);

@ObjectType({ simpleResolvers: true })
export class TotpSecret {
  @Field(() => String)
  secret: string;

  /** For a QR code: otpauth://totp/… */
  @Field(() => String)
  uri: string;
}

export const TotpSecretOrRefused = orRefused(TotpSecret);
