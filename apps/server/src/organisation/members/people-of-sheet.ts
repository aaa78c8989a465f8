import type { OrganisationId, PersonId, Reach } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { MEMBER_KINDS, type MemberStage, type WrittenMember } from '@linli/domain/organisation/members';
import { type Database, statement, withinReach } from '../../platform/database/index.js';
import { coveringHome, joinHome } from '../people/index.js';
import { today } from '../structure/index.js';

/** Whom a row may mean, and where they belong. */
export interface PersonOfSheet {
  readonly row: number;
  readonly id: PersonId;
  readonly organisationId: OrganisationId | null;
  readonly stage: MemberStage | null;
  readonly since: PlainDate | null;
}

// Residents whom the viewer knows, and members of the branches that they look after, wherever these live.
const people = statement<Reach & { tops: readonly OrganisationId[]; rows: string }, PersonOfSheet>({
  name: 'people-of-sheet',
  text: `
    WITH written AS MATERIALIZED (
      SELECT "row", fold_han(name) AS folded, born
      FROM jsonb_to_recordset(:rows::jsonb) AS given ("row" int, name text, born date)
    )
    SELECT DISTINCT ON (written."row", resident.id) written."row", resident.id, m.organisation_id, m.stage,
      m.valid_from AS since
    FROM written JOIN resident ON resident.birth_date = written.born AND resident.folded = written.folded ${joinHome}
      LEFT JOIN membership_version m ON m.resident_id = resident.id AND m.superseded_at IS NULL
        AND coalesce(m.valid_to, 'infinity') >= ${today}
      LEFT JOIN organisation branch ON branch.id = m.organisation_id
    WHERE branch.lineage && :tops::uuid[] OR ${withinReach({
      person: 'resident.id',
      areaLineage: 'home.lineage',
      organisationLineage: coveringHome,
    })}
    ORDER BY written."row", resident.id, m.valid_from`,
});

export const peopleOfSheet = (
  db: Database,
  reach: Reach,
  { tops, members }: { readonly tops: readonly OrganisationId[]; readonly members: readonly WrittenMember[] },
): Promise<PersonOfSheet[]> =>
  people(db, {
    ...reach,
    ...{ tops, rows: JSON.stringify(members.map(({ row, name, born }) => ({ row, name, born }))) },
  });

interface BranchOfSheet {
  /** As it is written. */
  readonly written: string;
  readonly id: OrganisationId;
  readonly name: string;
}

// A branch that was closed may bear the name of one that stands: the one that stands is meant.
const branches = statement<
  { organisationId: OrganisationId; names: readonly string[]; kinds: readonly string[] },
  BranchOfSheet
>({
  name: 'branches-of-sheet',
  text: `
    WITH found AS (
      SELECT given.written, organisation.id, organisation.name,
        coalesce(organisation.valid_to, 'infinity') >= ${today} AS stands
      FROM unnest(:names::text[]) AS given (written)
        JOIN organisation ON fold_han(organisation.name) = fold_han(given.written)
      WHERE organisation.lineage @> ARRAY[:organisationId::uuid] AND organisation.kind = ANY (:kinds::text[])
    )
    SELECT written, id, name FROM found
    WHERE stands OR NOT EXISTS (SELECT FROM found other WHERE other.written = found.written AND other.stands)`,
});

export const branchesOfSheet = (
  db: Database,
  organisationId: OrganisationId,
  names: readonly string[],
): Promise<BranchOfSheet[]> => branches(db, { organisationId, names, kinds: MEMBER_KINDS });
