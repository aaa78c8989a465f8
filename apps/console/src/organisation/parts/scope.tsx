import type { ReactElement } from 'react';
import { useViewer } from '../../access/viewer';
import { MemberRootsDocument } from '../../gql/graphql';
import { useFilter, useFilterPatch } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { SearchSelect } from '../../kit/search-select';
import { useWords } from '../../kit/words';
import { useFindOrganisations } from '../../layout/find-places';

export interface Scope {
  /** Undefined while nobody knows yet. */
  readonly id: string | undefined;
  readonly name: string | undefined;
  /** The topmost organisations that the viewer looks after. */
  readonly roots: readonly string[];
}

/** The organisation that a page is about, with all below it: one's own, until another is chosen. */
export function useScope(): Scope {
  const [id] = useFilter('id', '');
  const [name] = useFilter('name', '');
  const { duties } = useViewer().me;
  const roots = useRead(MemberRootsDocument, {}).data?.memberRoots;
  const own = duties.flatMap(({ organisation }) => organisation ?? [])[0] ?? roots?.[0];
  return {
    ...(id ? { id, name: name || undefined } : { id: roots && own?.id, name: own?.name }),
    roots: (roots ?? []).map((root) => root.id),
  };
}

/** Another organisation by its name; without one, one's own. */
export function ScopeChoice({ scope }: { readonly scope: Scope }): ReactElement {
  const { t } = useWords();
  const find = useFindOrganisations();
  const patch = useFilterPatch();
  return (
    <div className="row">
      <SearchSelect
        label={t('console.scope.organisation')}
        value={scope.id && scope.name ? { value: scope.id, label: scope.name } : undefined}
        find={find}
        placeholder={t('console.scope.find')}
        onChange={(found) => patch({ id: found?.value ?? '', name: found?.label ?? '' })}
      />
    </div>
  );
}
