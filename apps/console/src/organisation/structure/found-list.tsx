import type { ReactElement } from 'react';
import { SearchAreasDocument, SearchOrganisationsDocument } from '../../gql/graphql';
import { useRead } from '../../kit/fresh';
import { useSettled } from '../../kit/settled';
import { Failed, Loading, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import type { Side } from './tree';

interface FoundListProps {
  readonly side: Side;
  readonly text: string;
  readonly on: string;
  readonly onChoose: (id: string, ancestorIds: readonly string[]) => void;
}

/** Names in either script, and codes. */
export function FoundList({ side, text, on, onChoose }: FoundListProps): ReactElement {
  const { t } = useWords();
  const wanted = useSettled(text.trim(), 250);
  const areas = useRead(SearchAreasDocument, { text: wanted, on }, { skip: side !== 'areas' || !wanted });
  const organisations = useRead(
    SearchOrganisationsDocument,
    { text: wanted, on },
    { skip: side !== 'party' || !wanted },
  );
  const read = side === 'areas' ? areas : organisations;
  const found =
    side === 'areas'
      ? areas.data?.searchAreas.map((area) => ({
          ...area,
          about: `${t(`AreaKind.${area.kind}`)} ${area.code}`,
        }))
      : organisations.data?.searchOrganisations.map((one) => ({
          ...one,
          about: t(`OrganisationKind.${one.kind}`),
        }));
  if (!found) return read.error ? <Failed error={read.error} again={read.again} /> : <Loading />;
  if (found.length === 0)
    return (
      <Nothing title={t('console.structure.noneFound', { text: wanted })}>
        {t('console.structure.noneFoundWhy')}
      </Nothing>
    );
  return (
    <div className="hits pb scr" role="list" aria-label={t('console.structure.found')}>
      {found.map(({ id, name, about, ancestors }) => (
        <div role="listitem" key={id}>
          <button
            type="button"
            className="hit"
            style={{ gridTemplateColumns: 'minmax(0, 1fr)' }}
            onClick={() =>
              onChoose(
                id,
                ancestors.map((one) => one.id),
              )
            }
          >
            <span>
              <b>{name}</b>
              <small>
                {about}
                <br />
                {ancestors.map((one) => one.name).join(' › ')}
              </small>
            </span>
          </button>
        </div>
      ))}
    </div>
  );
}
