import { SAMPLE_PASSWORD, sampleAccounts, STORY } from '@linli/sample';
import type { DemonstrationSignIns } from '../announce.js';

const ROLE_NAMES: Readonly<Record<string, string>> = {
  DISTRICT_CADRE: '區級 district',
  TOWN_CADRE: '沙北街道 sub-district',
  COMMUNITY_CADRE: '嵩山路社區 community',
  BRANCH_SECRETARY: '小區黨支部書記 branch secretary',
  GRID_LEAD: '網格長 grid lead',
  BUILDING_LEAD: '樓棟長 building lead',
  CENTRE_STAFF: '中心前台 front desk',
  KITCHEN: '廚房 kitchen',
  DELIVERY_VOLUNTEER: '送餐志願者 delivery',
  HOME_WORKER: '上門服務員 home visits',
};

const CENTRES: Readonly<Record<string, string>> = { shabei: '沙北', longta: '龍塔' };

/** Who may come in: made-up people, and one password that only a demonstration has. */
export const demonstrationSignIns: DemonstrationSignIns = {
  residents: Object.values(STORY).map(({ name, phone, age }) => ({
    account: phone,
    who: `${name} ${String(age)} 歲`,
  })),
  staff: sampleAccounts('', '').map(({ account, name, duties: [duty] }) => ({
    account,
    who: `${name} ${CENTRES[duty?.centreKey ?? ''] ?? ''}${ROLE_NAMES[duty?.role ?? ''] ?? ''}`,
  })),
  password: SAMPLE_PASSWORD,
};
