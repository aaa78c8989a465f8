import type { AreaId, PersonId, Viewer } from '@linli/domain/access';
import type { ContactId, ContactRelation } from '@linli/domain/organisation/contacts';
import { type SampleEstate, sampleCareNotes, samplePositions, type SampleResident } from '@linli/sample';
import { writeContacts, writeDoor } from '../organisation/contacts/index.js';
import { furnishPositions } from '../organisation/positions/index.js';
import { newUuid, type Transaction } from '../platform/database/index.js';
import { furnishRounds } from '../services/rounds/index.js';

interface Deliveries {
  readonly viewer: Viewer;
  readonly dataKey: Buffer;
  readonly estates: readonly SampleEstate[];
  readonly residents: readonly SampleResident[];
  readonly areaIds: ReadonlyMap<string, AreaId>;
}

/** Where made-up estates lie, what whoever comes to an elder's door must know, and the rounds that bring the meals. */
export async function furnishDeliveries(
  tx: Transaction,
  { viewer, dataKey, estates, residents, areaIds }: Deliveries,
): Promise<void> {
  await furnishPositions(
    tx,
    samplePositions(estates).flatMap(({ areaCode, ...position }) => {
      const areaId = areaIds.get(areaCode);
      return areaId ? [{ areaId, ...position }] : [];
    }),
  );
  for (const { residentId, contacts, ...door } of sampleCareNotes(residents)) {
    const id = residentId as PersonId;
    await writeDoor(tx, dataKey, id, door);
    const known = contacts.map((contact) => ({
      ...contact,
      id: newUuid() as ContactId,
      relation: contact.relation as ContactRelation,
    }));
    await writeContacts(tx, dataKey, id, known);
  }
  await furnishRounds(tx, { viewer, dataKey });
}
