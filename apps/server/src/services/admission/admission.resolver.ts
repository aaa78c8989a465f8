import { type CentreId, centreId, type PersonId, personId } from '@linli/domain/access';
import { type RecordAssessmentInput, recordAssessmentInput } from '@linli/domain/services/admission';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { Assessment, AssessmentOrRefused } from './assessment.type.js';
import { assessmentsOf, recordAssessment } from './assessments.js';

@Resolver()
export class AdmissionResolver {
  @Allow('REGISTER_RESIDENTS')
  @Query(() => [Assessment])
  assessments(
    @Ctx() { db, viewer }: Request,
    @Arg('residentId', personId) residentId: PersonId,
    @Arg('centreId', centreId) centre: CentreId,
  ): Promise<Assessment[]> {
    return assessmentsOf(db, viewer, { residentId, centreId: centre });
  }

  @Allow('REGISTER_RESIDENTS')
  @Mutation(() => AssessmentOrRefused)
  recordAssessment(
    @Ctx() { db, viewer }: Request,
    @Input(recordAssessmentInput) input: RecordAssessmentInput,
  ): Promise<Assessment | Refused> {
    return recordAssessment(db, viewer, input);
  }
}
