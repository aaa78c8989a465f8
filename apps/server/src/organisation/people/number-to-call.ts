import type { CentreId, PersonId, Viewer } from '@linli/domain/access';
import { maskedName } from '@linli/domain/organisation/people';
import { Refusal } from '@linli/domain/refusals';
import { Field, ObjectType } from 'type-graphql';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { orRefused, Refused } from '../../platform/graphql/index.js';
import { phoneOfResident } from './resident.queries.js';

/** A number to call, told once: it is not in any list. */
@ObjectType({ simpleResolvers: true })
export class NumberToCall {
  @Field(() => String)
  name: string;

  @Field(() => String)
  phone: string;
}

export const NumberToCallOrRefused = orRefused(NumberToCall);

/** Who asks for a number, and what for. Whether they may is for the room that knows the reason. */
interface Calling {
  readonly viewer: Viewer;
  readonly dataKey: Buffer;
  readonly residentId: PersonId;
  readonly centreId: CentreId | null;
  readonly why: 'ALLERGY_CLASH' | 'UNDELIVERED';
}

/** In the clear, for a call that has to be made; that it was shown is on record. */
export async function numberToCall(
  tx: Transaction,
  { viewer, dataKey, residentId, centreId, why }: Calling,
): Promise<NumberToCall | Refused> {
  const known = await phoneOfResident(tx, dataKey, residentId);
  if (!known) return new Refused(Refusal.NO_NUMBER_KNOWN);
  await recordAudit(tx, {
    actor: actorOf(viewer),
    action: 'NUMBER_TO_CALL_SHOWN',
    subject: { kind: 'RESIDENT', id: residentId, name: maskedName(known.name) },
    detail: { why },
    places: { ...placesOf(viewer), centreIds: centreId === null ? [] : [centreId] },
  });
  return known;
}
