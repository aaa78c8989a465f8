import type { PlainDate } from '@linli/domain/base';
import { StructureChangeKind } from '@linli/domain/organisation/structure';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, DateTime } from '../../platform/graphql/index.js';

registerEnumType(StructureChangeKind, { name: 'StructureChangeKind' });

/** One dated change of either tree, as it was recorded. */
@ObjectType({ simpleResolvers: true })
export class StructureChange {
  @Field(() => ID)
  id: string;

  @Field(() => StructureChangeKind)
  kind: StructureChangeKind;

  @Field(() => DateScalar, { nullable: true, description: 'Null: before records.' })
  effectiveOn: PlainDate | null;

  @Field(() => DateTime)
  recordedAt: Date;

  @Field()
  recordedBy: string;

  @Field(() => String, { nullable: true })
  documentNumber: string | null;

  @Field()
  subjectName: string;

  @Field(() => String, { nullable: true })
  before: string | null;

  @Field(() => String, { nullable: true })
  after: string | null;
}
