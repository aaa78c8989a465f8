import { idOf } from './random.js';

export interface SampleAccount {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly duties: readonly {
    readonly id: string;
    readonly role: string;
    readonly areaCode?: string;
    readonly centreKey?: string;
    readonly organisationKey?: string;
  }[];
}

/** The one password of all made-up accounts, for a demonstration only. */
export const SAMPLE_PASSWORD = 'linli-shifan-2026';

type Place = Omit<SampleAccount['duties'][number], 'id' | 'role'>;

const account = (name: string, person: string, role: string, place: Place): SampleAccount => ({
  ...{ id: idOf(`account ${name}`), account: name, name: person },
  duties: [{ id: idOf(`duty ${name}`), role, ...place }],
});

/** One of each role. The estate of the branch secretary is filled in by whoever knows which estates there are. */
export const sampleAccounts = (estateCode: string, buildingCode: string): readonly SampleAccount[] => [
  account('qu.zuzhi', '段永強', 'DISTRICT_CADRE', { areaCode: '411103' }),
  account('shabei.dangwu', '賈志紅', 'TOWN_CADRE', { areaCode: '411103001' }),
  account('songshanlu.shequ', '謝海燕', 'COMMUNITY_CADRE', { areaCode: '411103001001' }),
  account('zhibu.shuji', '邱建業', 'BRANCH_SECRETARY', { organisationKey: `estate ${estateCode}` }),
  account('wangge.yuan', '田俊霞', 'GRID_LEAD', { areaCode: '411103001001901' }),
  account('loudong.zhang', '牛保國', 'BUILDING_LEAD', { areaCode: buildingCode }),
  account('shabei.qiantai', '周秀芬', 'CENTRE_STAFF', { centreKey: 'shabei' }),
  account('shabei.chufang', '邱師傅', 'KITCHEN', { centreKey: 'shabei' }),
  account('shabei.songcan', '老魏', 'DELIVERY_VOLUNTEER', { centreKey: 'shabei' }),
  account('shabei.shangmen', '王芳', 'HOME_WORKER', { centreKey: 'shabei' }),
  account('longta.qiantai', '程麗娟', 'CENTRE_STAFF', { centreKey: 'longta' }),
];

/** Who brings the meals where the accounts above have nobody: known by name, without a sign-in of their own to print. */
export const sampleVolunteers: readonly SampleAccount[] = [
  account('longta.songcan', '范志勇', 'DELIVERY_VOLUNTEER', { centreKey: 'longta' }),
  account('songjiang.songcan', '柴素梅', 'DELIVERY_VOLUNTEER', { centreKey: 'songjiang' }),
  account('xindian.songcan', '靳長水', 'DELIVERY_VOLUNTEER', { centreKey: 'xindian' }),
];

/** Who sits at the desk of a centre, where somebody of the accounts above does. */
export const sampleDesks: Readonly<Record<string, string>> = {
  shabei: idOf('account shabei.qiantai'),
  longta: idOf('account longta.qiantai'),
};
