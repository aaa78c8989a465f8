import type { ReactElement } from 'react';
import type { PricedFragment } from '../../gql/graphql';
import { useWords, type Words } from '../../kit/words';

/** ¥4.00; what costs nothing is called so. */
export const toPay = ({ t, format }: Words, fen: number): string =>
  fen === 0 ? t('console.services.free') : format.money(fen, { exact: true });

/** The honest price: in full, what is taken off and why, and what is to be paid. */
export function PriceLines({ price }: { readonly price: PricedFragment }): ReactElement {
  const words = useWords();
  const { t, format } = words;
  const { fullFen, subsidyFen, payFen, ruleName, payer } = price;
  return (
    <dl className="pr2">
      {subsidyFen > 0 && (
        <div>
          <dt>
            {[
              `${t('console.price.full')} ${format.money(fullFen, { exact: true })}`,
              `${ruleName ?? ''}${payer ? t('console.aside', { text: payer }) : ''}`,
            ].join(t('console.comma'))}
          </dt>
          <dd className="nw">− {format.money(subsidyFen, { exact: true })}</dd>
        </div>
      )}
      <div className="sum">
        <dt>{t(fullFen === 0 ? 'console.services.price' : 'console.price.pay')}</dt>
        <dd>{toPay(words, payFen)}</dd>
      </div>
    </dl>
  );
}
