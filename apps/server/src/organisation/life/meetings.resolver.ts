import {
  type AddAddendumInput,
  addAddendumInput,
  type AnnounceMeetingInput,
  announceMeetingInput,
  type CancelMeetingInput,
  cancelMeetingInput,
  type KeepMinutesInput,
  keepMinutesInput,
  type MakeUpInput,
  makeUpInput,
  type MarkAttendanceInput,
  markAttendanceInput,
  type MeetingId,
  meetingId,
  type PlanMeetingInput,
  planMeetingInput,
  type PlanYearInput,
  planYearInput,
  type SignMinutesInput,
  signMinutesInput,
} from '@linli/domain/organisation/life';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { announceMeeting, cancelMeeting, rosterChoice } from './announce.js';
import { makeUpMeeting, markAttendance } from './attendance.js';
import { attendanceCode } from './attendance-code.js';
import { meetingFor } from './meeting.queries.js';
import {
  AttendanceCode,
  AttendanceCodeOrRefused,
  MeetingRecord,
  MeetingRecordOrRefused,
  RosterChoice,
} from './meeting.type.js';
import { addAddendum, keepMinutes, signMinutes } from './minutes.js';
import { planMeeting, planYear, previewYear } from './plan-meetings.js';
import { PlannedYear, PlannedYearOrRefused } from './planned-year.type.js';

type Answer = Promise<MeetingRecord | Refused>;

@Resolver()
export class MeetingsResolver {
  @Allow('SEE_LIFE')
  @Query(() => MeetingRecord)
  meeting(@Ctx() { db, viewer }: Request, @Arg('id', meetingId) id: MeetingId): Promise<MeetingRecord> {
    return meetingFor(db, viewer, id);
  }

  @Allow('KEEP_LIFE')
  @Query(() => [RosterChoice], { description: 'Whom a meeting may be announced to, and who usually is.' })
  rosterChoice(@Ctx() { db, viewer }: Request, @Arg('id', meetingId) id: MeetingId): Promise<RosterChoice[]> {
    return rosterChoice(db, viewer, id);
  }

  @Allow('KEEP_LIFE')
  @Query(() => AttendanceCodeOrRefused, { description: 'For the screen; good for half a minute.' })
  attendanceCode(
    @Ctx() { db, viewer, environment: { dataKey } }: Request,
    @Arg('id', meetingId) id: MeetingId,
  ): Promise<AttendanceCode | Refused> {
    return attendanceCode(db, { viewer, dataKey }, id);
  }

  @Allow('KEEP_LIFE')
  @Query(() => PlannedYearOrRefused, { description: 'What planning would add; writes nothing.' })
  previewYear(
    @Ctx() { db, viewer }: Request,
    @Input(planYearInput) input: PlanYearInput,
  ): Promise<PlannedYear | Refused> {
    return previewYear(db, viewer, input);
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => PlannedYearOrRefused)
  planYear(
    @Ctx() { db, viewer }: Request,
    @Input(planYearInput) input: PlanYearInput,
  ): Promise<PlannedYear | Refused> {
    return planYear(db, viewer, input);
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => MeetingRecordOrRefused)
  planMeeting(@Ctx() { db, viewer }: Request, @Input(planMeetingInput) input: PlanMeetingInput): Answer {
    return planMeeting(db, viewer, input);
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => MeetingRecordOrRefused)
  announceMeeting(
    @Ctx() { db, viewer }: Request,
    @Input(announceMeetingInput) input: AnnounceMeetingInput,
  ): Answer {
    return announceMeeting(db, viewer, input);
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => MeetingRecordOrRefused)
  cancelMeeting(
    @Ctx() { db, viewer }: Request,
    @Input(cancelMeetingInput) input: CancelMeetingInput,
  ): Answer {
    return cancelMeeting(db, viewer, input);
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => MeetingRecordOrRefused)
  markAttendance(
    @Ctx() { db, viewer }: Request,
    @Input(markAttendanceInput) input: MarkAttendanceInput,
  ): Answer {
    return markAttendance(db, viewer, input);
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => MeetingRecordOrRefused)
  makeUpMeeting(@Ctx() { db, viewer }: Request, @Input(makeUpInput) input: MakeUpInput): Answer {
    return makeUpMeeting(db, viewer, input);
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => MeetingRecordOrRefused)
  keepMinutes(@Ctx() { db, viewer }: Request, @Input(keepMinutesInput) input: KeepMinutesInput): Answer {
    return keepMinutes(db, viewer, input);
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => MeetingRecordOrRefused)
  signMinutes(@Ctx() { db, viewer }: Request, @Input(signMinutesInput) input: SignMinutesInput): Answer {
    return signMinutes(db, viewer, input);
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => MeetingRecordOrRefused)
  addAddendum(@Ctx() { db, viewer }: Request, @Input(addAddendumInput) input: AddAddendumInput): Answer {
    return addAddendum(db, viewer, input);
  }
}
