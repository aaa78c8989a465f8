import type { Viewer } from '@linli/domain/access';
import { addDays } from '@linli/domain/base';
import type { CloseAreaInput, RenameAreaInput } from '@linli/domain/organisation/structure';
import { type Database, transaction } from '../../platform/database/index.js';
import type { Refused } from '../../platform/graphql/index.js';
import { asStored } from '../../platform/han/index.js';
import type { Area } from './area.entity.js';
import { areaById } from './area.queries.js';
import { auditChange } from './audit-change.js';
import { authorOf } from './author.js';
import { endCovers } from './covers.js';
import { tellOfTree } from './import-areas.js';
import { lockTrees } from './known-areas.js';
import { areaToChange } from './node-to-change.js';
import { recordChanges } from './record-changes.js';
import { refuseClosing, refuseChange } from './refuse-change.js';
import { areaWriter } from './write-tree.js';

export const renameArea = (db: Database, viewer: Viewer, input: RenameAreaInput): Promise<Area | Refused> =>
  transaction(db, async (tx) => {
    const { id, effectiveOn, documentNumber } = input;
    const author = authorOf(viewer);
    await lockTrees(tx);
    const area = await areaToChange(tx, author.reach, id);
    const name = await asStored(input.name, [area.name]);
    const officialName = await asStored(input.officialName, [area.officialName]);
    if (area.name === name && area.officialName === officialName) return areaById(tx, id, effectiveOn);
    const refused = refuseChange(area, effectiveOn);
    if (refused) return refused;

    await areaWriter.revise(tx, [{ id, on: effectiveOn, set: { name, officialName } }]);
    const subject = { areaId: id, subjectName: area.name, effectiveOn, documentNumber };
    await recordChanges(tx, author, [{ kind: 'RENAMED', ...subject, before: area.name, after: name }]);
    await tellOfTree(tx, 'structure.area-renamed', { areaId: id });
    const renamed = await areaById(tx, id, effectiveOn);
    await auditChange(tx, viewer, {
      ...{ action: 'AREA_RENAMED', subject: { kind: 'AREA', id, name: area.name }, areaIds: [id] },
      detail: { after: name, effectiveOn, documentNumber },
    });
    return renamed;
  });

/** The day that the closing takes effect is the first on which the area is no more. */
export const closeArea = (db: Database, viewer: Viewer, input: CloseAreaInput): Promise<Area | Refused> =>
  transaction(db, async (tx) => {
    const { id, effectiveOn, documentNumber } = input;
    const author = authorOf(viewer);
    const lastDay = addDays(effectiveOn, -1);
    await lockTrees(tx);
    const area = await areaToChange(tx, author.reach, id);
    if (area.validTo === lastDay) return areaById(tx, id, lastDay);
    const refused = await refuseClosing(tx, 'area', area, effectiveOn);
    if (refused) return refused;

    await areaWriter.revise(tx, [{ id, on: effectiveOn, lastDay }]);
    const ended = await endCovers(tx, 'area', [{ id, lastDay }]);
    const subject = { areaId: id, subjectName: area.name, effectiveOn, documentNumber };
    const uncovered = ended.map(({ organisationId }) => ({
      kind: 'UNCOVERED' as const,
      ...subject,
      organisationId,
    }));
    await recordChanges(tx, author, [{ kind: 'CLOSED', ...subject }, ...uncovered]);
    await tellOfTree(tx, 'structure.area-closed', { areaId: id });
    const closed = await areaById(tx, id, lastDay);
    await auditChange(tx, viewer, {
      ...{ action: 'AREA_CLOSED', subject: { kind: 'AREA', id, name: area.name }, areaIds: [id] },
      detail: { effectiveOn, documentNumber },
    });
    return closed;
  });
