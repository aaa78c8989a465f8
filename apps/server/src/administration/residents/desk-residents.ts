import { type AreaId, type CentreId, reachOf, type Target } from '@linli/domain/access';
import type { RegisterResidentInput } from '@linli/domain/organisation/people';
import { recordRead } from '../../access/audit/index.js';
import { doorsOf, writeDoor } from '../../organisation/contacts/index.js';
import {
  registerResident,
  type Resident,
  residentsByIds,
  residentsLike,
} from '../../organisation/people/index.js';
import { statement, type Transaction } from '../../platform/database/index.js';
import { Refused, type Request } from '../../platform/graphql/index.js';
import { centreFor } from '../../services/centres/index.js';

export async function findResidents(request: Request, text: string, id: CentreId): Promise<Resident[]> {
  const { db, viewer, environment } = request;
  const { areaId } = await centreFor(db, viewer, 'SEE_RESIDENTS', id);
  const ids = await residentsLike(db, environment.dataKey, { text, areaId });
  // Whoever may see the residents of this centre sees these whole: `centreFor` has just said so.
  const at: Target = { centreId: id, areaLineage: reachOf(viewer, 'SEE_RESIDENTS').areas };
  const residents = await residentsByIds(
    db,
    viewer,
    ids.map((each) => ({ id: each, at })),
  );
  const places = { centreIds: [id], areaIds: [areaId] };
  await recordRead(db, viewer, { action: 'RESIDENTS_FOUND', subjectKind: 'RESIDENT', ids, places });
  return residents;
}

const areasServed = statement<{ centres: readonly CentreId[] }, { areaId: AreaId }>({
  name: 'areas-served',
  text: 'SELECT DISTINCT area_id FROM centre WHERE id = ANY (:centres::uuid[])',
});

/** Staff of a centre register those who live where it serves. */
export async function register(request: Request, input: RegisterResidentInput): Promise<Resident | Refused> {
  const { db, viewer, environment } = request;
  const { id, door } = input;
  const { areas, centres } = reachOf(viewer, 'REGISTER_RESIDENTS');
  const served = await areasServed(db, { centres });
  const at: Target = { areaLineage: areas, ...(centres[0] && { centreId: centres[0] }) };
  const desk = {
    dataKey: environment.dataKey,
    viewer,
    areas: [...areas, ...served.map(({ areaId }) => areaId)],
    at,
    also: async (tx: Transaction) => {
      if (door) await writeDoor(tx, environment.dataKey, id, { door });
    },
  };
  const registered = await registerResident(db, desk, input);
  if (registered instanceof Refused || !door) return registered;
  // The same person with another door is no repetition.
  const kept = (await doorsOf(db, environment.dataKey, [id])).get(id);
  return kept?.door === door ? registered : new Refused('CONFLICT');
}
