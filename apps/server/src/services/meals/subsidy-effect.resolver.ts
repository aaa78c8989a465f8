import { type ProposeSubsidyRuleInput, proposeSubsidyRuleInput } from '@linli/domain/services/pricing';
import { Ctx, Query, Resolver } from 'type-graphql';
import { Allow, Arg, type Request } from '../../platform/graphql/index.js';
import { subsidyEffect } from './subsidy-effect.js';
import { RuleEffect } from './subsidy-effect.type.js';

@Resolver()
export class SubsidyEffectResolver {
  @Allow('MANAGE_SUBSIDIES')
  @Query(() => RuleEffect, {
    description: 'What the rule would do to the next seven days; nothing is written.',
  })
  previewSubsidyRule(
    @Ctx() { db, viewer }: Request,
    @Arg('rule', proposeSubsidyRuleInput, 'SubsidyRuleToPreview') rule: ProposeSubsidyRuleInput,
  ): Promise<RuleEffect> {
    return subsidyEffect(db, viewer, rule);
  }
}
