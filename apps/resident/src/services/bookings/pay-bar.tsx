import type { ReactElement } from 'react';
import type { CostFragment } from '../../gql/graphql';
import { useWords } from '../../shell/words';

interface Props {
  readonly price: CostFragment | undefined;
  readonly label: string;
  /** False: the button answers a tap with the reason. */
  readonly ready: boolean;
  readonly onGo: () => void;
}

/** Stays at the bottom while one chooses: what it costs, and on to the next step. */
export function PayBar({ price, label, ready, onGo }: Props): ReactElement {
  const { t } = useWords();
  const pay = usePay();
  return (
    <div className="act">
      <p className="act__p">
        {t('resident.youPay')}
        <b>{price ? pay(price) : '—'}</b>
      </p>
      <button className="btn" type="button" aria-disabled={!ready} onClick={onGo}>
        {label}
      </button>
    </div>
  );
}

/** ¥4.00, or that it is free. */
export function usePay(): (price: Pick<CostFragment, 'payFen'>) => string {
  const { t, format } = useWords();
  return ({ payFen }) => (payFen === 0 ? t('resident.free') : format.money(payFen, { exact: true }));
}
