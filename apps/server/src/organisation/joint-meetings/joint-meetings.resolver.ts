import { pageSize } from '@linli/domain/base';
import {
  type CallJointMeetingInput,
  callJointMeetingInput,
  type CancelJointMeetingInput,
  cancelJointMeetingInput,
  type CloseJointTaskInput,
  closeJointTaskInput,
  type ConcludeJointMeetingInput,
  concludeJointMeetingInput,
  JointLevel,
  type JointMeetingId,
  jointMeetingId,
  JointMeetingState,
  type JointTaskId,
  jointTaskId,
  JointTaskState,
  type NoteJointTaskInput,
  noteJointTaskInput,
} from '@linli/domain/organisation/joint-meetings';
import { Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { callJointMeeting, cancelJointMeeting, concludeJointMeeting } from './hold-meeting.js';
import {
  jointLevelsOf,
  jointMeetingFor,
  jointMeetingsOf,
  jointTasksOf,
  notesOf,
} from './joint-meeting.queries.js';
import {
  JointLevelCount,
  JointMeeting,
  JointMeetingOrRefused,
  JointMeetingPage,
  JointTask,
  JointTaskNote,
  JointTaskOrRefused,
  JointTaskPage,
} from './joint-meeting.type.js';
import { closeJointTask, noteJointTask } from './tasks.js';

type Optional<Value> = Value | null | undefined;

@Resolver(() => JointTask)
export class JointMeetingsResolver {
  @Allow('SEE_LIFE')
  @Query(() => [JointLevelCount])
  jointLevels(@Ctx() { db, viewer }: Request): Promise<JointLevelCount[]> {
    return jointLevelsOf(db, viewer);
  }

  @Allow('SEE_LIFE')
  @Query(() => JointMeetingPage, { description: 'Within reach; the latest first.' })
  jointMeetings(
    @Ctx() { db, viewer }: Request,
    @Arg('first', pageSize) first: number,
    @Arg('state', z.enum(JointMeetingState).nullish()) state: Optional<JointMeetingState>,
    @Arg('after', jointMeetingId.nullish()) after: Optional<JointMeetingId>,
  ): Promise<JointMeetingPage> {
    return jointMeetingsOf(db, viewer, { first, state: state ?? null, after: after ?? null });
  }

  @Allow('SEE_LIFE')
  @Query(() => JointMeeting)
  jointMeeting(
    @Ctx() { db, viewer }: Request,
    @Arg('id', jointMeetingId) id: JointMeetingId,
  ): Promise<JointMeeting> {
    return jointMeetingFor(db, viewer, 'SEE_LIFE', id);
  }

  @Allow('SEE_LIFE')
  @Query(() => JointTaskPage, {
    description: 'Decided or owned within reach; whatever is due first comes first.',
  })
  jointTasks(
    @Ctx() { db, viewer }: Request,
    @Arg('first', pageSize) first: number,
    @Arg('level', z.enum(JointLevel).nullish()) level: Optional<JointLevel>,
    @Arg('state', z.enum(JointTaskState).nullish()) state: Optional<JointTaskState>,
    @Arg('meetingId', jointMeetingId.nullish()) meetingId: Optional<JointMeetingId>,
    @Arg('after', jointTaskId.nullish()) after: Optional<JointTaskId>,
  ): Promise<JointTaskPage> {
    const asked = { level: level ?? null, state: state ?? null, meetingId: meetingId ?? null };
    return jointTasksOf(db, viewer, { first, ...asked, after: after ?? null });
  }

  @Allow('SEE_LIFE')
  @FieldResolver(() => [JointTaskNote])
  notes(@Root() { id }: JointTask, @Ctx() request: Request): Promise<JointTaskNote[]> {
    return notesOf(request, id);
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => JointMeetingOrRefused)
  callJointMeeting(
    @Ctx() { db, viewer }: Request,
    @Input(callJointMeetingInput) input: CallJointMeetingInput,
  ): Promise<JointMeeting | Refused> {
    return callJointMeeting(db, viewer, input);
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => JointMeetingOrRefused)
  concludeJointMeeting(
    @Ctx() { db, viewer }: Request,
    @Input(concludeJointMeetingInput) input: ConcludeJointMeetingInput,
  ): Promise<JointMeeting | Refused> {
    return concludeJointMeeting(db, viewer, input);
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => JointMeetingOrRefused)
  cancelJointMeeting(
    @Ctx() { db, viewer }: Request,
    @Input(cancelJointMeetingInput) input: CancelJointMeetingInput,
  ): Promise<JointMeeting | Refused> {
    return cancelJointMeeting(db, viewer, input);
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => JointTaskOrRefused)
  noteJointTask(
    @Ctx() { db, viewer }: Request,
    @Input(noteJointTaskInput) input: NoteJointTaskInput,
  ): Promise<JointTask | Refused> {
    return noteJointTask(db, viewer, input);
  }

  @Allow('KEEP_LIFE')
  @Mutation(() => JointTaskOrRefused)
  closeJointTask(
    @Ctx() { db, viewer }: Request,
    @Input(closeJointTaskInput) input: CloseJointTaskInput,
  ): Promise<JointTask | Refused> {
    return closeJointTask(db, viewer, input);
  }
}
