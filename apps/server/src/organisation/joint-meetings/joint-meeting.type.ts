import type { OrganisationId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import {
  JointLevel,
  type JointMeetingId,
  JointMeetingState,
  type JointNoteId,
  type JointTaskId,
  JointTaskState,
} from '@linli/domain/organisation/joint-meetings';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, DateTime, orRefused } from '../../platform/graphql/index.js';

registerEnumType(JointLevel, { name: 'JointLevel' });
registerEnumType(JointMeetingState, { name: 'JointMeetingState' });
registerEnumType(JointTaskState, { name: 'JointTaskState' });

@ObjectType({ simpleResolvers: true })
export class JointTaskNote {
  @Field(() => ID)
  id: JointNoteId;

  @Field(() => DateTime)
  at: Date;

  @Field(() => String)
  text: string;

  @Field(() => String)
  byName: string;
}

/** 決定事項 A decision as a task: whose it is, until when, and the record that closed it. */
@ObjectType({ simpleResolvers: true })
export class JointTask {
  @Field(() => ID)
  id: JointTaskId;

  @Field(() => ID)
  meetingId: JointMeetingId;

  @Field(() => JointLevel, { description: 'Of the meeting that decided it.' })
  level: JointLevel;

  @Field(() => String)
  hostName: string;

  @Field(() => DateScalar)
  decidedOn: PlainDate;

  @Field(() => String)
  text: string;

  @Field(() => ID)
  ownerId: OrganisationId;

  @Field(() => String)
  ownerOrganisation: string;

  @Field(() => String)
  ownerName: string;

  @Field(() => DateScalar)
  dueOn: PlainDate;

  @Field(() => JointTaskState)
  state: JointTaskState;

  @Field(() => DateScalar, { nullable: true })
  closedOn: PlainDate | null;

  @Field(() => String, { nullable: true })
  closingRecord: string | null;

  @Field(() => String, { nullable: true })
  closedByName: string | null;

  @Field(() => Boolean, { description: 'The viewer looks after its owner, or after who decided it.' })
  mayClose: boolean;
}
export const JointTaskOrRefused = orRefused(JointTask);

@ObjectType({ simpleResolvers: true })
export class JointMeeting {
  @Field(() => ID)
  id: JointMeetingId;

  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  organisationName: string;

  @Field(() => JointLevel)
  level: JointLevel;

  @Field(() => String)
  body: string;

  @Field(() => JointMeetingState)
  state: JointMeetingState;

  day: PlainDate;

  @Field(() => DateTime)
  startsAt: Date;

  @Field(() => String)
  place: string;

  @Field(() => [String])
  agenda: string[];

  @Field(() => String)
  calledByName: string;

  @Field(() => String, { nullable: true })
  minutes: string | null;

  @Field(() => String, { nullable: true })
  concludedByName: string | null;

  @Field(() => String, { nullable: true })
  cancelledBecause: string | null;

  @Field(() => Int)
  tasks: number;

  @Field(() => Int, { description: 'Not closed yet, and due before today.' })
  late: number;
}
export const JointMeetingOrRefused = orRefused(JointMeeting);

@ObjectType({ simpleResolvers: true })
export class JointMeetingPage {
  @Field(() => [JointMeeting])
  meetings: readonly JointMeeting[];

  @Field(() => String, { nullable: true })
  endCursor: string | null;
}

@ObjectType({ simpleResolvers: true })
export class JointTaskPage {
  @Field(() => [JointTask])
  tasks: readonly JointTask[];

  @Field(() => String, { nullable: true })
  endCursor: string | null;
}

/** One level within reach: what was held this year, and what became of its decisions. */
@ObjectType({ simpleResolvers: true })
export class JointLevelCount {
  @Field(() => JointLevel)
  level: JointLevel;

  @Field(() => Int, { description: 'Concluded this year.' })
  held: number;

  @Field(() => Int)
  open: number;

  @Field(() => Int, { description: 'Of those that are open.' })
  late: number;

  @Field(() => Int)
  closed: number;
}
