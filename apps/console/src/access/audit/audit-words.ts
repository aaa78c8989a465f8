import type { ConsoleKey } from '@linli/i18n/console';
import type { AuditEntriesQuery } from '../../gql/graphql';
import type { Words } from '../../kit/words';

export type Entry = AuditEntriesQuery['auditEntries']['edges'][number]['node'];

type ActOf<Key> = Key extends `console.audit.act.${infer Act}` ? Act : never;
type Act = Exclude<ActOf<ConsoleKey>, 'other'>;

/** All acts that have a word: one that is not here does not compile. */
const ACTS: Readonly<Record<Act, true>> = {
  ...{ SIGNED_IN: true, SIGN_IN_FAILED: true, SIGNED_OUT: true, SESSION_REVOKED: true },
  ...{ PASSWORD_CHANGED: true, PASSWORD_RESET: true, TOTP_ON: true, TOTP_OFF: true },
  ...{
    ACCOUNT_CREATED: true,
    ACCOUNT_DISABLED: true,
    ACCOUNT_ENABLED: true,
    DUTY_GRANTED: true,
    DUTY_ENDED: true,
  },
  ...{ RESIDENTS_FOUND: true, RESIDENT_REGISTERED: true, DESK_SHOWN: true, KITCHEN_SHEET_SHOWN: true },
  ...{ SCREEN_PAIRED: true, SCREEN_REVOKED: true, ALLERGY_OVERRIDDEN: true },
  ...{ BOOKING_APPROVED: true, BOOKING_DECLINED: true, NO_SHOW_HEALED: true, NO_SHOW_UPHELD: true },
  ...{
    MENU_SAVED: true,
    MENUS_COPIED: true,
    MENUS_IMPORTED: true,
    DISH_SUBSTITUTED: true,
    CLAIM_EXPORTED: true,
  },
  ...{ CLAIM_DRAFTED: true, CLAIM_SUBMITTED: true, CLAIM_ACCEPTED: true, CLAIM_RETURNED: true },
  ...{ CLAIM_LINE_COUNTERED: true, SUBSIDY_RULE_PROPOSED: true, SUBSIDY_RULE_ENDED: true },
  ...{ FOOD_SAFETY_CORRECTED: true, MEAL_RELEASE_WITHDRAWN: true },
  ...{ MEAL_RELEASED: true, LABELS_SHOWN: true, ALLERGY_CLASHES_SHOWN: true },
  ...{
    DELIVERY_PLAN_SHOWN: true,
    HOME_VISITS_SHOWN: true,
    WELFARE_CHECK_CLOSED: true,
    WELFARE_NUMBER_SHOWN: true,
    NUMBER_TO_CALL_SHOWN: true,
  },
  ...{ MEMBERS_SHOWN: true, MEMBER_SHOWN: true, MEMBER_JOINED: true, MEMBER_TRANSFERRED: true },
  ...{ MEMBER_STAGE_CHANGED: true, MEMBER_LEFT: true, MEMBER_EXEMPTED: true, MEMBER_EXEMPTION_ENDED: true },
  ...{ POSTS_SHOWN: true, POST_BEGUN: true, POST_ENDED: true },
  ...{ SECRETARIES_SHOWN: true, RESERVES_SHOWN: true, RESERVE_ADDED: true, RESERVE_CLOSED: true },
  ...{ JOINT_MEETING_CALLED: true, JOINT_MEETING_CONCLUDED: true, JOINT_MEETING_CANCELLED: true },
  ...{ TRAINING_PLANNED: true, TRAINING_SCHEDULED: true, TRAINING_RECORDED: true, TRAINING_SIGNED: true },
  ...{ TRAINING_CANCELLED: true },
  ...{ JOINT_TASK_NOTED: true, JOINT_TASK_CLOSED: true },
  ...{ MOVING_SHOWN: true, MOVING_RECORDED: true, MOVING_REPORTED: true, MOVING_ENDED: true },
  ...{ IN_SERVICE_SHOWN: true, IN_SERVICE_REPORTED: true, ESTATE_SERVICE_RECORDED: true, UNIT_REPLIED: true },
  ...{ POINTS_SHOWN: true, POINTS_ENTERED: true, POINTS_PUBLISHED: true, POINTS_RETURNED: true },
  ...{
    POINTS_APPEALED: true,
    POINT_APPEAL_ANSWERED: true,
    POINTS_COUNTERED: true,
    POINT_RULES_PUBLISHED: true,
  },
  ...{ BECOMING_SHOWN: true, BECOMING_STEP_TAKEN: true, ACTIVIST_REVIEWED: true },
  ...{ MEMBERS_IMPORTED: true, MEMBERS_EXPORTED: true, ATTENDANCE_EXPORTED: true },
  ...{ PROBATION_EXTENDED: true, APPROVAL_PROLONGED: true, BECOMING_STOPPED: true },
  ...{ CARE_GRANTED: true, CARE_CHANGED: true, CARE_REVOKED: true },
  ...{ EMERGENCY_CONTACTS_SAVED: true, HOME_DOOR_SAVED: true, AREA_PLACED: true },
  ...{ IMPORT_COMMITTED: true, AREA_RENAMED: true, AREA_CLOSED: true },
  ...{ ORGANISATION_SET_UP: true, ORGANISATION_RENAMED: true, ORGANISATION_CLOSED: true },
  ...{ ORGANISATION_MOVED: true, COVERS_CHANGED: true, ORGANISATION_SPLIT: true, ORGANISATIONS_MERGED: true },
  ...{
    SERIES_OPENED: true,
    SERIES_CLOSED: true,
    JOIN_UNTIL_CHANGED: true,
    SERIES_ROLL_SHOWN: true,
    ASSESSMENT_RECORDED: true,
    ASSESSMENTS_SEEN: true,
    DAY_LOG_SEEN: true,
    DAY_LOG_COUNTERED: true,
  },
  ...{ TWO_NEW_RECORDED: true, TWO_NEW_CHANGED: true, TWO_NEW_CLOSED: true, TWO_NEW_ACTIVE: true },
  ...{ RESOURCE_SAVED: true, RESOURCES_ASSIGNED: true, RESOURCE_RETIRED: true, RESOURCE_BROUGHT_BACK: true },
  ...{ SERVICE_SAVED: true, TIMETABLE_PUBLISHED: true, DAY_CLOSED: true, DAY_REOPENED: true },
  ...{ CLOSED_DAY_SHOWN: true },
  ...{
    RATING_TEMPLATE_PUBLISHED: true,
    RATING_DECLARED: true,
    RATING_RATE_ITSELF: true,
    RATING_REVIEW: true,
  },
  ...{ RATING_CONFIRM: true, RATING_PUBLISH: true, RATING_GRANT: true, RATING_UPHOLD_APPEAL: true },
  ...{ RATING_APPEALED: true, RATING_APPEAL_ANSWERED: true, RATING_STAR_WITHDRAWN: true },
  ...{ STANDARD_CHECK_RECORDED: true, MODEL_SITE_NAMED: true },
  ...{ MEETING_PLANNED: true, YEAR_PLANNED: true, MEETING_ANNOUNCED: true, MEETING_CANCELLED: true },
  ...{ ATTENDANCE_MARKED: true, MEETING_MADE_UP: true, MINUTES_KEPT: true, MINUTES_SIGNED: true },
  ...{ ADDENDUM_ADDED: true, ABSENCE_TALK_HELD: true, LIFE_NAMES_SHOWN: true },
};
const KNOWN = Object.keys(ACTS) as readonly Act[];

/** An act in words; one that has none yet by its code, so that nothing is hidden. */
export function actInWords({ t }: Pick<Words, 't'>, action: string): string {
  const known = KNOWN.find((one) => one === action);
  return known ? t(`console.audit.act.${known}`) : t('console.audit.act.other', { code: action });
}

/** The acts whose words have the text in them. */
export function actsNamed({ t }: Pick<Words, 't'>, text: string): string[] {
  const sought = text.trim().toLowerCase();
  return sought === ''
    ? []
    : KNOWN.filter((act) => t(`console.audit.act.${act}`).toLowerCase().includes(sought));
}

/** The trail is older, and may be newer, than this page: what it names may have no word here. */
export function wordFor({ t }: Pick<Words, 't'>, group: string, code: string): string | undefined {
  const key = `${group}.${code}`;
  const word = t(key as 'common.none');
  return word === key ? undefined : word;
}

export const subjectInWords = (words: Pick<Words, 't'>, kind: string): string =>
  wordFor(words, 'console.audit.subject', kind.toUpperCase()) ??
  words.t('console.audit.subject.other', { code: kind });
