import type { ReactElement } from 'react';
import { Head } from './frame';
import { Phrase } from './phrase';
import { Stage } from './stage';
import { useWords } from './words';

interface NoticeProps {
  readonly title: string;
  readonly hint: string;
}

/** One calm sentence on an otherwise empty wall. */
export function Notice({ title, hint }: NoticeProps): ReactElement {
  const { t } = useWords();
  return (
    <Stage>
      <Head name={t('common.productName')} about={t('screen.face')} />
      <main className="body body--notice">
        <h1 className="say">
          <Phrase text={title} />
        </h1>
        <p className="sub">{hint}</p>
      </main>
    </Stage>
  );
}
