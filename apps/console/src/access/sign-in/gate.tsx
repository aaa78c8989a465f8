import { useLocale } from '@linli/client/i18n';
import { LOCALES } from '@linli/i18n';
import { Chip, Seal } from '@linli/ui';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../../kit/words';

export function Languages(): ReactElement {
  const { t } = useWords();
  const [locale, setLocale] = useLocale();
  return (
    <div className="langs" role="group" aria-label={t('common.language')}>
      {LOCALES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === locale}
          onClick={() => void setLocale(one)}
        >
          {t(`language.${one}`)}
        </button>
      ))}
    </div>
  );
}

/** What stands before the house: one panel in the middle. */
export function Gate({
  demonstration,
  children,
}: {
  readonly demonstration: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const { t } = useWords();
  return (
    <main className="gate">
      <div className="panel gate__p">
        <p className="gate__b">
          <Seal />
          <span>
            {t('common.productName')}
            <small>{t('console.subtitle')}</small>
          </span>
        </p>
        {children}
        <div className="gate__f">
          <Languages />
          {demonstration && (
            <Chip tone="warn" icon="info">
              {t('console.demonstration')}
            </Chip>
          )}
        </div>
      </div>
    </main>
  );
}
