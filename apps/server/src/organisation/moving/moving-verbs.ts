import type { OrganisationId, PersonId, Viewer } from '@linli/domain/access';
import { type PlainDate, plainDateOf } from '@linli/domain/base';
import { maskedName } from '@linli/domain/organisation/people';
import {
  type EndMovingInput,
  isLongEnough,
  type MovingId,
  type RecordMovingInput,
  type ReportMovingInput,
} from '@linli/domain/organisation/moving';
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
import { inForce, today } from '../structure/index.js';
import { movingMember } from './moving.queries.js';
import type { MovingMember } from './moving.type.js';

export const isLater = async (tx: Transaction, day: PlainDate): Promise<boolean> =>
  day > plainDateOf(await now(tx));

/** Where somebody belongs today, in whatever branch. */
export const belongsTo = statement<{ id: PersonId }, { organisationId: OrganisationId }>({
  name: 'branch-of-moving',
  text: `
    SELECT organisation_id FROM membership_version m
    WHERE m.resident_id = :id AND m.superseded_at IS NULL AND m.stage IN ('FULL', 'PROBATIONARY')
      AND ${inForce('m', today)}`,
});

const away = statement<{ id: PersonId }, { id: MovingId }>({
  name: 'moving-already',
  text: 'SELECT id FROM moving_member WHERE resident_id = :id AND last_day IS NULL',
});
const insert = statement<RecordMovingInput & { by: string }, never>({
  name: 'insert-moving-member',
  text: `
    INSERT INTO moving_member (id, resident_id, organisation_id, direction, since, expected_until, place, contact,
      every_months, recorded_by)
    VALUES (:id, :residentId, :organisationId, :direction, :since, :expectedUntil, :place, :contact, :everyMonths, :by)`,
});

const KEYS = [
  ...(['residentId', 'organisationId', 'direction', 'since', 'expectedUntil'] as const),
  ...(['place', 'contact', 'everyMonths'] as const),
];

/** 流出 of a member of the branch; 流入 of somebody who belongs to none here. */
export const recordMoving = (
  db: Database,
  viewer: Viewer,
  input: RecordMovingInput,
): Promise<MovingMember | Refused> =>
  secondLook(() =>
    transaction(db, async (tx) => {
      const { id, residentId, organisationId, direction } = input;
      await reachedOrganisations(tx, viewer, 'KEEP_MEMBERS', [organisationId]);
      const earlier = await movingMember(tx, id);
      if (earlier)
        return KEYS.every((key) => earlier[key] === input[key]) ? earlier : new Refused('CONFLICT');
      const [own] = await belongsTo(tx, { id: residentId });
      if (direction === 'OUT' && own?.organisationId !== organisationId)
        return new Refused('MOVES_FROM_ELSEWHERE');
      if (direction === 'IN') await residentsReached(tx, viewer, [residentId]);
      if (direction === 'IN' && own) return new Refused('BELONGS_HERE');
      if (await isLater(tx, input.since)) return new Refused('DAY_IN_FUTURE');
      if (!isLongEnough(input.since, input.expectedUntil)) return new Refused('MOVING_TOO_SHORT');
      if ((await away(tx, { id: residentId })).length > 0) return new Refused('MOVING_ALREADY');
      await insert(tx, { ...input, by: viewer.name });
      return noted(tx, viewer, 'MOVING_RECORDED', id);
    }),
  );

const insertReport = statement<ReportMovingInput & { by: string }, { id: MovingId }>({
  name: 'insert-moving-report',
  text: `
    INSERT INTO moving_report (id, moving_id, heard_on, note, recorded_by)
    VALUES (:id, :movingId, :heardOn, :note, :by) ON CONFLICT (id) DO NOTHING RETURNING id`,
});
const sameReport = statement<ReportMovingInput, { isSame: boolean }>({
  name: 'same-moving-report',
  text: `
    SELECT moving_id = :movingId AND heard_on = :heardOn::date AND note IS NOT DISTINCT FROM :note::text AS is_same
    FROM moving_report WHERE id = :id`,
});

async function kept(tx: Transaction, viewer: Viewer, id: MovingId): Promise<MovingMember> {
  const moving = await movingMember(tx, id);
  if (!moving) throw notFound('moving member');
  await reachedOrganisations(tx, viewer, 'KEEP_MEMBERS', [moving.organisationId]);
  return moving;
}

/** 匯報 Somebody who is away was heard of. */
export const reportMoving = (
  db: Database,
  viewer: Viewer,
  input: ReportMovingInput,
): Promise<MovingMember | Refused> =>
  transaction(db, async (tx) => {
    const moving = await kept(tx, viewer, input.movingId);
    const [earlier] = await sameReport(tx, input);
    if (earlier) return earlier.isSame ? moving : new Refused('CONFLICT');
    if (moving.lastDay !== null) return new Refused('MOVING_ENDED');
    if (await isLater(tx, input.heardOn)) return new Refused('DAY_IN_FUTURE');
    if (input.heardOn < moving.since) return new Refused('BEFORE_LAST_CHANGE', { last: moving.since });
    await insertReport(tx, { ...input, by: viewer.name });
    return noted(tx, viewer, 'MOVING_REPORTED', input.movingId);
  });

const close = statement<EndMovingInput, { id: MovingId }>({
  name: 'end-moving',
  text: 'UPDATE moving_member SET last_day = :lastDay WHERE id = :id AND last_day IS NULL RETURNING id',
});

/** 返回 Back, or gone for good. */
export const endMoving = (
  db: Database,
  viewer: Viewer,
  input: EndMovingInput,
): Promise<MovingMember | Refused> =>
  transaction(db, async (tx) => {
    const moving = await kept(tx, viewer, input.id);
    if (moving.lastDay !== null)
      return moving.lastDay === input.lastDay ? moving : new Refused('MOVING_ENDED');
    if (await isLater(tx, input.lastDay)) return new Refused('DAY_IN_FUTURE');
    if (input.lastDay < moving.since) return new Refused('BEFORE_LAST_CHANGE', { last: moving.since });
    await close(tx, input);
    return noted(tx, viewer, 'MOVING_ENDED', input.id);
  });

async function noted(tx: Transaction, viewer: Viewer, action: string, id: MovingId): Promise<MovingMember> {
  const moving = await movingMember(tx, id);
  if (!moving) throw notFound('moving member');
  await recordOf(tx, viewer, action, moving);
  return moving;
}

/** The trail knows the person by the masked name, and the branch. */
export const recordOf = (
  tx: Transaction,
  viewer: Viewer,
  action: string,
  about: Pick<MovingMember, 'residentId' | 'name' | 'organisationId'>,
): Promise<void> => {
  const own = placesOf(viewer);
  return recordAudit(tx, {
    ...{ actor: actorOf(viewer), action },
    subject: { kind: 'MEMBER', id: about.residentId, name: maskedName(about.name) },
    places: { ...own, organisationIds: [...own.organisationIds, about.organisationId] },
  });
};
