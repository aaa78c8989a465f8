import { type Action, type Face, type Reach, reachOf, type Viewer } from '@linli/domain/access';

interface Columns {
  /** Expressions of the statement; lineages are uuid[] from the root of the tree down to the row's own place. */
  readonly person?: string;
  readonly areaLineage?: string;
  readonly organisationLineage?: string;
  readonly centre?: string;
}

/** Who a statement is written for: viewers of one kind have reaches of the same sorts, the statement is given which. */
export interface Asking {
  readonly face: Face;
  /** The reach of an action as a predicate. What this kind of viewer never reaches by is not in it. */
  readonly within: (action: Action, columns: Columns) => string;
}

type Sort = Exclude<keyof Reach, 'everything'>;

export const askingOf = (viewer: Viewer): Asking => ({
  face: viewer.face,
  within: (action, { person, areaLineage, organisationLineage, centre }) => {
    const reach = reachOf(viewer, action);
    if (reach.everything) return 'true';
    const given = (sort: Sort) => `:${action}_${sort}::uuid[]`;
    const ways: [Sort, string | undefined][] = [
      ['people', person && `${person} = ANY (${given('people')})`],
      ['centres', centre && `${centre} = ANY (${given('centres')})`],
      ['areas', areaLineage && `${areaLineage} && ${given('areas')}`],
      ['organisations', organisationLineage && `${organisationLineage} && ${given('organisations')}`],
    ];
    const open = ways.flatMap(([sort, text]) => (text !== undefined && reach[sort].length > 0 ? [text] : []));
    return open.length > 0 ? `coalesce(${open.join(' OR ')}, false)` : 'false';
  },
});

/** All viewers of one kind are answered by the same text: which roles, and what sort of place each is held for. */
export const kindOf = ({ face, duties }: Viewer): string =>
  [
    face,
    ...new Set(
      duties.map(
        ({ role, areaId, organisationId, centreId }) =>
          `${role}${areaId === null ? '' : ' area'}${organisationId === null ? '' : ' organisation'}${centreId === null ? '' : ' centre'}`,
      ),
    ),
  ]
    .toSorted()
    .join(', ');

const SHARED = /^([A-Z_]+)_(people|centres|areas|organisations)$/;

export const isShared = (name: string): boolean => name === 'viewerId' || SHARED.test(name);

/** The value of a parameter that all roots of a statement share. */
export function sharedValue(viewer: Viewer, name: string): unknown {
  const [, action, sort] = SHARED.exec(name) ?? [];
  if (action === undefined) return viewer.personId;
  return reachOf(viewer, action as Action)[sort as Sort];
}
