import { type OrganisationId, type PersonId, type Reach, reachOf, type Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { Field, ID, ObjectType } from 'type-graphql';
import { type Database, statement, withinReach } from '../../platform/database/index.js';
import { DateScalar } from '../../platform/graphql/index.js';
import { coveringHome, homeAddress, joinHome } from '../people/index.js';
import { today } from '../structure/index.js';
import { reachedOrganisations } from './reach.js';

/** A resident who may be the one that is meant: where they live, and where they belong already. */
@ObjectType({ simpleResolvers: true })
export class PersonToJoin {
  @Field(() => ID)
  id: PersonId;

  @Field(() => String)
  name: string;

  @Field(() => DateScalar)
  birthDate: PlainDate;

  @Field(() => String, { nullable: true })
  home: string | null;

  @Field(() => String, { nullable: true })
  belongsTo: string | null;
}

const MOST = 20;

// Those who live where the branch covers come first; an agency's members live anywhere.
const found = statement<Reach & { organisationId: OrganisationId; text: string }, PersonToJoin>({
  name: 'people-to-join',
  text: `
    SELECT resident.id, resident.name, resident.birth_date, ${homeAddress} AS home,
      branch.name AS belongs_to
    FROM resident ${joinHome}
      LEFT JOIN membership_version m ON m.resident_id = resident.id AND m.superseded_at IS NULL
        AND coalesce(m.valid_to, 'infinity') >= ${today}
      LEFT JOIN organisation branch ON branch.id = m.organisation_id
    WHERE strpos(resident.folded, (SELECT fold_han(:text))) > 0
      AND ${withinReach({
        person: 'resident.id',
        areaLineage: 'home.lineage',
        organisationLineage: coveringHome,
      })}
    ORDER BY branch.id IS NOT NULL, NOT EXISTS (
        SELECT FROM organisation_covers c
        WHERE c.organisation_id = :organisationId AND c.superseded_at IS NULL AND c.area_id = ANY (home.lineage)
      ), resident.name, resident.id
    LIMIT ${MOST}`,
});

/** At most twenty whom the name may mean, among the residents that the viewer knows. */
export async function peopleToJoin(
  db: Database,
  viewer: Viewer,
  { organisationId, text }: { readonly organisationId: OrganisationId; readonly text: string },
): Promise<PersonToJoin[]> {
  await reachedOrganisations(db, viewer, 'KEEP_MEMBERS', [organisationId]);
  return text === '' ? [] : found(db, { organisationId, text, ...reachOf(viewer, 'SEE_RESIDENTS') });
}
