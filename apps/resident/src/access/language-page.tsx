import { useLocale } from '@linli/client/i18n';
import { type Locale, LOCALES } from '@linli/i18n';
import { type ReactElement, useState } from 'react';
import { Heading, Page } from '../shell/page';
import { ErrorSummary } from '../shell/pieces';
import { useWords } from '../shell/words';

/** The languages, each in its own words, and the size of the letters. */
export function LanguagePage(): ReactElement {
  const { t } = useWords();
  return (
    <Page title={t('common.language')} back={{ to: '/' }}>
      <Heading>{t('common.language')}</Heading>
      <LanguageChoice label={t('resident.chooseLanguage')} />
    </Page>
  );
}

export function LanguageChoice({ label }: { readonly label: string }): ReactElement {
  const { t } = useWords();
  const [locale, setLocale] = useLocale();
  const [failed, setFailed] = useState(false);
  const choose = async (wanted: Locale) => {
    try {
      await setLocale(wanted);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <fieldset className="q">
      <legend>{label}</legend>
      <div className="opts">
        {failed && <ErrorSummary title={t('problem.network')} />}
        {LOCALES.map((each) => (
          <label key={each} className="opt" lang={each}>
            <input
              type="radio"
              name="language"
              checked={each === locale}
              onChange={() => void choose(each)}
            />
            <span className="opt__f">
              <b>{t(`language.${each}`)}</b>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
