import { type ReactElement, useEffect } from 'react';
import type { PlaceFragment } from '../../gql/graphql';
import { noteCentre } from '../../shell/centre';
import { useLaterWords } from '../../shell/later-words';
import { Link } from '../../shell/router';

interface AtCentreProps {
  readonly centre: PlaceFragment;
  /** Where one goes back to, once another one is chosen. */
  readonly then: '/lunch' | '/services';
}

/** Which centre the page is about, and the way to another one. Its number is the one to call then. */
export function AtCentre({ centre, then }: AtCentreProps): ReactElement {
  const { t } = useLaterWords();
  useEffect(() => noteCentre(centre), [centre]);
  return (
    <p className="at">
      <span>{t('later.centre.at', { name: centre.name })}</span>
      <Link className="at__to" to={`/services/centre?then=${then}`}>
        {t('later.centre.other')}
      </Link>
    </p>
  );
}
