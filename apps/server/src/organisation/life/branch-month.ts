import type { OrganisationId, Viewer } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import { kindsHeldBy } from '@linli/domain/organisation/life';
import { type Database, statement } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import { organisationsReached } from '../members/index.js';
import { absentees, birthdays } from './absences.js';
import type { BranchMonth, DebtReminder } from './branch-month.type.js';
import { cadenceOf } from './cadence.queries.js';
import { cellOf, isReached, lifeBranches } from './overview.js';
import { meetingsOf, namesShown } from './meeting.queries.js';

const reminders = statement<{ ids: readonly OrganisationId[]; today: PlainDate }, DebtReminder>({
  name: 'debt-reminders',
  text: `
    SELECT organisation_id, kind, due_on FROM debt_reminder
    WHERE organisation_id = ANY (:ids) AND due_on >= :today ORDER BY due_on, kind`,
});

const MONTHS_WAITING = 92;

/** One branch with its groups. Nothing named: the first that the viewer keeps. */
export async function branchMonth(
  db: Database,
  viewer: Viewer,
  asked: OrganisationId | null,
): Promise<BranchMonth> {
  const tops = await organisationsReached(db, viewer, 'SEE_LIFE');
  const organisationId = asked ?? (await firstBranch(db, viewer));
  const { bodies, cells, today } = await cadenceOf(db, { tops, organisationId });
  const branch = bodies.find(({ id }) => id === organisationId);
  if (!branch) throw notFound('organisation');
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  const due = cells.filter(
    ({ period, required }) => required > 0 && period.from <= today && today <= period.to,
  );
  const monthEnd = addDays(
    `${addDays(`${today.slice(0, 8)}28` as PlainDate, 4).slice(0, 8)}01` as PlainDate,
    -1,
  );
  const meetings = await meetingsOf(db, tops, {
    ...{ organisationId, from: addDays(today, -MONTHS_WAITING), to: addDays(monthEnd, 31) },
  });
  const missing = await absentees(db, { organisationId, today });
  const born = await birthdays(db, { organisationId, today });
  const told = await reminders(db, { ids: bodies.map(({ id }) => id), today });
  const kept = await organisationsReached(db, viewer, 'KEEP_LIFE');
  await namesShown(
    db,
    viewer,
    organisationId,
    [...missing, ...born].map(({ residentId }) => residentId),
  );
  const open = new Set(
    due
      .filter((cell) => cell.missing > 0)
      .map((cell) => `${cell.organisationId} ${cell.kind} ${cell.period.to}`),
  );
  return {
    ...{ organisationId, name: branch.name, kind: branch.kind, today, kinds: kindsHeldBy(branch.kind) },
    due: due.map((cell) => cellOf(cell, names)),
    debts: cells.filter(({ state }) => state === 'OWED').map((cell) => cellOf(cell, names)),
    meetings: meetings.filter(
      ({ state, day }) => day.slice(0, 7) >= today.slice(0, 7) || state === 'ANNOUNCED' || state === 'HELD',
    ),
    ...{ absentees: missing, birthdays: born, mayKeep: await isReached(db, kept, organisationId) },
    reminders: told.filter((each) => open.has(`${each.organisationId} ${each.kind} ${each.dueOn}`)),
  };
}

async function firstBranch(db: Database, viewer: Viewer): Promise<OrganisationId> {
  const [first] = await lifeBranches(db, viewer);
  if (!first) throw notFound('organisation');
  return first.organisationId;
}
