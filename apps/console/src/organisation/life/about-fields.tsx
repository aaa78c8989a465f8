import type { ReactElement } from 'react';
import type { FirstTopicMode, LecturerKind, MeetingFormat, WholeMeetingFragment } from '../../gql/graphql';
import { ChecksField, ChoiceField, TextField } from '../../kit/field';
import { useWords } from '../../kit/words';
import { FORMATS, LECTURERS, MODES } from './life-words';

/** What is known of a meeting before it, and at the latest in its minutes. */
export interface About {
  readonly firstTopic: string;
  readonly firstTopicMode: FirstTopicMode;
  readonly formats: readonly MeetingFormat[];
  readonly lecturer: string;
  readonly lecturerKind: LecturerKind;
}

export const aboutOf = (meeting: WholeMeetingFragment): About => ({
  firstTopic: meeting.firstTopic ?? '',
  firstTopicMode: meeting.firstTopicMode ?? 'SECRETARY_READS',
  formats: meeting.formats,
  lecturer: meeting.lecturer ?? '',
  lecturerKind: meeting.lecturerKind ?? 'SECRETARY',
});

export const sentAbout = (about: About) => ({
  firstTopic: about.firstTopic.trim() || null,
  firstTopicMode: about.firstTopic.trim() ? about.firstTopicMode : null,
  formats: [...about.formats],
  lecturer: about.lecturer.trim() || null,
  lecturerKind: about.lecturer.trim() ? about.lecturerKind : null,
});

interface AboutFieldsProps {
  readonly meeting: WholeMeetingFragment;
  readonly about: About;
  readonly onChange: (about: About) => void;
}

export function AboutFields({ meeting, about, onChange }: AboutFieldsProps): ReactElement {
  const { t } = useWords();
  const set = (part: Partial<About>) => onChange({ ...about, ...part });
  const hasTopic = meeting.kinds.some((kind) => kind === 'BRANCH_MEETING' || kind === 'BRANCH_COMMITTEE');
  return (
    <>
      {hasTopic && (
        <>
          <TextField
            label={t('console.life.firstTopic')}
            value={about.firstTopic}
            maxLength={120}
            onChange={(firstTopic) => set({ firstTopic })}
          />
          <ChoiceField
            label={t('console.life.firstTopicMode')}
            value={about.firstTopicMode}
            options={MODES.map((key) => ({ key, label: t(`FirstTopicMode.${key}`) }))}
            onChange={(firstTopicMode) => set({ firstTopicMode })}
          />
        </>
      )}
      {meeting.kinds.includes('PARTY_LECTURE') && (
        <>
          <TextField
            label={t('console.life.lecturer')}
            value={about.lecturer}
            maxLength={40}
            onChange={(lecturer) => set({ lecturer })}
          />
          <ChoiceField
            label={t('console.life.lecturerKind')}
            value={about.lecturerKind}
            options={LECTURERS.map((key) => ({ key, label: t(`LecturerKind.${key}`) }))}
            onChange={(lecturerKind) => set({ lecturerKind })}
          />
        </>
      )}
      <ChecksField
        label={t('console.life.formats')}
        options={FORMATS.map((key) => ({ key, label: t(`MeetingFormat.${key}`) }))}
        value={about.formats}
        onChange={(formats) => set({ formats })}
      />
    </>
  );
}
