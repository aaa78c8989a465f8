import type { ReactElement } from 'react';
import { useLaterWords } from '../../shell/later-words';

/** What follows, step by step. */
export function WhatNext({ steps }: { readonly steps: readonly string[] }): ReactElement {
  const { t } = useLaterWords();
  return (
    <section className="card">
      <h2 className="q__h">{t('later.whatNext')}</h2>
      <ol className="nexts">
        {steps.map((step, index) => (
          <li key={step}>
            <b aria-hidden="true">{index + 1}</b>
            <span>{step}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
