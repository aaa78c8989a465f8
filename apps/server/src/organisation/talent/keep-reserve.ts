import type { OrganisationId, Viewer } from '@linli/domain/access';
import { plainDateOf } from '@linli/domain/base';
import { maskedName } from '@linli/domain/organisation/people';
import type { OrganisationKind } from '@linli/domain/organisation/structure';
import {
  type AddToReserveInput,
  type CloseReserveInput,
  keepsReserve,
  type ReserveId,
} from '@linli/domain/organisation/talent';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import {
  type Database,
  now,
  secondLook,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { reachedOrganisations } from '../members/index.js';
import { residentsReached } from '../people/index.js';
import { reserveEntry } from './talent.queries.js';
import type { ReserveEntry } from './talent.type.js';

const onList = statement<
  AddToReserveInput,
  { kind: OrganisationKind | null; isOnIt: boolean; organisationId: OrganisationId }
>({
  name: 'may-join-reserve',
  text: `
    SELECT organisation.kind, organisation.id AS organisation_id,
      EXISTS (
        SELECT FROM reserve_entry WHERE list = :list AND resident_id = :residentId AND last_day IS NULL
      ) AS is_on_it
    FROM organisation WHERE organisation.id = :organisationId`,
});
const insert = statement<AddToReserveInput & { by: string }, never>({
  name: 'insert-reserve-entry',
  text: `
    INSERT INTO reserve_entry (id, list, organisation_id, resident_id, since, note, added_by)
    VALUES (:id, :list, :organisationId, :residentId, :since, :note, :by)`,
});
const close = statement<CloseReserveInput & { by: string }, { id: ReserveId }>({
  name: 'close-reserve-entry',
  text: `
    UPDATE reserve_entry SET last_day = :lastDay, outcome = :outcome, closed_by = :by
    WHERE id = :id AND last_day IS NULL RETURNING id`,
});

const KEYS = ['list', 'organisationId', 'residentId', 'since', 'note'] as const;

/** 入庫. */
export const addToReserve = (
  db: Database,
  viewer: Viewer,
  input: AddToReserveInput,
): Promise<ReserveEntry | Refused> =>
  secondLook(() =>
    transaction(db, async (tx) => {
      await reachedOrganisations(tx, viewer, 'KEEP_RESERVES', [input.organisationId]);
      await residentsReached(tx, viewer, [input.residentId]);
      const earlier = await reserveEntry(tx, input.id);
      if (earlier)
        return KEYS.every((key) => earlier[key] === input[key]) ? earlier : new Refused('CONFLICT');
      const [found] = await onList(tx, input);
      if (!found?.kind || !keepsReserve(input.list, found.kind)) return new Refused('NO_RESERVE_HERE');
      if (input.since > plainDateOf(await now(tx))) return new Refused('DAY_IN_FUTURE');
      if (found.isOnIt) return new Refused('ON_RESERVE_ALREADY');
      await insert(tx, { ...input, by: viewer.name });
      return noted(tx, viewer, 'RESERVE_ADDED', input.id);
    }),
  );

/** 出庫 With what became of them. */
export const closeReserve = (
  db: Database,
  viewer: Viewer,
  input: CloseReserveInput,
): Promise<ReserveEntry | Refused> =>
  transaction(db, async (tx) => {
    const entry = await reserveEntry(tx, input.id);
    if (!entry) throw notFound('reserve entry');
    await reachedOrganisations(tx, viewer, 'KEEP_RESERVES', [entry.organisationId]);
    if (input.lastDay > plainDateOf(await now(tx))) return new Refused('DAY_IN_FUTURE');
    if (input.lastDay < entry.since) return new Refused('BEFORE_LAST_CHANGE', { last: entry.since });
    const [closed] = await close(tx, { ...input, by: viewer.name });
    if (closed) return noted(tx, viewer, 'RESERVE_CLOSED', input.id);
    const after = (await reserveEntry(tx, input.id)) ?? entry;
    const isSame = after.lastDay === input.lastDay && after.outcome === input.outcome;
    return isSame ? after : new Refused('CONFLICT');
  });

async function noted(tx: Transaction, viewer: Viewer, action: string, id: ReserveId): Promise<ReserveEntry> {
  const entry = await reserveEntry(tx, id);
  if (!entry) throw notFound('reserve entry');
  const own = placesOf(viewer);
  await recordAudit(tx, {
    ...{ actor: actorOf(viewer), action },
    subject: { kind: 'RESERVE', id, name: maskedName(entry.name) },
    detail: { list: entry.list, outcome: entry.outcome },
    places: { ...own, organisationIds: [...own.organisationIds, entry.organisationId] },
  });
  return entry;
}
