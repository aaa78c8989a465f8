import type { OrganisationId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { AttendanceMark, type MeetingId, MeetingKind, MeetingState } from '@linli/domain/organisation/life';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar, DateTime, orRefused } from '../../platform/graphql/index.js';
import { MyTraining } from '../training/index.js';

/** A meeting as the member sees it: when, where, and how it went for them. */
@ObjectType({ simpleResolvers: true })
export class MyMeeting {
  @Field(() => ID)
  id: MeetingId;

  @Field(() => String)
  organisationName: string;

  @Field(() => [MeetingKind])
  kinds: MeetingKind[];

  @Field(() => MeetingState)
  state: MeetingState;

  @Field(() => DateScalar)
  day: PlainDate;

  @Field(() => DateTime)
  startsAt: Date;

  @Field(() => String)
  place: string;

  @Field(() => Int)
  minutes: number;

  @Field(() => AttendanceMark, { nullable: true })
  mark: AttendanceMark | null;

  @Field(() => String, { nullable: true })
  reason: string | null;

  @Field(() => DateScalar, { nullable: true })
  madeUpOn: PlainDate | null;

  @Field(() => Boolean)
  mayAskLeave: boolean;

  organisationId: OrganisationId;
}

export const MyMeetingOrRefused = orRefused(MyMeeting);

/** 我的組織生活 One member's year. */
@ObjectType({ simpleResolvers: true })
export class MyLife {
  @Field(() => Boolean, { description: 'On any roster, ever: whoever is not has no such page.' })
  isMember: boolean;

  @Field(() => String, { nullable: true })
  branch: string | null;

  @Field(() => Int)
  year: number;

  @Field(() => Int, { description: 'Minutes of the year in meetings, made-up ones too, and in trainings.' })
  minutes: number;

  @Field(() => Int, { description: 'Due by the end of this month.' })
  minutesDue: number;

  @Field(() => Int, { description: 'Due in the whole year.' })
  minutesOfYear: number;

  @Field(() => Int)
  due: number;

  @Field(() => Int)
  present: number;

  @Field(() => [MyMeeting], { description: 'Announced and not begun.' })
  next: MyMeeting[];

  @Field(() => [MyMeeting], { description: 'The last first.' })
  past: MyMeeting[];

  @Field(() => [MyTraining], { description: 'Of the year; the last first. Their hours are in `minutes`.' })
  trainings: MyTraining[];
}
