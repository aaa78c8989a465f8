import type { PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { AbilityLevel, type AssessmentId } from '@linli/domain/services/admission';
import type { CentreId } from '@linli/domain/services/centres';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, DateTime, orRefused } from '../../platform/graphql/index.js';

registerEnumType(AbilityLevel, { name: 'AbilityLevel', description: 'The grades of GB/T 42195-2022.' });

/** 能力評估 */
@ObjectType({ simpleResolvers: true })
export class Assessment {
  @Field(() => ID)
  id: AssessmentId;

  residentId: PersonId;
  centreId: CentreId;

  @Field(() => AbilityLevel)
  level: AbilityLevel;

  @Field(() => String, { description: 'Who assessed: a person, or an institution.' })
  assessedBy: string;

  @Field(() => DateScalar)
  assessedOn: PlainDate;

  @Field(() => DateScalar)
  validUntil: PlainDate;

  @Field(() => DateTime)
  recordedAt: Date;

  @Field(() => String)
  recorderName: string;
}

export const AssessmentOrRefused = orRefused(Assessment);
