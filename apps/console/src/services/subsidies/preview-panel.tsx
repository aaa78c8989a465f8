import { newId } from '@linli/client';
import { type ReactElement, useState } from 'react';
import { type PreviewSubsidyRuleQuery, PreviewSubsidyRuleDocument } from '../../gql/graphql';
import { column, DataTable } from '../../kit/data-table';
import { useRead } from '../../kit/fresh';
import { Facts } from '../../kit/page';
import { useSettled } from '../../kit/settled';
import { Loaded } from '../../kit/states';
import { useWords } from '../../kit/words';
import { inputOf, monthOf, type RuleForm } from './rules';

type Effect = PreviewSubsidyRuleQuery['previewSubsidyRule'];
type PayerEffect = Effect['payers'][number];

interface PreviewPanelProps {
  readonly form: RuleForm;
  /** Whether there is a rule to reckon with: one that is wrong has no effect to show. */
  readonly ready: boolean;
}

/** What the rule would do, as the server reckons it, before it is proposed. */
export function PreviewPanel({ form, ready }: PreviewPanelProps): ReactElement {
  const { t } = useWords();
  const [id] = useState(newId);
  const settled = useSettled(JSON.stringify(inputOf(form)), 500);
  const rule = { ...(JSON.parse(settled) as ReturnType<typeof inputOf>), id };
  const isCurrent = ready && settled === JSON.stringify(inputOf(form));
  const read = useRead(PreviewSubsidyRuleDocument, { rule }, { skip: !isCurrent });
  return (
    <section className="dishf" aria-label={t('console.subsidies.preview')} aria-live="polite">
      <b>{t('console.subsidies.preview')}</b>
      {ready ? (
        <Loaded read={read} rows={3}>
          {({ previewSubsidyRule }) => <EffectOfRule effect={previewSubsidyRule} />}
        </Loaded>
      ) : (
        <p className="m">{t('console.subsidies.previewLater')}</p>
      )}
    </section>
  );
}

function EffectOfRule({ effect }: { readonly effect: Effect }): ReactElement {
  const { t, format } = useWords();
  const { people, meals, subsidyBeforeFen, subsidyAfterFen, payers } = effect;
  const more = subsidyAfterFen - subsidyBeforeFen;
  if (meals === 0) return <p className="m">{t('console.subsidies.noMeals')}</p>;
  return (
    <>
      <Facts
        facts={[
          [t('console.subsidies.people'), t('console.subsidies.peopleOf', { people, meals })],
          [t('console.subsidies.less'), format.money(more)],
          [
            t('console.subsidies.week'),
            t('console.subsidies.change', {
              before: format.money(subsidyBeforeFen),
              after: format.money(subsidyAfterFen),
            }),
          ],
          [t('console.subsidies.month'), <b key="month">{format.money(monthOf(more))}</b>],
        ]}
      />
      <DataTable
        label={t('console.subsidies.byPayer')}
        rows={payers}
        rowKey={({ payer }) => payer}
        columns={[
          column<PayerEffect>('payer', t('console.subsidies.payer'), ({ payer }) => payer),
          column<PayerEffect>(
            'before',
            t('console.subsidies.before'),
            ({ beforeFen }) => format.money(beforeFen),
            {
              number: true,
            },
          ),
          column<PayerEffect>(
            'after',
            t('console.subsidies.after'),
            ({ afterFen }) => format.money(afterFen),
            {
              number: true,
            },
          ),
        ]}
        empty={null}
      />
      <p className="hint">{t('console.subsidies.reckoned')}</p>
    </>
  );
}
