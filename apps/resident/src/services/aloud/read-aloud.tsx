import '@linli/ui/later';
import { useLocale } from '@linli/client/i18n';
import { Icon } from '@linli/ui';
import { type ReactElement, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { useLaterWords } from '../../shell/later-words';
import type { Words } from './spoken-words';
import { hush, onVoices, say, voiceFor } from './voices';

interface Props {
  /** What the page says, in its own words, the essential first. */
  readonly sentences: (words: Words) => readonly string[];
}

/** Reads the page to whoever cannot, or would rather listen. Where the phone has no voice there is no button. */
export const ReadAloud = (props: Props): ReactElement => (
  <Suspense fallback={null}>
    <Reading {...props} />
  </Suspense>
);

function Reading({ sentences }: Props): ReactElement | null {
  const words = useLaterWords();
  const { t } = words;
  const [locale] = useLocale();
  const canSpeak = useSyncExternalStore(onVoices, () => voiceFor(locale) !== undefined);
  const [isReading, setReading] = useState(false);
  // A stretch of time is written with a dash, and spoken with a word.
  const text = sentences(words).join('\n').replaceAll('–', t('later.aloud.to'));
  useEffect(() => {
    window.addEventListener('pagehide', hush);
    // What is read is what stands here: another day, another language, another page, and it is over.
    return () => {
      window.removeEventListener('pagehide', hush);
      hush();
      setReading(false);
    };
  }, [text, locale]);
  if (!canSpeak || text === '') return null;
  const press = () => {
    setReading(!isReading);
    if (isReading) hush();
    else say(text.split('\n'), locale, () => setReading(false));
  };
  return (
    <button className="btn btn--plain" type="button" aria-pressed={isReading} onClick={press}>
      <Icon name={isReading ? 'circle-x' : 'volume-2'} />
      {t(isReading ? 'later.aloud.stop' : 'later.aloud.read')}
    </button>
  );
}
