import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../kit/words';

interface OrganisationPathProps {
  readonly path: readonly { readonly organisationId: string; readonly name: string }[];
  /** The address of the page at an organisation, but for its id. */
  readonly to: string;
}

/** The way down from the top of one's reach. */
export function OrganisationPath({ path, to }: OrganisationPathProps): ReactElement {
  const { t } = useWords();
  return (
    <nav aria-label={t('console.life.path')} className="lifepath">
      {path.map(({ organisationId, name }, index) =>
        index === path.length - 1 ? (
          <b key={organisationId} aria-current="page">
            {name}
          </b>
        ) : (
          <Link key={organisationId} to={`${to}${organisationId}`}>
            {name}
          </Link>
        ),
      )}
    </nav>
  );
}
