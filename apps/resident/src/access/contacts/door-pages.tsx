import '../../styles/care.css';
import { useState } from 'react';
import { SubmitButton } from '../../shell/pieces';
import { useGo } from '../../shell/router';
import { useLaterWords } from '../../shell/later-words';
import { Field } from '../field';
import { SignInProblem } from '../sign-in-problem';
import { askingFor, LIST } from './asking';
import { doorDraft } from './drafts';
import { FirstQuestion } from './first-question';
import { StepPage } from './step-page';
import { usePeopleKept, useSaveDoor } from './use-keeping';

const HOURS = Array.from({ length: 15 }, (_, i) => `${String(i + 7).padStart(2, '0')}:00`);
const USUAL = { atHomeFrom: '10:00', atHomeTo: '13:00' };

const asking = askingFor(doorDraft);

export const DoorPage = asking(function WherePage({ draft }) {
  const { t } = useLaterWords();
  return (
    <FirstQuestion
      title={t('later.contacts.doorAsk')}
      label={t('later.contacts.doorLabel')}
      hint={t('later.contacts.doorHint')}
      missing={t('later.contacts.doorMissing')}
      maxLength={60}
      before={draft.door}
      onAnswer={(door) => doorDraft.set({ ...draft, door })}
      next={`${LIST}/door/hours`}
    />
  );
});

export const DoorHoursPage = asking(function HoursPage({ draft }) {
  const { t } = useLaterWords();
  const go = useGo();
  const { atHomeFrom, atHomeTo } = draft;
  const isWrong = atHomeFrom !== null && atHomeTo !== null && atHomeFrom >= atHomeTo;
  const next = () => {
    if (isWrong) return false;
    go(`${LIST}/door/hint`);
    return true;
  };
  const choice = (always: boolean) => (
    <label className="opt">
      <input
        type="radio"
        name="hours"
        checked={(atHomeFrom === null) === always}
        onChange={() =>
          doorDraft.set({ ...draft, ...(always ? { atHomeFrom: null, atHomeTo: null } : USUAL) })
        }
      />
      <span className="opt__f">
        <b>{t(always ? 'later.contacts.anyTime' : 'later.contacts.certainHours')}</b>
      </span>
    </label>
  );
  const hour = (which: 'atHomeFrom' | 'atHomeTo', value: string) => (
    <label className="hour">
      <span>{t(`later.contacts.${which}`)}</span>
      <select value={value} onChange={({ target }) => doorDraft.set({ ...draft, [which]: target.value })}>
        {[...new Set([...HOURS, value])].toSorted().map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </label>
  );
  return (
    <StepPage step={2} title={t('later.contacts.hoursAsk')} back={`${LIST}/door`} onNext={next}>
      {(attempt) => (
        <>
          <fieldset className="q" aria-label={t('later.contacts.hoursAsk')}>
            <div className="opts">
              {choice(true)}
              {choice(false)}
            </div>
          </fieldset>
          {attempt > 0 && isWrong && (
            <p className="field__e" role="alert">
              {t('later.contacts.hoursWrong')}
            </p>
          )}
          {atHomeFrom !== null && atHomeTo !== null && (
            <div className="sec">
              {hour('atHomeFrom', atHomeFrom)}
              {hour('atHomeTo', atHomeTo)}
            </div>
          )}
          <SubmitButton busy={false}>{t('later.standing.next')}</SubmitButton>
        </>
      )}
    </StepPage>
  );
});

export const DoorHintPage = asking(function HintPage({ draft }) {
  const { t } = useLaterWords();
  const go = useGo();
  const { person } = usePeopleKept();
  const { submission, save } = useSaveDoor(person?.id ?? '');
  const [hint, setHint] = useState(draft.hint ?? '');
  const send = async () => {
    if (await save({ ...draft, hint: hint.trim() || null })) go(LIST);
  };
  const next = () => {
    if (person) void send();
    return true;
  };
  return (
    <StepPage step={3} title={t('later.contacts.hintAsk')} back={`${LIST}/door/hours`} onNext={next}>
      {(attempt) => (
        <>
          <Field
            label={t('later.contacts.hintLabel')}
            hint={t('later.contacts.hintHint')}
            attempt={attempt}
            value={hint}
            onChange={setHint}
            type="text"
            autoComplete="off"
            maxLength={120}
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
