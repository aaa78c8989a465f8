import type { OrganisationId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { type ModelSiteId, type StandardCheckId, StandardItem } from '@linli/domain/organisation/ratings';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, orRefused } from '../../platform/graphql/index.js';

registerEnumType(StandardItem, { name: 'StandardItem' });

/** 標準化 The last look at one organisation: what it has, and what it lacks. */
@ObjectType({ simpleResolvers: true })
export class StandardCheck {
  @Field(() => ID)
  id: StandardCheckId;

  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  organisationName: string;

  @Field(() => DateScalar)
  checkedOn: PlainDate;

  @Field(() => [StandardItem])
  met: readonly StandardItem[];

  @Field(() => [StandardItem])
  missing: readonly StandardItem[];

  @Field(() => String)
  byName: string;
}
export const StandardCheckOrRefused = orRefused(StandardCheck);

/** 標桿示範點. */
@ObjectType({ simpleResolvers: true })
export class ModelSite {
  @Field(() => ID)
  id: ModelSiteId;

  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  organisationName: string;

  @Field(() => String)
  title: string;

  @Field(() => DateScalar)
  validFrom: PlainDate;

  @Field(() => DateScalar)
  validUntil: PlainDate;

  @Field(() => String)
  documentNumber: string;

  @Field(() => Boolean, { description: 'Its last day is over.' })
  expired: boolean;
}
export const ModelSiteOrRefused = orRefused(ModelSite);
