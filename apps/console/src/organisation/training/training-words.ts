import type {
  LearningDuty,
  TrainingAudience,
  TrainingDue,
  TrainingForm,
  TrainingState,
} from '../../gql/graphql';

export const AUDIENCES = [
  ...['SECRETARIES', 'PARTY_WORKERS', 'ALL_MEMBERS', 'ACTIVISTS'],
] as readonly TrainingAudience[];
export const FORMS = [
  ...['GATHERED', 'SECRETARY_CLASS', 'WITH_MEETING', 'SITE_VISIT'],
] as readonly TrainingForm[];
export const STATE_TONES = {
  PLANNED: 'info',
  HELD: 'warn',
  SIGNED: 'ok',
  CANCELLED: 'mute',
} as const satisfies Record<TrainingState, string>;
export const DUE_TONES = {
  HELD: 'ok',
  MISSED: 'bad',
  DUE: 'warn',
  AHEAD: 'mute',
} as const satisfies Record<TrainingDue, string>;
export const DUTY_ICONS = {
  MEMBER: 'users',
  POST_HOLDER: 'user-check',
  NEW_SECRETARY: 'badge-check',
} as const satisfies Record<LearningDuty, string>;

/** Hours, to a tenth. */
export const hoursOf = (minutes: number): string => String(Math.round(minutes / 6) / 10);
/** Minutes of what was typed as hours; none when it is no such number. */
export const minutesOf = (hours: string): number | undefined => {
  const minutes = Math.round(Number(hours) * 60);
  return hours.trim() !== '' && minutes >= 15 && minutes <= 2400 ? minutes : undefined;
};
