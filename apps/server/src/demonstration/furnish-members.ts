import type { OrganisationId, PersonId } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import type { MembershipStep } from '@linli/domain/organisation/members';
import { type SampleEstate, sampleMembers, sampleOrganisations, type SampleResident } from '@linli/sample';
import {
  type ExemptionToRecord,
  type MembershipToRecord,
  recordExemptions,
  recordMemberships,
} from '../organisation/members/index.js';
import { furnishResidents, type ResidentToFurnish } from '../organisation/people/index.js';
import { houseAuthor } from '../organisation/structure/index.js';
import type { Transaction } from '../platform/database/index.js';

const SINCE_DAYS = 400;
const author = houseAuthor('示範數據');

interface Sample {
  readonly dataKey: Buffer;
  readonly estates: readonly SampleEstate[];
  readonly residents: readonly SampleResident[];
  readonly today: PlainDate;
}
interface Places {
  readonly areaIds: ReadonlyMap<string, string>;
  readonly organisationIds: ReadonlyMap<string, OrganisationId>;
}

/** A roster for each branch, through the commands that a secretary uses. */
export async function furnishMembers(
  tx: Transaction,
  { dataKey, estates, residents, today }: Sample,
  { areaIds, organisationIds }: Places,
): Promise<void> {
  const organisations = sampleOrganisations(today, estates);
  const sample = sampleMembers(today, { estates, residents, organisations });
  const rows = sample.residents.map(({ buildingCode, ...resident }) => ({
    ...resident,
    buildingId: areaIds.get(buildingCode),
  }));
  await furnishResidents(tx, dataKey, rows as unknown as ResidentToFurnish[], addDays(today, -SINCE_DAYS));
  const record = (
    { id, residentId, organisationKey }: { id: string; residentId: string; organisationKey: string },
    stepOf: (organisationId: OrganisationId) => MembershipStep,
    documentNumber: string | null,
  ): MembershipToRecord[] => {
    const organisationId = organisationIds.get(organisationKey);
    if (organisationId === undefined) return [];
    return [{ id, residentId: residentId as PersonId, step: stepOf(organisationId), documentNumber }];
  };
  const refused = await recordMemberships(tx, author, [
    ...sample.memberships.flatMap((membership) =>
      record(
        membership,
        (organisationId) => ({
          ...{ kind: 'JOINED', on: membership.joinedOn, organisationId, stage: membership.stage },
        }),
        null,
      ),
    ),
    ...sample.transfers.flatMap((transfer) =>
      record(
        transfer,
        (organisationId) => ({ kind: 'TRANSFERRED', on: transfer.on, organisationId }),
        transfer.documentNumber,
      ),
    ),
  ]);
  if (refused.length > 0) throw new Error(`A sample member was refused: ${JSON.stringify(refused[0])}`);
  await recordExemptions(
    tx,
    author,
    sample.exemptions.map((exemption) => ({ ...exemption, to: null }) as unknown as ExemptionToRecord),
  );
}
