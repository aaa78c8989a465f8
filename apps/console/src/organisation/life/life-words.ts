import type { Tone } from '@linli/ui';
import type { AttendanceMark, CadenceState, LadderRung, MeetingKind, MeetingState } from '../../gql/graphql';
import { useWords } from '../../kit/words';

export const STATE_TONES: Readonly<Record<MeetingState, Tone>> = {
  PLANNED: 'mute',
  ANNOUNCED: 'info',
  HELD: 'warn',
  SIGNED: 'ok',
  CANCELLED: 'mute',
};

export const CADENCE_TONES: Readonly<Record<CadenceState, Tone>> = {
  ...{
    NOT_REQUIRED: 'mute',
    DONE: 'ok',
    LATE: 'ok',
    OWED: 'bad',
    DUE_SOON: 'warn',
    DUE: 'info',
    AHEAD: 'mute',
  },
};

export const RUNG_TONES: Readonly<Record<LadderRung, Tone>> = {
  ...{ NONE: 'mute', TALK: 'warn', CORRECTION: 'info', CORRECTION_OVER: 'bad', BRANCH_DECIDES: 'bad' },
};

const all = <T extends string>(values: Readonly<Record<T, true>>): readonly T[] => Object.keys(values) as T[];

export const MARKS = all<AttendanceMark>({
  ...{ PRESENT: true, ONLINE: true, LEAVE: true, DUTY: true, UNEXCUSED: true },
});

export const FORMATS = all({
  ...{ INDOORS: true, OUTDOOR_LECTURE: true, SEMINAR: true, FILM: true, VOLUNTEERING: true, RED_SITE: true },
} as const);
export const MODES = all({ SECRETARY_READS: true, DISCUSSION: true, SHARED_THOUGHTS: true } as const);
export const LECTURERS = all({ SECRETARY: true, COMMITTEE_MEMBER: true, INVITED: true } as const);

/** The kinds of a meeting in one line. */
export function useKinds(): (kinds: readonly MeetingKind[]) => string {
  const { t } = useWords();
  return (kinds) => kinds.map((kind) => t(`MeetingKind.${kind}`)).join(t('console.listed'));
}
