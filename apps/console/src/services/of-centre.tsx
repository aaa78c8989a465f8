import type { ReactElement } from 'react';
import { Loading, Nothing } from '../kit/states';
import { useWords } from '../kit/words';
import { type CentreRow, useCentres } from '../layout/centres';

/** A page of one centre: of the one that is chosen above, begun afresh with another. */
export function OfCentre({
  children,
}: {
  readonly children: (centre: CentreRow) => ReactElement;
}): ReactElement {
  const { t } = useWords();
  const { read, current } = useCentres();
  if (current) return children(current);
  if (read.loading) return <Loading />;
  return (
    <Nothing icon="store" title={t('console.centre.none')}>
      {t('console.centre.noneWhy')}
    </Nothing>
  );
}
