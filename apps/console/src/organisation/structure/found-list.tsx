import type { ReactElement } from 'react';
import { SearchAreasDocument, SearchOrganisationsDocument } from '../../gql/graphql';
import { useRead } from '../../kit/fresh';
import { useSettled } from '../../kit/settled';
import { Failed, Loading, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import type { Side } from './tree';

interface Found {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly ancestors: readonly { readonly name: string }[];
}

interface FoundListProps {
  /** What is looked for first. */
  readonly side: Side;
  readonly text: string;
  readonly on: string;
  readonly onChoose: (side: Side, id: string) => void;
}

function useFound(side: Side, text: string, on: string) {
  const { t } = useWords();
  const skip = { skip: !text };
  const areas = useRead(SearchAreasDocument, { text, on }, skip);
  const organisations = useRead(SearchOrganisationsDocument, { text, on }, skip);
  const found: Record<Side, readonly Found[] | undefined> = {
    areas: areas.data?.searchAreas.map((area) => ({
      ...area,
      about: `${t(`AreaKind.${area.kind}`)} ${area.code}`,
    })),
    party: organisations.data?.searchOrganisations.map((one) => ({
      ...one,
      about: t(`OrganisationKind.${one.kind}`),
    })),
  };
  const order: readonly Side[] = side === 'areas' ? ['areas', 'party'] : ['party', 'areas'];
  return { found, order, failed: [areas, organisations].find(({ error }) => error) };
}

/** Names in either script, and codes; of both trees, the one at hand first. */
export function FoundList({ side, text, on, onChoose }: FoundListProps): ReactElement {
  const { t } = useWords();
  const wanted = useSettled(text.trim(), 250);
  const { found, order, failed } = useFound(side, wanted, on);
  if (order.some((one) => !found[one])) return failed ? <Failed {...failed} /> : <Loading />;
  const there = order.filter((one) => (found[one]?.length ?? 0) > 0);
  if (there.length === 0)
    return (
      <Nothing title={t('console.structure.noneFound', { text: wanted })}>
        {t('console.structure.noneFoundWhy')}
      </Nothing>
    );
  return (
    <div className="founds pb scr" role="group" aria-label={t('console.structure.found')}>
      {there.map((one) => (
        <section key={one}>
          <h2>{t(`console.structure.${one}`)}</h2>
          <ul className="hits">
            {found[one]?.map((hit) => (
              <FoundHit key={hit.id} hit={hit} onChoose={() => onChoose(one, hit.id)} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const FoundHit = ({
  hit: { name, about, ancestors },
  onChoose,
}: {
  readonly hit: Found;
  readonly onChoose: () => void;
}): ReactElement => (
  <li>
    <button
      type="button"
      className="hit"
      style={{ gridTemplateColumns: 'minmax(0, 1fr)' }}
      onClick={onChoose}
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
  </li>
);
