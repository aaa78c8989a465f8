import { type PlainDate, plainDate } from '@linli/domain/base';
import { Ctx, Query, Resolver } from 'type-graphql';
import { Allow, Arg, type Request } from '../../platform/graphql/index.js';
import { SubsidyRule } from './subsidy-rule.entity.js';
import { subsidyRulesOn } from './subsidy-rule.queries.js';

@Resolver()
export class PricingResolver {
  /** A price is honest when everyone can see what makes it. */
  @Allow('BROWSE_SERVICES')
  @Query(() => [SubsidyRule])
  subsidyRules(
    @Ctx() { db }: Request,
    @Arg('on', plainDate.nullish()) on: PlainDate | null | undefined,
  ): Promise<SubsidyRule[]> {
    return subsidyRulesOn(db, on ?? null);
  }
}
