import { type PlainDate, plainDate } from '@linli/domain/base';
import {
  type EndSubsidyRuleInput,
  endSubsidyRuleInput,
  type ProposeSubsidyRuleInput,
  proposeSubsidyRuleInput,
} from '@linli/domain/services/pricing';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { endSubsidyRule, proposeSubsidyRule } from './change-rules.js';
import { SubsidyRule, SubsidyRuleOrRefused } from './subsidy-rule.entity.js';
import { subsidyRulesEver, subsidyRulesOn } from './subsidy-rule.queries.js';

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

  @Allow('MANAGE_SUBSIDIES')
  @Query(() => [SubsidyRule], { description: 'All there ever were and will be, the newest first.' })
  subsidyRuleHistory(@Ctx() { db }: Request): Promise<SubsidyRule[]> {
    return subsidyRulesEver(db);
  }

  @Allow('MANAGE_SUBSIDIES')
  @Mutation(() => SubsidyRuleOrRefused)
  proposeSubsidyRule(
    @Ctx() { db, viewer }: Request,
    @Input(proposeSubsidyRuleInput) input: ProposeSubsidyRuleInput,
  ): Promise<SubsidyRule | Refused> {
    return proposeSubsidyRule(db, viewer, input);
  }

  @Allow('MANAGE_SUBSIDIES')
  @Mutation(() => SubsidyRuleOrRefused)
  endSubsidyRule(
    @Ctx() { db, viewer }: Request,
    @Input(endSubsidyRuleInput) input: EndSubsidyRuleInput,
  ): Promise<SubsidyRule | Refused> {
    return endSubsidyRule(db, viewer, input);
  }
}
