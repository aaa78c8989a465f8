import type { Viewer } from '@linli/domain/access';
import { addDays } from '@linli/domain/base';
import type { ChangeCoversInput } from '@linli/domain/organisation/structure';
import { type Database, transaction } from '../../platform/database/index.js';
import type { Refused } from '../../platform/graphql/index.js';
import { auditChange } from './audit-change.js';
import { authorOf } from './author.js';
import { coveringOn, coversSince, endCovers, insertCovers } from './covers.js';
import { tellOfTree } from './import-areas.js';
import { lockTrees } from './known-areas.js';
import { areasToChange, organisationToChange } from './node-to-change.js';
import type { Organisation } from './organisation.entity.js';
import { organisationById } from './organisation.queries.js';
import { recordChanges } from './record-changes.js';
import { refuseChange, refuseIdle } from './refuse-change.js';

/** From the day on it covers these areas: an area that several cover is covered jointly 聯合建. */
export const changeCovers = (
  db: Database,
  viewer: Viewer,
  { id, covers, effectiveOn, documentNumber }: ChangeCoversInput,
): Promise<Organisation | Refused> =>
  transaction(db, async (tx) => {
    const author = authorOf(viewer);
    await lockTrees(tx);
    const organisation = await organisationToChange(tx, author.reach, id);
    const areas = await areasToChange(tx, author.reach, covers);
    const known = await coveringOn(tx, [id], effectiveOn);
    const added = areas.filter((area) => !known.some(({ areaId }) => areaId === area.id));
    const ended = known.filter(({ areaId }) => !covers.includes(areaId));
    if (added.length + ended.length === 0) return organisationById(tx, id, effectiveOn);
    const since = await coversSince(tx, [id]);
    const refused =
      refuseChange(organisation, effectiveOn) ??
      refuseChange({ validTo: null, since }, effectiveOn) ??
      refuseIdle([organisation, ...added], effectiveOn);
    if (refused) return refused;

    const lastDay = addDays(effectiveOn, -1);
    await endCovers(
      tx,
      'pair',
      ended.map(({ areaId }) => ({ id, areaId, lastDay })),
    );
    await insertCovers(
      tx,
      added.map((area) => ({ organisationId: id, areaId: area.id, validFrom: effectiveOn, validTo: null })),
    );
    const subject = { organisationId: id, subjectName: organisation.name, effectiveOn, documentNumber };
    await recordChanges(tx, author, [
      ...added.map((area) => ({ kind: 'COVERED' as const, ...subject, areaId: area.id, after: area.name })),
      ...ended.map(({ areaId, name }) => ({ kind: 'UNCOVERED' as const, ...subject, areaId, before: name })),
    ]);
    await tellOfTree(tx, 'structure.covers-changed', { organisationId: id });
    await auditChange(tx, viewer, {
      ...{
        action: 'COVERS_CHANGED',
        organisationIds: [id],
        areaIds: [...covers, ...ended.map(({ areaId }) => areaId)],
      },
      subject: { kind: 'ORGANISATION', id, name: organisation.name },
      detail: { added: added.length, ended: ended.length, effectiveOn, documentNumber },
    });
    return organisationById(tx, id, effectiveOn);
  });
