import type { ReactElement } from 'react';
import type { CostFragment } from '../../gql/graphql';
import { useWords } from '../../shell/words';
import { usePay } from './pay-bar';

/** Full price, subsidy with the name of its rule and its payer, what is left to pay. */
export function Bill({
  price,
  heading,
}: {
  readonly price: CostFragment;
  readonly heading?: string;
}): ReactElement {
  const { t, format } = useWords();
  const pay = usePay();
  const exact = (fen: number) => format.money(fen, { exact: true });
  return (
    <section className="card">
      {heading && <h2 className="q__h">{heading}</h2>}
      <dl className="bill">
        {price.fullFen > 0 && (
          <div>
            <dt>{t('resident.fullPrice')}</dt>
            <dd>{exact(price.fullFen)}</dd>
          </div>
        )}
        {price.subsidyFen > 0 && (
          <div className="minus">
            <dt>
              {t('resident.subsidy')}
              <small>
                {[price.ruleName, price.payer && t('resident.paidBy', { payer: price.payer })]
                  .filter(Boolean)
                  .join(t('resident.dot'))}
              </small>
            </dt>
            <dd>{exact(-price.subsidyFen)}</dd>
          </div>
        )}
        <div className={price.fullFen > 0 ? 'sum' : 'sum sum--only'}>
          <dt>{t('resident.youPay')}</dt>
          <dd>{pay(price)}</dd>
        </div>
      </dl>
    </section>
  );
}

/** The same in two lines: what one pays, then why. */
export function PriceLine({ price }: { readonly price: CostFragment }): ReactElement {
  const { t, format } = useWords();
  const { fullFen, subsidyFen, payFen, ruleName } = price;
  return (
    <p className="price">
      <b>{payFen === 0 ? t('resident.free') : format.money(payFen)}</b>
      {subsidyFen > 0 && (
        <span className="sm">
          {t('resident.priceStory', { full: format.money(fullFen), subsidy: format.money(subsidyFen) })}
          {ruleName && (
            <>
              <br />
              <span className="mute">{ruleName}</span>
            </>
          )}
        </span>
      )}
    </p>
  );
}
