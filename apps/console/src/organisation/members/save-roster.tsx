import { useLocale } from '@linli/client/i18n';
import { DeskIcon } from '@linli/ui/desk';
import type { ReactElement } from 'react';
import type { MemberStage } from '../../gql/graphql';
import { useWords } from '../../kit/words';

interface SaveRosterProps {
  readonly organisationId: string;
  /** What the file is narrowed to; nothing: all who belong here and below. */
  readonly stage?: MemberStage | undefined;
  readonly exempt?: boolean;
  readonly text?: string;
  readonly small?: boolean;
}

/** 導出 What the filters say, all of it, as a file for Excel; that it was taken out is on the trail. */
export function SaveRoster(props: SaveRosterProps): ReactElement {
  const { organisationId, stage, exempt = false, text = '', small = false } = props;
  const { t } = useWords();
  const [locale] = useLocale();
  const asked = new URLSearchParams({
    ...{ face: 'console', locale },
    ...(stage && { stage }),
    ...(exempt && { exempt: '1' }),
    ...(text && { text }),
  });
  return (
    <a
      className={small ? 'b1 b1--s' : 'b1'}
      href={`/members/${organisationId}.xlsx?${asked.toString()}`}
      download
    >
      <DeskIcon name="download" />
      {t('console.members.saveFile')}
    </a>
  );
}
