import type { AreaId, CentreId, PersonId } from '@linli/domain/access';
import { ContactRelation } from '@linli/domain/organisation/contacts';
import type { BookingId } from '@linli/domain/services/bookings';
import {
  type WelfareCheckId,
  WelfareOutcome,
  type WelfareStepId,
  WelfareStepKind,
  WelfareStepResult,
} from '@linli/domain/services/welfare';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, orRefused } from '../../platform/graphql/index.js';

registerEnumType(WelfareOutcome, { name: 'WelfareOutcome' });
registerEnumType(WelfareStepKind, { name: 'WelfareStepKind' });
registerEnumType(WelfareStepResult, { name: 'WelfareStepResult' });

@ObjectType({ simpleResolvers: true })
export class WelfareStep {
  @Field(() => ID)
  id: WelfareStepId;

  @Field(() => WelfareStepKind)
  kind: WelfareStepKind;

  @Field(() => WelfareStepResult)
  result: WelfareStepResult;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => DateTime)
  at: Date;

  @Field(() => String)
  byName: string;
}

@ObjectType({ simpleResolvers: true })
export class WelfareStepDue {
  @Field(() => WelfareStepKind)
  kind: WelfareStepKind;

  @Field(() => DateTime)
  dueAt: Date;
}

/** 探視 Open until somebody has seen the person. */
@ObjectType({ simpleResolvers: true })
export class WelfareCheck {
  @Field(() => ID)
  id: WelfareCheckId;

  @Field(() => DateTime)
  openedAt: Date;

  @Field(() => String)
  openerName: string;

  @Field(() => WelfareOutcome, { nullable: true, description: 'Null: open.' })
  outcome: WelfareOutcome | null;

  @Field(() => DateTime, { nullable: true })
  closedAt: Date | null;

  @Field(() => String, { nullable: true })
  closerName: string | null;

  @Field(() => String, { nullable: true })
  closeNote: string | null;

  @Field(() => [WelfareStep], { description: 'The earliest first.' })
  steps: WelfareStep[];

  residentId: PersonId;
  centreId: CentreId;
  bookingId: BookingId | null;
  centreLineage: AreaId[] | null;
  homeLineage: AreaId[] | null;
}

export const WelfareCheckOrRefused = orRefused(WelfareCheck);

/** A number to call, told once: it is not in any list. */
@ObjectType({ simpleResolvers: true })
export class WelfareNumber {
  @Field(() => String)
  name: string;

  @Field(() => ContactRelation, { nullable: true, description: 'Null: the person themselves.' })
  relation: ContactRelation | null;

  @Field(() => String)
  phone: string;
}

export const WelfareNumberOrRefused = orRefused(WelfareNumber);
