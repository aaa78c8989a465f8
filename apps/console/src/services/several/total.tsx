import type { ReactElement } from 'react';
import type { TotalFragment } from '../../gql/graphql';
import { useWords } from '../../kit/words';
import { toPay } from '../desk/price-lines';

/** What all of it costs, with what is paid by others. */
export function Total({
  total,
  times,
}: {
  readonly total: TotalFragment;
  readonly times: number;
}): ReactElement {
  const words = useWords();
  const { t, format } = words;
  return (
    <dl className="pr2">
      {total.fullFen > 0 && (
        <div>
          <dt>{t('console.several.full', { count: times })}</dt>
          <dd>{format.money(total.fullFen)}</dd>
        </div>
      )}
      {total.subsidyFen > 0 && (
        <div>
          <dt>{t('console.several.subsidy')}</dt>
          <dd>−{format.money(total.subsidyFen)}</dd>
        </div>
      )}
      <div className="sum">
        <dt>{t('console.booking.pays')}</dt>
        <dd>{toPay(words, total.payFen)}</dd>
      </div>
    </dl>
  );
}
