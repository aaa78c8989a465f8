import { Status } from '@linli/ui';
import type { ReactElement } from 'react';
import { useWords } from '../../kit/words';
import type { SubstitutionEffect } from './substitution';

/** What the new dish does, and to whom: by ticket, as the kitchen knows them. */
export function EffectOfDish({ effect }: { readonly effect: SubstitutionEffect }): ReactElement {
  const { t } = useWords();
  const { clashing, freed, without } = effect;
  const listed = t('console.listed');
  const unchanged = clashing.length + freed.length + without.length === 0;
  return (
    <section className="dishf" aria-label={t('console.substitute.effect')} aria-live="polite">
      <b>{t('console.substitute.effect')}</b>
      {unchanged && <Status tone="ok">{t('console.substitute.nobody')}</Status>}
      {clashing.length > 0 && (
        <>
          <Status tone="bad" icon="triangle-alert">
            {t('console.substitute.clashing', { count: clashing.length })}
          </Status>
          <ul className="stack stack--s">
            {clashing.map(({ ticketNumber, way, allergens }) => (
              <li key={ticketNumber} className="row">
                <b>{ticketNumber}</b> {t(`MealWay.${way}`)}
                <span>
                  {t('console.allergicTo', {
                    what: allergens.map((key) => t(`Allergen.${key}`)).join(listed),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {without.map(({ texture, count }) => (
        <Status key={texture} tone="warn" icon="triangle-alert">
          {t('console.substitute.without', { texture: t(`Texture.${texture}`), count })}
        </Status>
      ))}
      {freed.length > 0 && (
        <Status tone="info">
          {t('console.substitute.freed', { count: freed.length, tickets: freed.join(listed) })}
        </Status>
      )}
    </section>
  );
}
