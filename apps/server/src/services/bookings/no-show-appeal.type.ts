import { AppealDecision } from '@linli/domain/services/bookings';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../../platform/graphql/index.js';

registerEnumType(AppealDecision, { name: 'AppealDecision' });

/** 爽約申訴 */
@ObjectType({ simpleResolvers: true, description: 'What was said against a no-show, and what became of it.' })
export class NoShowAppeal {
  @Field(() => String)
  reason: string;

  @Field(() => DateTime)
  madeAt: Date;

  @Field(() => AppealDecision, { nullable: true, description: 'Null as long as nobody has decided.' })
  decision: AppealDecision | null;

  @Field(() => DateTime, { nullable: true })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true })
  decisionReason: string | null;
}
