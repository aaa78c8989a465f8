import type { AreaId } from '@linli/domain/access';
import { addDays, plainDateOf } from '@linli/domain/base';
import { newUuid } from '../../platform/database/index.js';
import type { testApi } from '../../testing/index.js';
import { type Operation, read } from './operation.scenario.js';
import { asker } from './refusal-driver.scenario.js';

const ruleFor = (areaId: AreaId) => ({
  ...{ id: newUuid(), name: '高齡助餐', payer: '民政局', areaId, subsidyFen: 100, additive: false },
  ...{ paysNobodyOpened: false, validFrom: addDays(plainDateOf(new Date()), 1) },
});

/** What is done about subsidies: by who looks after the area where they hold. */
export function subsidyOperations(api: ReturnType<typeof testApi>): Readonly<Record<string, Operation>> {
  const { ask, mutate } = asker(api);
  return {
    proposeSubsidyRule: ({ viewer, area }) =>
      Promise.resolve(() => mutate(viewer, 'proposeSubsidyRule', ruleFor(area))),
    async endSubsidyRule({ viewer, area }) {
      const { id, validFrom } = ruleFor(area);
      await api.database().query(
        `INSERT INTO subsidy_rule (id, name, payer, area_id, subsidy_fen, valid_from)
         VALUES ($1, '高齡助餐', '民政局', $2, 100, '2020-01-01')`,
        [id, area],
      );
      return () => mutate(viewer, 'endSubsidyRule', { id, lastDay: validFrom, reason: '調整' });
    },
    previewSubsidyRule: read(({ viewer, area }) => {
      const document = `query ($rule: SubsidyRuleToPreview!) { previewSubsidyRule(rule: $rule) { meals } }`;
      return Promise.resolve(() => ask(viewer, document, { rule: ruleFor(area) }));
    }),
  };
}
