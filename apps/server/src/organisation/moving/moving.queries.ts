import type { OrganisationId, Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { type MovingId, silenceOn } from '@linli/domain/organisation/moving';
import { recordRead } from '../../access/audit/index.js';
import { behindWall, type Database, statement, type Transaction } from '../../platform/database/index.js';
import { organisationsReached, reachedOrganisations } from '../members/index.js';
import { today } from '../structure/index.js';
import type { InServiceMember, MovingMember } from './moving.type.js';

type Row = Omit<MovingMember, 'dueOn' | 'silence'> & { readonly today: PlainDate };
interface Listed {
  readonly organisationId: OrganisationId;
}

const movingColumns = `
  m.id, m.resident_id, resident.name, m.organisation_id, organisation.name AS organisation_name, m.direction, m.since,
  m.expected_until, m.place, m.contact, m.every_months, m.last_day, last.heard_on, last.note AS last_note,
  ${today} AS today
  FROM moving_member m JOIN organisation ON organisation.id = m.organisation_id
    JOIN resident ON resident.id = m.resident_id
    LEFT JOIN LATERAL (
      SELECT heard_on, note FROM moving_report r WHERE r.moving_id = m.id ORDER BY heard_on DESC, r.id DESC LIMIT 1
    ) last ON true`;

const movingRows = statement<Listed, Row>({
  name: 'moving-members',
  text: `
    SELECT ${movingColumns}
    WHERE organisation.lineage @> ARRAY[:organisationId::uuid] AND m.last_day IS NULL
    ORDER BY coalesce(last.heard_on, m.since), m.id LIMIT 500`,
});
const movingById = statement<{ id: MovingId }, Row>({
  name: 'moving-member',
  text: `SELECT ${movingColumns} WHERE m.id = :id`,
});

const withSilence = ({ today: on, ...row }: Row): MovingMember => {
  const { dueOn, state } = silenceOn(row.heardOn ?? row.since, row.everyMonths, on);
  return { ...row, dueOn, silence: state };
};

async function shown<Shown extends { readonly residentId: string }>(
  db: Database,
  viewer: Viewer,
  { action, organisationId }: Listed & { readonly action: string },
  read: (tx: Transaction) => Promise<Shown[]>,
): Promise<Shown[]> {
  await reachedOrganisations(db, viewer, 'SEE_MEMBERS', [organisationId]);
  const rows = await behindWall(db, await organisationsReached(db, viewer, 'SEE_MEMBERS'), read);
  await recordRead(db, viewer, {
    ...{ action, subjectKind: 'MEMBER', ids: rows.map(({ residentId }) => residentId) },
    places: { organisationIds: [organisationId] },
  });
  return rows;
}

/** 流動黨員 Whoever is away from an organisation and those below it, the longest silent first. */
export const movingMembers = (db: Database, viewer: Viewer, organisationId: OrganisationId) =>
  shown(db, viewer, { action: 'MOVING_SHOWN', organisationId }, async (tx) =>
    (await movingRows(tx, { organisationId })).map(withSilence),
  );
export const movingMember = async (db: Database, id: MovingId): Promise<MovingMember | undefined> =>
  (await movingById(db, { id })).map(withSilence)[0];

const inServiceColumns = `
  r.id, r.resident_id, resident.name, r.organisation_id, organisation.name AS organisation_name, r.unit, r.level, r.since,
  (SELECT count(*)::int FROM estate_service s
   WHERE s.report_id = r.id AND s.served_on >= date_trunc('year', ${today})) AS services,
  last.served_on, last.what AS last_service,
  (SELECT max(year) FROM unit_reply u WHERE u.report_id = r.id) AS replied_for
  FROM estate_report r JOIN organisation ON organisation.id = r.organisation_id
    JOIN resident ON resident.id = r.resident_id
    LEFT JOIN LATERAL (
      SELECT served_on, what FROM estate_service s WHERE s.report_id = r.id ORDER BY served_on DESC, s.id DESC LIMIT 1
    ) last ON true`;
const inServiceRows = statement<Listed, InServiceMember>({
  name: 'in-service-members',
  text: `
    SELECT ${inServiceColumns} WHERE organisation.lineage @> ARRAY[:organisationId::uuid]
    ORDER BY organisation.name, r.level, r.unit, resident.name, r.id LIMIT 500`,
});
const inServiceById = statement<{ id: MovingId }, InServiceMember>({
  name: 'in-service-member',
  text: `SELECT ${inServiceColumns} WHERE r.id = :id`,
});

/** 雙報到 Who reported to the estates. */
export const inServiceMembers = (db: Database, viewer: Viewer, organisationId: OrganisationId) =>
  shown(db, viewer, { action: 'IN_SERVICE_SHOWN', organisationId }, (tx) =>
    inServiceRows(tx, { organisationId }),
  );
export const inServiceMember = async (db: Database, id: MovingId): Promise<InServiceMember | undefined> =>
  (await inServiceById(db, { id }))[0];
