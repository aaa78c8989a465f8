import { useNow } from '@linli/client';
import { type ReactElement, useState } from 'react';
import { useNavigate } from 'react-router';
import { IconButton } from '../../kit/button';
import { dayOf } from '../../kit/days';
import { Page } from '../../kit/page';
import { useWords } from '../../kit/words';
import { ChooseStep } from './choose-step';
import type { Preview, Result } from './import-types';
import { PreviewStep } from './preview-step';
import { ResultStep } from './result-step';

const STEPS = ['choose', 'preview', 'result'] as const;

/** A file comes in whole or not at all: first one sees what it would change, then it is committed under a document number. */
export default function ImportPage(): ReactElement {
  const { t } = useWords();
  const navigate = useNavigate();
  const today = dayOf(useNow(60_000));
  const [preview, setPreview] = useState<Preview>();
  const [result, setResult] = useState<Result>();
  const step = result ? 'result' : preview ? 'preview' : 'choose';
  const again = () => {
    setPreview(undefined);
    setResult(undefined);
  };
  return (
    <Page
      title={t('console.import.title')}
      back={
        <IconButton
          icon="arrow-left"
          label={t('common.back')}
          onClick={() => void navigate('/organisation')}
        />
      }
    >
      <ol className="steps">
        {STEPS.map((key, index) => (
          <li
            key={key}
            aria-current={key === step ? 'step' : undefined}
            className={STEPS.indexOf(step) > index ? 'done' : ''}
          >
            {index + 1} {t(`console.import.step.${key}`)}
          </li>
        ))}
      </ol>
      {step === 'choose' && <ChooseStep today={today} onPreviewed={setPreview} />}
      {preview && !result && <PreviewStep preview={preview} onBack={again} onCommitted={setResult} />}
      {result && <ResultStep result={result} onAgain={again} />}
    </Page>
  );
}
