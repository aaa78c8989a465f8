import type { ReactElement } from 'react';
import type { PricedFragment } from '../../gql/graphql';
import { useWords } from '../../kit/words';

/** The honest price: in full, what is taken off and why, and what is to be paid. */
export function PriceLines({ price }: { readonly price: PricedFragment }): ReactElement {
  const { t, format } = useWords();
  return (
    <dl className="pr2">
      <div>
        <dt>{t('console.price.full')}</dt>
        <dd>{format.money(price.fullFen, { exact: true })}</dd>
      </div>
      {price.subsidyFen > 0 && (
        <div>
          <dt>
            {price.ruleName}
            {price.payer && `（${price.payer}）`}
          </dt>
          <dd>− {format.money(price.subsidyFen, { exact: true })}</dd>
        </div>
      )}
      <div className="sum">
        <dt>{t('console.price.pay')}</dt>
        <dd>{format.money(price.payFen, { exact: true })}</dd>
      </div>
    </dl>
  );
}
