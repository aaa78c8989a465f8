import { type OrganisationId, organisationId } from '@linli/domain/access';
import {
  type EndMovingInput,
  endMovingInput,
  type RecordEstateServiceInput,
  recordEstateServiceInput,
  type RecordMovingInput,
  recordMovingInput,
  type ReplyToUnitInput,
  replyToUnitInput,
  type ReportMovingInput,
  reportMovingInput,
  type ReportToEstateInput,
  reportToEstateInput,
} from '@linli/domain/organisation/moving';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { recordEstateService, replyToUnit, reportToEstate } from './estate-verbs.js';
import { inServiceMembers, movingMembers } from './moving.queries.js';
import {
  InServiceMember,
  InServiceMemberOrRefused,
  MovingMember,
  MovingMemberOrRefused,
} from './moving.type.js';
import { endMoving, recordMoving, reportMoving } from './moving-verbs.js';

@Resolver()
export class MovingResolver {
  @Allow('SEE_MEMBERS')
  @Query(() => [MovingMember], { description: 'Who is away, the longest silent first; 500 at most.' })
  movingMembers(
    @Ctx() { db, viewer }: Request,
    @Arg('organisationId', organisationId) id: OrganisationId,
  ): Promise<MovingMember[]> {
    return movingMembers(db, viewer, id);
  }

  @Allow('SEE_MEMBERS')
  @Query(() => [InServiceMember], { description: 'Who reported to the estates; 500 at most.' })
  inServiceMembers(
    @Ctx() { db, viewer }: Request,
    @Arg('organisationId', organisationId) id: OrganisationId,
  ): Promise<InServiceMember[]> {
    return inServiceMembers(db, viewer, id);
  }

  @Allow('KEEP_MEMBERS')
  @Mutation(() => MovingMemberOrRefused)
  recordMoving(
    @Ctx() { db, viewer }: Request,
    @Input(recordMovingInput) input: RecordMovingInput,
  ): Promise<MovingMember | Refused> {
    return recordMoving(db, viewer, input);
  }

  @Allow('KEEP_MEMBERS')
  @Mutation(() => MovingMemberOrRefused)
  reportMoving(
    @Ctx() { db, viewer }: Request,
    @Input(reportMovingInput) input: ReportMovingInput,
  ): Promise<MovingMember | Refused> {
    return reportMoving(db, viewer, input);
  }

  @Allow('KEEP_MEMBERS')
  @Mutation(() => MovingMemberOrRefused)
  endMoving(
    @Ctx() { db, viewer }: Request,
    @Input(endMovingInput) input: EndMovingInput,
  ): Promise<MovingMember | Refused> {
    return endMoving(db, viewer, input);
  }

  @Allow('KEEP_MEMBERS')
  @Mutation(() => InServiceMemberOrRefused)
  reportToEstate(
    @Ctx() { db, viewer }: Request,
    @Input(reportToEstateInput) input: ReportToEstateInput,
  ): Promise<InServiceMember | Refused> {
    return reportToEstate(db, viewer, input);
  }

  @Allow('KEEP_MEMBERS')
  @Mutation(() => InServiceMemberOrRefused)
  recordEstateService(
    @Ctx() { db, viewer }: Request,
    @Input(recordEstateServiceInput) input: RecordEstateServiceInput,
  ): Promise<InServiceMember | Refused> {
    return recordEstateService(db, viewer, input);
  }

  @Allow('KEEP_MEMBERS')
  @Mutation(() => InServiceMemberOrRefused)
  replyToUnit(
    @Ctx() { db, viewer }: Request,
    @Input(replyToUnitInput) input: ReplyToUnitInput,
  ): Promise<InServiceMember | Refused> {
    return replyToUnit(db, viewer, input);
  }
}
