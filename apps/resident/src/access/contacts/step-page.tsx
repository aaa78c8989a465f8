import { type ReactElement, type ReactNode, useState } from 'react';
import { Steps } from '../../services/bookings/check-answers';
import { Heading, Page } from '../../shell/page';
import { useLaterWords } from '../../shell/later-words';
import { usePeopleKept } from './use-keeping';

interface Props {
  readonly step: number;
  readonly title: string;
  readonly back: string;
  /** Nothing of it is sent before it is whole: false says what is missing. */
  readonly onNext: () => boolean;
  readonly children: (attempt: number) => ReactNode;
}

const OF = 3;

/** One of three questions about a contact, or about the door. */
export function StepPage({ step, title, back, onNext, children }: Props): ReactElement {
  const { t } = useLaterWords();
  const { person } = usePeopleKept();
  const [attempt, setAttempt] = useState(0);
  return (
    <Page title={title} back={{ to: back, label: t('resident.previousStep') }} tab="me">
      <div className="sec">
        <Steps step={step} of={OF} />
        <Heading>{title}</Heading>
        {person && !person.isMe && <p className="lead">{t('later.contacts.for', { name: person.name })}</p>}
      </div>
      <form
        className="sec"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!onNext()) setAttempt((times) => times + 1);
        }}
      >
        {children(attempt)}
      </form>
    </Page>
  );
}
