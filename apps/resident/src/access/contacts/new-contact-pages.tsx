import { type ReactElement, useEffect, useState } from 'react';
import type { ContactRelation } from '../../gql/graphql';
import { SubmitButton } from '../../shell/pieces';
import { useGo } from '../../shell/router';
import { useSignal } from '../../shell/signal';
import { useLaterWords } from '../../shell/later-words';
import { Field } from '../field';
import { phoneFault, phoneOf } from '../phone-number';
import { SignInProblem } from '../sign-in-problem';
import { askingFor, LIST } from './asking';
import { type ContactDraft, contactDraft, startContact } from './drafts';
import { FirstQuestion } from './first-question';
import { StepPage } from './step-page';
import { asTheyAre, useContacts, usePeopleKept, useSaveContacts } from './use-keeping';

const RELATIONS: readonly ContactRelation[] = [
  'CHILD',
  'SPOUSE',
  'SIBLING',
  'RELATIVE',
  'NEIGHBOUR',
  'OTHER',
];

interface Question {
  readonly draft: ContactDraft;
}

const asking = askingFor(contactDraft);

export function ContactNamePage(): ReactElement | null {
  const draft = useSignal(contactDraft);
  useEffect(() => {
    if (!draft) startContact();
  }, [draft]);
  return draft && <NamePage draft={draft} />;
}

function NamePage({ draft }: Question): ReactElement {
  const { t } = useLaterWords();
  return (
    <FirstQuestion
      title={t('later.contacts.whoAsk')}
      label={t('later.contacts.name')}
      hint={t('later.contacts.nameHint')}
      missing={t('later.care.nameMissing')}
      maxLength={40}
      before={draft.name}
      onAnswer={(name) => contactDraft.set({ ...draft, name })}
      next={`${LIST}/new/relation`}
    />
  );
}

export const ContactRelationPage = asking(function RelationPage({ draft }) {
  const { t } = useLaterWords();
  const go = useGo();
  const next = () => {
    if (!draft.relation) return false;
    go(`${LIST}/new/phone`);
    return true;
  };
  const { person } = usePeopleKept();
  const title =
    person && !person.isMe
      ? t('later.contacts.relationOf', { name: draft.name, elder: person.name })
      : t('later.contacts.relationAsk', { name: draft.name });
  return (
    <StepPage step={2} title={title} back={`${LIST}/new`} onNext={next}>
      {(attempt) => (
        <>
          <fieldset className="q" aria-label={title}>
            {attempt > 0 && !draft.relation && (
              <p className="field__e" role="alert">
                {t('later.contacts.relationMissing')}
              </p>
            )}
            <div className="opts">
              {RELATIONS.map((relation) => (
                <label key={relation} className="opt">
                  <input
                    type="radio"
                    name="relation"
                    checked={draft.relation === relation}
                    onChange={() => contactDraft.set({ ...draft, relation })}
                  />
                  <span className="opt__f">
                    <b>{t(`ContactRelation.${relation}`)}</b>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
          <SubmitButton busy={false}>{t('later.standing.next')}</SubmitButton>
        </>
      )}
    </StepPage>
  );
});

export const ContactPhonePage = asking(function PhonePage({ draft }) {
  const { t } = useLaterWords();
  const go = useGo();
  const { person } = usePeopleKept();
  const { data } = useContacts(person);
  const { submission, save } = useSaveContacts(person?.id ?? '');
  const [phone, setPhone] = useState('');
  const { id, name, relation } = draft;
  const isWrong = phoneFault(phone) !== undefined;
  const send = async (contacts: Parameters<typeof save>[0]) => {
    if (!(await save(contacts))) return;
    go(LIST);
    contactDraft.set(null);
  };
  const next = () => {
    if (isWrong || !relation || !data) return false;
    const before = data.emergencyContacts.contacts.filter((one) => one.id !== id);
    void send([...asTheyAre(before), { id, name, relation, phone: phoneOf(phone) }]);
    return true;
  };
  return (
    <StepPage
      step={3}
      title={t('later.contacts.phoneAsk', { name })}
      back={`${LIST}/new/relation`}
      onNext={next}
    >
      {(attempt) => (
        <>
          <Field
            label={t('later.contacts.phone')}
            hint={t('later.contacts.phoneHint')}
            error={attempt > 0 && isWrong ? t('later.care.phoneWrong') : undefined}
            attempt={attempt}
            value={phone}
            onChange={setPhone}
            type="tel"
            autoComplete="off"
            maxLength={20}
          />
          <SignInProblem submission={submission} title={t('later.notSaved')} />
          <SubmitButton busy={submission.state === 'submitting'} icon="check">
            {t('common.save')}
          </SubmitButton>
        </>
      )}
    </StepPage>
  );
});
