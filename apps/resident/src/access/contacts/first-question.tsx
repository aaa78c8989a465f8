import { type ReactElement, useState } from 'react';
import { useLaterWords } from '../../shell/later-words';
import { SubmitButton } from '../../shell/pieces';
import { useGo } from '../../shell/router';
import { Field } from '../field';
import { LIST } from './asking';
import { StepPage } from './step-page';

interface FirstQuestionProps {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  /** Said when nothing was written. */
  readonly missing: string;
  readonly maxLength: number;
  readonly before: string;
  readonly onAnswer: (text: string) => void;
  /** Where the next question is. */
  readonly next: string;
}

/** The first of three: one line, which cannot be left out. */
export function FirstQuestion(props: FirstQuestionProps): ReactElement {
  const { title, label, hint, missing, maxLength, onAnswer, next } = props;
  const { t } = useLaterWords();
  const go = useGo();
  const [text, setText] = useState(props.before);
  const isMissing = text.trim() === '';
  const answer = () => {
    if (isMissing) return false;
    onAnswer(text.trim());
    go(next);
    return true;
  };
  return (
    <StepPage step={1} title={title} back={LIST} onNext={answer}>
      {(attempt) => (
        <>
          <Field
            {...{ label, hint, attempt, maxLength }}
            error={attempt > 0 && isMissing ? missing : undefined}
            value={text}
            onChange={setText}
            type="text"
            autoComplete="off"
          />
          <SubmitButton busy={false}>{t('later.standing.next')}</SubmitButton>
        </>
      )}
    </StepPage>
  );
}
