import type { OrganisationId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { LadderRung, MeetingKind } from '@linli/domain/organisation/life';
import { OrganisationKind } from '@linli/domain/organisation/structure';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, orRefused } from '../../platform/graphql/index.js';
import { LifeCell } from './cadence.type.js';
import { Meeting } from './meeting.type.js';

registerEnumType(LadderRung, { name: 'LadderRung' });

/** Somebody whose absences ask something of the branch. */
@ObjectType({ simpleResolvers: true })
export class Absentee {
  @Field(() => ID)
  residentId: PersonId;

  @Field(() => String)
  name: string;

  @Field(() => LadderRung)
  rung: LadderRung;

  @Field(() => Int, { description: 'Unexcused, since the last talk.' })
  unexcused: number;

  @Field(() => DateScalar, { nullable: true })
  lastPresent: PlainDate | null;

  @Field(() => DateScalar, { nullable: true })
  deadline: PlainDate | null;
}

export const AbsenteeOrRefused = orRefused(Absentee);

/** 黨員政治生日 The day on which somebody joined the Party, in this month. */
@ObjectType({ simpleResolvers: true })
export class PartyBirthday {
  @Field(() => ID)
  residentId: PersonId;

  @Field(() => String)
  name: string;

  @Field(() => DateScalar)
  joinedOn: PlainDate;
}

@ObjectType({ simpleResolvers: true })
export class DebtReminder {
  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => MeetingKind)
  kind: MeetingKind;

  @Field(() => DateScalar)
  dueOn: PlainDate;
}

/** 我的支部這個月 What is due, what is planned, and who is missing. */
@ObjectType({ simpleResolvers: true })
export class BranchMonth {
  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  name: string;

  @Field(() => OrganisationKind)
  kind: OrganisationKind;

  @Field(() => DateScalar)
  today: PlainDate;

  @Field(() => [MeetingKind], { description: 'What it may hold.' })
  kinds: MeetingKind[];

  @Field(() => [LifeCell], { description: 'Of the periods that today is in.' })
  due: LifeCell[];

  @Field(() => [LifeCell], { description: 'Owed from before.' })
  debts: LifeCell[];

  @Field(() => [Meeting], {
    description: 'Of this month, what is to come in the next, and what waits to be signed.',
  })
  meetings: Meeting[];

  @Field(() => [Absentee])
  absentees: Absentee[];

  @Field(() => [PartyBirthday])
  birthdays: PartyBirthday[];

  @Field(() => [DebtReminder], { description: 'Told of before a debt, and not held since.' })
  reminders: DebtReminder[];

  @Field(() => Boolean)
  mayKeep: boolean;
}
