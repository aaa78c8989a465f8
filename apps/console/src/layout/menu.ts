import type { DeskIconName } from '@linli/ui/desk';
import type { Action, Role } from '../gql/graphql';

export interface Entry {
  readonly path: string;
  readonly icon: DeskIconName;
  readonly word:
    | 'console.menu.desk'
    | 'console.menu.waitlists'
    | 'console.menu.decisions'
    | 'console.menu.standing'
    | 'console.menu.kitchen'
    | 'console.menu.rounds'
    | 'console.menu.classes'
    | 'console.menu.visits'
    | 'console.menu.welfare'
    | 'console.menu.undelivered'
    | 'console.menu.subsidies'
    | 'console.menu.claims'
    | 'console.menu.services'
    | 'console.menu.resources'
    | 'console.menu.organisation'
    | 'console.menu.members'
    | 'console.menu.posts'
    | 'console.menu.talent'
    | 'console.menu.moving'
    | 'console.menu.becoming'
    | 'console.menu.ratings'
    | 'console.menu.life'
    | 'console.menu.joint'
    | 'console.menu.points'
    | 'console.menu.training'
    | 'console.menu.accounts'
    | 'console.menu.audit'
    | 'console.menu.screens';
  /** Any of these opens the door. */
  readonly needs: readonly Action[];
}

export interface Group {
  readonly word:
    'console.menu.today' | 'console.menu.service' | 'console.menu.structure' | 'console.menu.system';
  readonly entries: readonly Entry[];
}

const GROUPS: readonly Group[] = [
  {
    word: 'console.menu.today',
    entries: [
      { path: '/desk', icon: 'layout-dashboard', word: 'console.menu.desk', needs: ['CHECK_IN'] },
      { path: '/waitlists', icon: 'list-ordered', word: 'console.menu.waitlists', needs: ['CHECK_IN'] },
      { path: '/standing', icon: 'repeat', word: 'console.menu.standing', needs: ['CHECK_IN'] },
      {
        path: '/decisions',
        icon: 'clipboard-check',
        word: 'console.menu.decisions',
        needs: ['DECIDE_BOOKINGS'],
      },
      { path: '/classes', icon: 'graduation-cap', word: 'console.menu.classes', needs: ['CHECK_IN'] },
      { path: '/kitchen', icon: 'chef-hat', word: 'console.menu.kitchen', needs: ['SEE_KITCHEN'] },
      { path: '/rounds', icon: 'bike', word: 'console.menu.rounds', needs: ['DELIVER'] },
      { path: '/visits', icon: 'map-pin', word: 'console.menu.visits', needs: ['VISIT_HOMES'] },
      { path: '/welfare', icon: 'heart-pulse', word: 'console.menu.welfare', needs: ['CHECK_WELFARE'] },
      { path: '/undelivered', icon: 'phone', word: 'console.menu.undelivered', needs: ['SEE_BOOKINGS'] },
    ],
  },
  {
    word: 'console.menu.service',
    entries: [
      { path: '/services', icon: 'calendar-days', word: 'console.menu.services', needs: ['MANAGE_SERVICES'] },
      { path: '/resources', icon: 'door-closed', word: 'console.menu.resources', needs: ['MANAGE_SERVICES'] },
      { path: '/subsidies', icon: 'scale', word: 'console.menu.subsidies', needs: ['MANAGE_SUBSIDIES'] },
      { path: '/claims', icon: 'file-text', word: 'console.menu.claims', needs: ['MANAGE_CLAIMS'] },
    ],
  },
  {
    word: 'console.menu.structure',
    entries: [
      { path: '/organisation', icon: 'network', word: 'console.menu.organisation', needs: ['SEE_STRUCTURE'] },
      { path: '/members', icon: 'users', word: 'console.menu.members', needs: ['SEE_MEMBERS'] },
      { path: '/becoming', icon: 'user-plus', word: 'console.menu.becoming', needs: ['SEE_MEMBERS'] },
      { path: '/moving', icon: 'map-pin', word: 'console.menu.moving', needs: ['SEE_MEMBERS'] },
      { path: '/posts', icon: 'user-check', word: 'console.menu.posts', needs: ['SEE_MEMBERS'] },
      { path: '/talent', icon: 'key-round', word: 'console.menu.talent', needs: ['SEE_SECRETARIES'] },
      { path: '/ratings', icon: 'badge-check', word: 'console.menu.ratings', needs: ['SEE_RATINGS'] },
      { path: '/life', icon: 'landmark', word: 'console.menu.life', needs: ['SEE_LIFE'] },
      { path: '/training', icon: 'graduation-cap', word: 'console.menu.training', needs: ['SEE_LIFE'] },
      { path: '/joint', icon: 'clipboard-check', word: 'console.menu.joint', needs: ['SEE_LIFE'] },
      { path: '/points', icon: 'badge-check', word: 'console.menu.points', needs: ['SEE_LIFE'] },
    ],
  },
  {
    word: 'console.menu.system',
    entries: [
      { path: '/accounts', icon: 'users', word: 'console.menu.accounts', needs: ['MANAGE_ACCOUNTS'] },
      { path: '/audit', icon: 'scroll-text', word: 'console.menu.audit', needs: ['SEE_AUDIT'] },
      { path: '/screens', icon: 'monitor', word: 'console.menu.screens', needs: ['MANAGE_SCREENS'] },
    ],
  },
];

/** Only the doors that open for this viewer. */
export const menuFor = (actions: readonly Action[]): Group[] =>
  GROUPS.map((group) => ({
    ...group,
    entries: group.entries.filter(({ needs }) => needs.some((action) => actions.includes(action))),
  })).filter(({ entries }) => entries.length > 0);

/** A cadre may do all that a desk does, but the day's work is the organisation. */
const WORK_OF: Partial<Record<Role, string>> = {
  DISTRICT_CADRE: '/organisation',
  TOWN_CADRE: '/organisation',
  COMMUNITY_CADRE: '/organisation',
  BRANCH_SECRETARY: '/organisation',
  GRID_LEAD: '/organisation',
  BUILDING_LEAD: '/organisation',
};

/** Where the viewer starts the day: where the work of the first duty is, otherwise at the first door that opens. */
export function firstDoor(actions: readonly Action[], roles: readonly Role[]): string {
  const doors = menuFor(actions).flatMap(({ entries }) => entries.map(({ path }) => path));
  const work = roles[0] && WORK_OF[roles[0]];
  return (work !== undefined && doors.includes(work) ? work : doors[0]) ?? '/account';
}

/** Doors inside a room, for fewer people than the room. */
const INNER: readonly Pick<Entry, 'path' | 'needs'>[] = [
  { path: '/kitchen/labels', needs: ['RUN_KITCHEN'] },
  { path: '/kitchen/clashes', needs: ['CHECK_IN'] },
  { path: '/kitchen/menus', needs: ['MANAGE_MENUS'] },
];

/** An address that is no door at all is nobody's secret: it leads to the first door. */
export const isClosed = (actions: readonly Action[], path: string): boolean => {
  const doors = [...INNER, ...GROUPS.flatMap(({ entries }) => entries)];
  const door = doors.find((entry) => path.startsWith(entry.path));
  return door !== undefined && !door.needs.some((action) => actions.includes(action));
};
