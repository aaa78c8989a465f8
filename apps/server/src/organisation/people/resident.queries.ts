import {
  can,
  caredFor,
  type PersonId,
  type Reach,
  reachOf,
  type Target,
  type Viewer,
} from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { ageOn, type CareNeedPeriod, careNeedsOn, maskedName } from '@linli/domain/organisation/people';
import { unseal } from '../../access/secrets/index.js';
import { type Database, statement, withinReach } from '../../platform/database/index.js';
import { batched, notFound, type Request } from '../../platform/graphql/index.js';
import { homeAddress, homeJoins } from './home.js';
import type { ResidentRecord } from './resident.entity.js';
import type { Resident } from './resident.type.js';

/** A resident to be shown, and where they are met: who may see the residents of that place sees this one whole. */
export interface Guest {
  readonly id: PersonId;
  readonly at?: Target;
}

type Row = Pick<ResidentRecord, 'id' | 'name' | 'birthDate' | 'phoneMasked' | 'allergies' | 'texture'> & {
  readonly building: string | null;
  readonly needs: readonly CareNeedPeriod[];
  readonly today: PlainDate;
  readonly withinReach: boolean;
};

/** A resident, and the area that they live in. */
export const homeOfResident = `resident ${homeJoins.home}`;

// Every organisation that covers the home or what the home lies in, with those above it: an agency's branch has no area.
export const coveringHome = `(
  SELECT array_agg(step)
  FROM organisation_covers covers JOIN organisation ON organisation.id = covers.organisation_id, unnest(lineage) step
  WHERE covers.area_id = ANY (home.lineage) AND superseded_at IS NULL
    AND (now() AT TIME ZONE 'Asia/Shanghai')::date
      BETWEEN coalesce(covers.valid_from, '-infinity') AND coalesce(covers.valid_to, 'infinity'))`;

const reached = withinReach({
  person: 'resident.id',
  areaLineage: 'home.lineage',
  organisationLineage: coveringHome,
});

const residentRows = statement<Reach & { ids: readonly PersonId[] }, Row>({
  name: 'resident-rows',
  text: `
    SELECT resident.id, resident.name, birth_date, phone_masked, allergies, texture,
      ${homeAddress} AS building,
      coalesce((
        SELECT jsonb_agg(jsonb_build_object('need', need, 'validFrom', care_need.valid_from, 'validTo', care_need.valid_to))
        FROM care_need WHERE resident_id = resident.id
      ), '[]'::jsonb) AS needs,
      (now() AT TIME ZONE 'Asia/Shanghai')::date AS today,
      coalesce(${reached}, false) AS within_reach
    FROM ${homeOfResident}
      ${homeJoins.estate}
    WHERE resident.id = ANY (:ids::uuid[])`,
});

/** The residents in the order of the guests, each as far as the viewer may know them. */
async function asKnown(
  db: Database,
  viewer: Viewer,
  guests: readonly Guest[],
): Promise<(Resident | undefined)[]> {
  if (guests.length === 0) return [];
  const ids = [...new Set(guests.map(({ id }) => id))];
  const rows = await residentRows(db, { ids, ...reachOf(viewer, 'SEE_RESIDENTS') });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return guests.map(({ id, at }) => {
    const row = byId.get(id);
    return row && asKnownTo(viewer, row, at);
  });
}

/** The same, without those who are no residents. */
export const residentsByIds = async (
  db: Database,
  viewer: Viewer,
  guests: readonly Guest[],
): Promise<Resident[]> => (await asKnown(db, viewer, guests)).filter((resident) => resident !== undefined);

function asKnownTo(viewer: Viewer, row: Row, at: Target | undefined): Resident {
  const { id, name, birthDate, phoneMasked, allergies, texture, building, needs, today } = row;
  const known = { id, age: ageOn(birthDate, today), texture, isMe: viewer.personId === id };
  const whole = row.withinReach || known.isMe || (at !== undefined && can(viewer, 'SEE_RESIDENTS', at));
  if (!whole) {
    return { ...known, name: maskedName(name), phone: null, building: null, careNeeds: [], allergies: [] };
  }
  const seen = { ...known, name, phone: phoneMasked, building };
  // Whoever knows them by a grant knows of their health what the grant says.
  const byGrant = viewer.caresFor.some(({ personId }) => personId === id);
  return byGrant && !can(viewer, 'SEE_HEALTH', { personId: id })
    ? { ...seen, careNeeds: [], allergies: [] }
    : { ...seen, careNeeds: careNeedsOn(needs, today), allergies };
}

const guestOf = batched<Guest, Map<Guest, Resident | undefined>, Resident | undefined>(
  async ({ db, viewer }, guests) => {
    const residents = await asKnown(db, viewer, guests);
    return [new Map(guests.map((guest, i) => [guest, residents[i]]))];
  },
  ([known], guest) => known?.get(guest),
);

/** One resident for a field: all that a request shows are read at once. */
export async function residentOf(request: Request, guest: Guest): Promise<Resident> {
  const resident = await guestOf(request, guest);
  if (!resident) throw notFound('resident');
  return resident;
}

/** The viewer first, then those whom they may book for, by name. */
export async function myPeople(db: Database, viewer: Viewer): Promise<Resident[]> {
  const ids = [viewer.personId, ...caredFor(viewer, 'BOOKINGS')];
  const residents = await residentsByIds(
    db,
    viewer,
    ids.map((id) => ({ id })),
  );
  const [me, others] = [residents.filter(({ isMe }) => isMe), residents.filter(({ isMe }) => !isMe)];
  return [...me, ...others.toSorted((one, other) => one.name.localeCompare(other.name, 'zh'))];
}

const sealedPhoneOf = statement<{ id: PersonId }, Pick<ResidentRecord, 'name' | 'phoneCipher'>>({
  name: 'sealed-phone-of-resident',
  text: 'SELECT name, phone_cipher FROM resident WHERE id = :id',
});

/** In the clear: whoever asks has the right to, and puts it on record. Undefined where no number is known. */
export async function phoneOfResident(
  db: Database,
  dataKey: Buffer,
  id: PersonId,
): Promise<{ readonly name: string; readonly phone: string } | undefined> {
  const [row] = await sealedPhoneOf(db, { id });
  return row?.phoneCipher ? { name: row.name, phone: unseal(dataKey, 'phone', row.phoneCipher) } : undefined;
}

const withinReachOf = statement<Reach & { ids: readonly PersonId[] }, { id: PersonId }>({
  name: 'residents-within-reach',
  text: `SELECT resident.id FROM ${homeOfResident} WHERE resident.id = ANY (:ids::uuid[]) AND ${reached}`,
});

/** All of them within the viewer's reach: one who is beyond it is not found. */
export async function residentsReached(
  db: Database,
  viewer: Viewer,
  ids: readonly PersonId[],
): Promise<void> {
  const rows = await withinReachOf(db, { ids, ...reachOf(viewer, 'SEE_RESIDENTS') });
  if (rows.length < new Set(ids).size) throw notFound('resident');
}
