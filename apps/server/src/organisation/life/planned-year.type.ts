import type { OrganisationId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { MeetingKind, type PlannedMeeting } from '@linli/domain/organisation/life';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar, orRefused } from '../../platform/graphql/index.js';

@ObjectType({ simpleResolvers: true })
export class PlannedLine {
  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  organisationName: string;

  @Field(() => [MeetingKind])
  kinds: MeetingKind[];

  @Field(() => DateScalar)
  on: PlainDate;

  @Field(() => String)
  time: string;
}

const MOST_SHOWN = 200;

/** What planning adds: all of it counted, the first of it shown. */
@ObjectType({ simpleResolvers: true })
export class PlannedYear {
  @Field(() => Int)
  meetings: number;

  @Field(() => Int, { description: 'Organisations that get at least one.' })
  organisations: number;

  @Field(() => [PlannedLine])
  lines: PlannedLine[];

  static of(meetings: readonly PlannedMeeting[], names: ReadonlyMap<OrganisationId, string>): PlannedYear {
    return {
      meetings: meetings.length,
      organisations: new Set(meetings.map(({ organisationId }) => organisationId)).size,
      lines: meetings.slice(0, MOST_SHOWN).map((meeting) => ({
        ...meeting,
        kinds: [...meeting.kinds],
        organisationName: names.get(meeting.organisationId) ?? '',
      })),
    };
  }
}

export const PlannedYearOrRefused = orRefused(PlannedYear);
