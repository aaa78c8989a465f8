import type { OrganisationId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { MovingDirection, type MovingId, SilenceState, UnitLevel } from '@linli/domain/organisation/moving';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, orRefused } from '../../platform/graphql/index.js';

registerEnumType(MovingDirection, { name: 'MovingDirection' });
registerEnumType(SilenceState, { name: 'SilenceState' });
registerEnumType(UnitLevel, { name: 'UnitLevel' });

/** 流動黨員 Somebody who is away, or has come from elsewhere, for half a year or more. */
@ObjectType({ simpleResolvers: true })
export class MovingMember {
  @Field(() => ID)
  id: MovingId;

  @Field(() => ID)
  residentId: PersonId;

  @Field(() => String)
  name: string;

  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  organisationName: string;

  @Field(() => MovingDirection)
  direction: MovingDirection;

  @Field(() => DateScalar)
  since: PlainDate;

  @Field(() => DateScalar)
  expectedUntil: PlainDate;

  @Field(() => String)
  place: string;

  @Field(() => String, { nullable: true, description: 'The organisation there that knows of them.' })
  contact: string | null;

  @Field(() => Int)
  everyMonths: number;

  @Field(() => DateScalar, { nullable: true })
  heardOn: PlainDate | null;

  @Field(() => String, { nullable: true })
  lastNote: string | null;

  @Field(() => DateScalar, { description: 'When the next report is due.' })
  dueOn: PlainDate;

  @Field(() => SilenceState)
  silence: SilenceState;

  /** Null: still away. */
  @Field(() => DateScalar, { nullable: true })
  lastDay: PlainDate | null;
}
export const MovingMemberOrRefused = orRefused(MovingMember);

/** 雙報到 On no roster and in no rate of the estate: membership stays with the unit. */
@ObjectType({ simpleResolvers: true })
export class InServiceMember {
  @Field(() => ID)
  id: MovingId;

  @Field(() => ID)
  residentId: PersonId;

  @Field(() => String)
  name: string;

  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  organisationName: string;

  @Field(() => String)
  unit: string;

  @Field(() => UnitLevel)
  level: UnitLevel;

  @Field(() => DateScalar)
  since: PlainDate;

  @Field(() => Int, { description: 'This year.' })
  services: number;

  @Field(() => DateScalar, { nullable: true })
  servedOn: PlainDate | null;

  @Field(() => String, { nullable: true })
  lastService: string | null;

  @Field(() => Int, { nullable: true, description: 'The last year of which the unit was told.' })
  repliedFor: number | null;
}
export const InServiceMemberOrRefused = orRefused(InServiceMember);
