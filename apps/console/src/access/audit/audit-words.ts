import type { ConsoleKey } from '@linli/i18n/console';
import type { AuditEntriesQuery } from '../../gql/graphql';
import type { Words } from '../../kit/words';

export type Entry = AuditEntriesQuery['auditEntries']['edges'][number]['node'];

const KNOWN = [
  ...([
    'SIGNED_IN',
    'SIGN_IN_FAILED',
    'SIGNED_OUT',
    'SESSION_REVOKED',
    'PASSWORD_CHANGED',
    'PASSWORD_RESET',
  ] as const),
  ...([
    'TOTP_ON',
    'TOTP_OFF',
    'ACCOUNT_CREATED',
    'ACCOUNT_DISABLED',
    'ACCOUNT_ENABLED',
    'DUTY_GRANTED',
  ] as const),
  ...(['DUTY_ENDED', 'RESIDENTS_FOUND', 'RESIDENT_REGISTERED', 'DESK_SHOWN', 'KITCHEN_SHEET_SHOWN'] as const),
  ...(['SCREEN_PAIRED', 'SCREEN_REVOKED', 'ALLERGY_OVERRIDDEN'] as const),
  ...(['BOOKING_APPROVED', 'BOOKING_DECLINED', 'NO_SHOW_HEALED', 'NO_SHOW_UPHELD'] as const),
  ...(['IMPORT_COMMITTED', 'AREA_RENAMED', 'AREA_CLOSED'] as const),
  ...(['ORGANISATION_SET_UP', 'ORGANISATION_RENAMED', 'ORGANISATION_CLOSED'] as const),
  ...(['SERVICE_SAVED', 'TIMETABLE_PUBLISHED', 'DAY_CLOSED', 'DAY_REOPENED'] as const),
] as const satisfies readonly (ConsoleKey extends infer Key
  ? Key extends `console.audit.act.${infer Act}`
    ? Act
    : never
  : never)[];

/** An act in words; one that has none yet by its code, so that nothing is hidden. */
export function actInWords({ t }: Pick<Words, 't'>, action: string): string {
  const known = KNOWN.find((one) => one === action);
  return known ? t(`console.audit.act.${known}`) : action;
}

/** What else is on record: lists by their number, the rest as it is. */
export function detailInWords({ t }: Pick<Words, 't'>, detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .filter(([name]) => !(name === 'count' && Array.isArray(detail.ids)))
    .map(([name, value]) =>
      Array.isArray(value)
        ? t('console.audit.records', { count: value.length })
        : `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    )
    .join(' · ');
}
