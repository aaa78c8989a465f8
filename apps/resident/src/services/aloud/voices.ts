import type { Locale } from '@linli/i18n';

/** What the words of a language are spoken in. Both scripts are read in Standard Chinese, never in another. */
const SPOKEN: Readonly<Record<Locale, { readonly lang: string; readonly voices: RegExp }>> = {
  'zh-Hant': { lang: 'zh-CN', voices: /^(zh|cmn)(-hans)?-cn/i },
  'zh-Hans': { lang: 'zh-CN', voices: /^(zh|cmn)(-hans)?-cn/i },
  en: { lang: 'en', voices: /^en\b/i },
};
/** Older ears follow better. */
const RATE = 0.85;

const synthesis = (): SpeechSynthesis | undefined =>
  'speechSynthesis' in window ? window.speechSynthesis : undefined;

export function voiceFor(locale: Locale): SpeechSynthesisVoice | undefined {
  const fitting = (synthesis()?.getVoices() ?? []).filter(({ lang }) =>
    SPOKEN[locale].voices.test(lang.replace('_', '-')),
  );
  // Without network only those of the phone itself speak.
  return fitting.find(({ localService }) => localService) ?? fitting[0];
}

/** Voices come late, after the page. */
export function onVoices(tell: () => void): () => void {
  const speaker = synthesis();
  // Some older browsers have voices, and no way to say that they have come.
  if (typeof speaker?.addEventListener !== 'function') return () => undefined;
  speaker.addEventListener('voiceschanged', tell);
  return () => speaker.removeEventListener('voiceschanged', tell);
}

export const hush = (): void => synthesis()?.cancel();

/** Sentence by sentence: some browsers break off a long one. Tells when the last has been said, or something went wrong. */
export function say(sentences: readonly string[], locale: Locale, over: () => void): void {
  const speaker = synthesis();
  const voice = voiceFor(locale);
  if (!speaker || !voice) {
    over();
    return;
  }
  speaker.cancel();
  sentences.forEach((sentence, i) => {
    const utterance = new SpeechSynthesisUtterance(sentence);
    Object.assign(utterance, { voice, lang: SPOKEN[locale].lang, rate: RATE });
    utterance.onerror = over;
    if (i === sentences.length - 1) utterance.onend = over;
    speaker.speak(utterance);
  });
}
