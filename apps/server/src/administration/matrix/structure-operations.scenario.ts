import type { AreaId } from '@linli/domain/access';
import { newUuid } from '../../platform/database/index.js';
import type { testApi } from '../../testing/index.js';
import type { Operation } from './operation.scenario.js';
import type { givenPlaces } from './places.scenario.js';
import { asker } from './refusal-driver.scenario.js';

const dated = { effectiveOn: '2026-06-01', documentNumber: '1號' };
const UNIT = { name: '律所', members: 3, cover: 'NONE', organisationId: null };

/** Changes of the two trees, and of the units that hang in them. */
export function structureOperations(
  api: ReturnType<typeof testApi>,
  words: () => Awaited<ReturnType<typeof givenPlaces>>,
): Readonly<Record<string, Operation>> {
  const { mutate } = asker(api);
  const givenUnit = async (area: AreaId): Promise<string> => {
    const id = newUuid();
    await api
      .database()
      .query(
        `INSERT INTO two_new_unit (id, field, area_id, valid_from) VALUES ($1, 'LAW_FIRM', $2, '2024-01-01')`,
        [...[id, area]],
      );
    await api.database().query(
      `INSERT INTO two_new_version (unit_id, name, members, cover, valid_from)
       VALUES ($1, '律所', 3, 'NONE', '2024-01-01')`,
      [id],
    );
    return id;
  };
  return {
    async renameArea({ viewer, area }) {
      const id = await words().givenArea(area);
      return () => mutate(viewer, 'renameArea', { ...dated, id, name: '改名', officialName: '改名' });
    },
    async closeArea({ viewer, area }) {
      const id = await words().givenArea(area);
      return () => mutate(viewer, 'closeArea', { ...dated, id });
    },
    async setUpOrganisation({ viewer, area }) {
      const parentId = await words().givenBranch(area);
      const input = { ...dated, id: newUuid(), parentId, kind: 'AGENCY_BRANCH', name: '支部', covers: [] };
      return () => mutate(viewer, 'setUpOrganisation', input);
    },
    async renameOrganisation({ viewer, area }) {
      const id = await words().givenBranch(area);
      return () => mutate(viewer, 'renameOrganisation', { ...dated, id, name: '改名' });
    },
    async closeOrganisation({ viewer, area }) {
      const id = await words().givenBranch(area);
      return () => mutate(viewer, 'closeOrganisation', { ...dated, id });
    },
    async moveOrganisation({ viewer, area }) {
      const [from, parentId] = [await words().givenBranch(area), await words().givenBranch(area)];
      const id = await words().givenBranch(area, from, 'JOINT_BRANCH');
      return () => mutate(viewer, 'moveOrganisation', { ...dated, id, parentId });
    },
    async changeCovers({ viewer, area }) {
      const id = await words().givenBranch(area);
      return () => mutate(viewer, 'changeCovers', { ...dated, id, covers: [] });
    },
    async splitOrganisation({ viewer, area }) {
      const id = await words().givenBranch(area);
      const into = [{ id: newUuid(), name: '第二支部', covers: [area] }];
      return () => mutate(viewer, 'splitOrganisation', { ...dated, id, into });
    },
    async mergeOrganisations({ viewer, area }) {
      const [id, merged] = [await words().givenBranch(area), await words().givenBranch(area)];
      return () => mutate(viewer, 'mergeOrganisations', { ...dated, id, merged: [merged] });
    },
    recordTwoNewUnit({ viewer, area }) {
      const id = newUuid();
      return Promise.resolve(() =>
        mutate(viewer, 'recordTwoNewUnit', { ...dated, ...UNIT, id, areaId: area, field: 'LAW_FIRM' }),
      );
    },
    async changeTwoNewUnit({ viewer, area }) {
      const id = await givenUnit(area);
      return () => mutate(viewer, 'changeTwoNewUnit', { ...dated, ...UNIT, id, members: 9 });
    },
    async closeTwoNewUnit({ viewer, area }) {
      const id = await givenUnit(area);
      return () => mutate(viewer, 'closeTwoNewUnit', { ...dated, id });
    },
    async recordTwoNewActivity({ viewer, area }) {
      const unitId = await givenUnit(area);
      const input = { id: newUuid(), unitId, heldOn: '2026-06-01', title: '主題黨日' };
      return () => mutate(viewer, 'recordTwoNewActivity', input);
    },
  };
}
