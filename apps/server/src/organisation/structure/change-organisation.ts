import type { Viewer } from '@linli/domain/access';
import { addDays } from '@linli/domain/base';
import type { CloseOrganisationInput, RenameOrganisationInput } from '@linli/domain/organisation/structure';
import { type Database, transaction } from '../../platform/database/index.js';
import type { Refused } from '../../platform/graphql/index.js';
import { asStored } from '../../platform/han/index.js';
import { auditChange } from './audit-change.js';
import { authorOf } from './author.js';
import { endCovers } from './covers.js';
import { tellOfTree } from './import-areas.js';
import { lockTrees } from './known-areas.js';
import { organisationToChange } from './node-to-change.js';
import type { Organisation } from './organisation.entity.js';
import { organisationById } from './organisation.queries.js';
import { recordChanges } from './record-changes.js';
import { refuseClosing, refuseChange } from './refuse-change.js';
import { organisationWriter } from './write-tree.js';

export const renameOrganisation = (
  db: Database,
  viewer: Viewer,
  input: RenameOrganisationInput,
): Promise<Organisation | Refused> =>
  transaction(db, async (tx) => {
    const { id, effectiveOn, documentNumber } = input;
    const author = authorOf(viewer);
    await lockTrees(tx);
    const organisation = await organisationToChange(tx, author.reach, id);
    const name = await asStored(input.name, [organisation.name]);
    if (organisation.name === name) return organisationById(tx, id, effectiveOn);
    const refused = refuseChange(organisation, effectiveOn);
    if (refused) return refused;

    await organisationWriter.revise(tx, [{ id, on: effectiveOn, set: { name } }]);
    const subject = { organisationId: id, subjectName: organisation.name, effectiveOn, documentNumber };
    await recordChanges(tx, author, [
      { kind: 'RENAMED', ...subject, before: organisation.name, after: name },
    ]);
    await tellOfTree(tx, 'structure.organisation-renamed', { organisationId: id });
    const renamed = await organisationById(tx, id, effectiveOn);
    await auditChange(tx, viewer, {
      ...{ action: 'ORGANISATION_RENAMED', organisationIds: [id] },
      subject: { kind: 'ORGANISATION', id, name: organisation.name },
      detail: { after: name, effectiveOn, documentNumber },
    });
    return renamed;
  });

/** What it covered is uncovered from the same day on. */
export const closeOrganisation = (
  db: Database,
  viewer: Viewer,
  { id, effectiveOn, documentNumber }: CloseOrganisationInput,
): Promise<Organisation | Refused> =>
  transaction(db, async (tx) => {
    const author = authorOf(viewer);
    const lastDay = addDays(effectiveOn, -1);
    await lockTrees(tx);
    const organisation = await organisationToChange(tx, author.reach, id);
    if (organisation.validTo === lastDay) return organisationById(tx, id, lastDay);
    const refused = await refuseClosing(tx, 'organisation', organisation, effectiveOn);
    if (refused) return refused;

    await organisationWriter.revise(tx, [{ id, on: effectiveOn, lastDay }]);
    const ended = await endCovers(tx, 'organisation', [{ id, lastDay }]);
    const subject = { organisationId: id, subjectName: organisation.name, effectiveOn, documentNumber };
    const uncovered = ended.map(({ areaId }) => ({ kind: 'UNCOVERED' as const, ...subject, areaId }));
    await recordChanges(tx, author, [{ kind: 'CLOSED', ...subject }, ...uncovered]);
    await tellOfTree(tx, 'structure.organisation-closed', { organisationId: id });
    const closed = await organisationById(tx, id, lastDay);
    await auditChange(tx, viewer, {
      ...{ action: 'ORGANISATION_CLOSED', organisationIds: [id] },
      subject: { kind: 'ORGANISATION', id, name: organisation.name },
      detail: { effectiveOn, documentNumber },
    });
    return closed;
  });
