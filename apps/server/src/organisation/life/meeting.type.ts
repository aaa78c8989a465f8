import type { OrganisationId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import {
  AttendanceMark,
  FirstTopicMode,
  LecturerKind,
  MeetingFormat,
  type MeetingId,
  MeetingKind,
  MeetingState,
  MissingForKind,
} from '@linli/domain/organisation/life';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, DateTime, orRefused } from '../../platform/graphql/index.js';

registerEnumType(MeetingKind, { name: 'MeetingKind' });
registerEnumType(MeetingState, { name: 'MeetingState' });
registerEnumType(MeetingFormat, { name: 'MeetingFormat' });
registerEnumType(FirstTopicMode, { name: 'FirstTopicMode' });
registerEnumType(LecturerKind, { name: 'LecturerKind' });
registerEnumType(AttendanceMark, { name: 'AttendanceMark' });
registerEnumType(MissingForKind, { name: 'MissingForKind' });

/** A meeting as a list shows it. */
@ObjectType({ simpleResolvers: true })
export class Meeting {
  @Field(() => ID)
  id: MeetingId;

  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  organisationName: string;

  @Field(() => MeetingState)
  state: MeetingState;

  @Field(() => [MeetingKind])
  kinds: MeetingKind[];

  @Field(() => DateScalar)
  day: PlainDate;

  @Field(() => DateTime)
  startsAt: Date;

  @Field(() => String)
  place: string;

  @Field(() => Int, { description: 'What it counts for, in minutes.' })
  minutes: number;

  @Field(() => [MeetingFormat])
  formats: MeetingFormat[];

  @Field(() => Int, { description: 'Zero until it is announced.' })
  rosterCount: number;

  @Field(() => Int, { description: 'Present or online.' })
  presentCount: number;

  @Field(() => Int, { description: 'Not accounted for yet.' })
  openCount: number;
}

@ObjectType({ simpleResolvers: true })
export class RosterLine {
  @Field(() => ID)
  residentId: PersonId;

  @Field(() => String)
  name: string;

  @Field(() => Boolean)
  voting: boolean;

  @Field(() => Boolean)
  exempt: boolean;

  @Field(() => AttendanceMark, { nullable: true })
  mark: AttendanceMark | null;

  @Field(() => Boolean, { description: 'By the code on the screen; otherwise by name.' })
  byCode: boolean;

  @Field(() => String, { nullable: true })
  reason: string | null;

  @Field(() => DateScalar, { nullable: true })
  madeUpOn: PlainDate | null;
}

@ObjectType({ simpleResolvers: true })
export class MinutedKind {
  @Field(() => MeetingKind)
  kind: MeetingKind;

  @Field(() => String, { nullable: true })
  text: string | null;

  @Field(() => MissingForKind, { nullable: true, description: 'Why it would not count; null: it does.' })
  missing: MissingForKind | null;
}

@ObjectType({ simpleResolvers: true })
export class MeetingVote {
  @Field(() => String)
  title: string;

  @Field(() => Boolean)
  election: boolean;

  @Field(() => Int)
  inFavour: number;

  @Field(() => Int)
  against: number;

  @Field(() => Int)
  abstained: number;

  @Field(() => Boolean, { description: 'By more than half of all due, with enough of them there.' })
  passed: boolean;
}

@ObjectType({ simpleResolvers: true })
export class MeetingAddendum {
  @Field(() => DateTime)
  at: Date;

  @Field(() => String)
  text: string;

  @Field(() => String)
  addedBy: string;
}

/** The whole record of a meeting, for whoever keeps it. */
@ObjectType({ simpleResolvers: true })
export class MeetingRecord extends Meeting {
  @Field(() => String, { nullable: true })
  firstTopic: string | null;

  @Field(() => FirstTopicMode, { nullable: true })
  firstTopicMode: FirstTopicMode | null;

  @Field(() => String, { nullable: true })
  lecturer: string | null;

  @Field(() => LecturerKind, { nullable: true })
  lecturerKind: LecturerKind | null;

  @Field(() => [String])
  agenda: string[];

  @Field(() => DateTime, { nullable: true })
  announcedAt: Date | null;

  @Field(() => String, { nullable: true })
  announcedBy: string | null;

  @Field(() => DateTime, { nullable: true })
  signedAt: Date | null;

  @Field(() => String, { nullable: true })
  signedBy: string | null;

  @Field(() => String, { nullable: true })
  cancelledBecause: string | null;

  @Field(() => [RosterLine])
  roster: RosterLine[];

  @Field(() => [MinutedKind])
  minuted: MinutedKind[];

  @Field(() => [MeetingVote])
  votes: MeetingVote[];

  @Field(() => [MeetingAddendum])
  addenda: MeetingAddendum[];

  @Field(() => Int, { description: 'Those with a vote on the roster.' })
  votingDue: number;

  @Field(() => Int)
  votingPresent: number;

  @Field(() => Boolean)
  attendanceOpen: boolean;
}

export const MeetingRecordOrRefused = orRefused(MeetingRecord);

/** Somebody who may be put on a roster, and whether the usual one has them. */
@ObjectType({ simpleResolvers: true })
export class RosterChoice {
  @Field(() => ID)
  residentId: PersonId;

  @Field(() => String)
  name: string;

  @Field(() => Boolean)
  voting: boolean;

  @Field(() => Boolean)
  exempt: boolean;

  @Field(() => Boolean)
  usual: boolean;
}

@ObjectType({ simpleResolvers: true })
export class AttendanceCode {
  @Field(() => String)
  code: string;

  @Field(() => DateTime, { description: 'The next one is asked for before then.' })
  expiresAt: Date;
}

export const AttendanceCodeOrRefused = orRefused(AttendanceCode);
