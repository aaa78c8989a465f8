import { outboxPage } from './access/codes/index.js';
import { attendancePage } from './organisation/life/index.js';
import { membersPage } from './organisation/members/index.js';
import { calendarPage } from './services/calendar-feed/index.js';
import { claimPage } from './services/claims/index.js';
import { menuSheetPage } from './services/menus/index.js';

/** What is served beside the API: pages, feeds and files. */
export const pages = [outboxPage, calendarPage, claimPage, menuSheetPage, membersPage, attendancePage];
