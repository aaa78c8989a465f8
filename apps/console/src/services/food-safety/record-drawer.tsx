import { type ReactElement, useState } from 'react';
import { RecordFoodSafetyDocument, type SafetyFragment } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { TextField } from '../../kit/field';
import { focusFirstFault } from '../../kit/form';
import { FormDrawer } from '../../kit/form-drawer';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import {
  belowLimit,
  correctedIn,
  type Draft,
  draftOf,
  faultsOfDraft,
  inputOf,
  LEAST_GRAMS,
  measuredOf,
} from './measured';

interface RecordDrawerProps {
  readonly dishes: readonly string[];
  readonly safety: SafetyFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function useRecording({ dishes, safety, onDone }: RecordDrawerProps) {
  const { t } = useWords();
  const toast = useToast();
  const [drafts, setDrafts] = useState(() => dishes.map(draftOf));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { act, busy, message } = useCreate(RecordFoodSafetyDocument);
  const measured = measuredOf(drafts);
  const corrected = correctedIn(drafts, safety.entries);
  const faults = drafts.map((draft) => faultsOfDraft(t, draft));
  const lacksReason = corrected.length > 0 && !reason.trim();
  const save = async () => {
    setTried(true);
    const wrong = faults.some((of) => Object.keys(of).length > 0) || lacksReason;
    if (wrong || measured.length === 0) return focusFirstFault();
    const { centreId, day, meal } = safety;
    const { done } = await act({
      ...{ centreId, day, meal, entries: inputOf(drafts) },
      reason: corrected.length > 0 ? reason.trim() : null,
    });
    if (!done) return;
    toast('ok', t('console.safety.recorded', { count: measured.length }));
    onDone();
  };
  return {
    ...{ drafts, reason, setReason, corrected, busy, save },
    message: message ?? (tried && measured.length === 0 ? t('console.safety.nothing') : undefined),
    faults: tried ? faults : [],
    lacksReason: tried && lacksReason,
    changed: measured.length > 0,
    set: (index: number, part: Partial<Draft>) =>
      setDrafts(drafts.map((draft, at) => (at === index ? { ...draft, ...part } : draft))),
  };
}

/** What was measured of each dish; what is left empty was not measured this time. */
export function RecordDrawer(props: RecordDrawerProps): ReactElement {
  const { t } = useWords();
  const recording = useRecording(props);
  const { drafts, corrected, reason, setReason, faults, set } = recording;
  return (
    <FormDrawer
      id="safety"
      wide
      title={t('console.safety.record')}
      word={t('common.save')}
      busy={recording.busy}
      message={recording.message}
      changed={recording.changed}
      onSend={() => void recording.save()}
      onClose={props.onClose}
    >
      <p className="note note--info">{t('console.safety.recordHint')}</p>
      {drafts.map((draft, index) => (
        <DishFields
          key={draft.dish}
          draft={draft}
          faults={faults[index] ?? {}}
          onChange={(part) => set(index, part)}
        />
      ))}
      {corrected.length > 0 && (
        <TextField
          label={t('console.safety.reason')}
          hint={t('console.safety.reasonHint', { dishes: corrected.join(t('console.listed')) })}
          value={reason}
          maxLength={200}
          onChange={setReason}
          error={recording.lacksReason ? t('issue.invalid_type') : undefined}
        />
      )}
    </FormDrawer>
  );
}

interface DishFieldsProps {
  readonly draft: Draft;
  readonly faults: ReturnType<typeof faultsOfDraft>;
  readonly onChange: (part: Partial<Draft>) => void;
}

function DishFields({ draft, faults, onChange }: DishFieldsProps): ReactElement {
  const { t } = useWords();
  const below = belowLimit(t, draft);
  return (
    <fieldset className="dishf measure">
      <legend>{draft.dish}</legend>
      <TextField
        label={t('console.safety.grams')}
        side={t('console.safety.unit.grams')}
        inputMode="numeric"
        value={draft.grams}
        placeholder={String(LEAST_GRAMS)}
        error={faults.grams}
        onChange={(grams) => onChange({ grams })}
      />
      <TextField
        label={t('console.safety.hours')}
        side={t('console.safety.unit.hours')}
        inputMode="numeric"
        value={draft.hours}
        error={faults.hours}
        onChange={(hours) => onChange({ hours })}
      />
      <TextField
        label={t('console.safety.celsius')}
        side="℃"
        inputMode="decimal"
        value={draft.celsius}
        error={faults.celsius}
        onChange={(celsius) => onChange({ celsius })}
      />
      <label className={draft.cold ? 'ck on' : 'ck'}>
        <input
          type="checkbox"
          checked={draft.cold}
          onChange={({ target }) => onChange({ cold: target.checked })}
        />
        {t('console.safety.servedCold')}
      </label>
      {below.length > 0 && (
        <p className="hint measure__w" role="status">
          {t('console.safety.below', { what: below.join(t('console.listed')) })}
        </p>
      )}
    </fieldset>
  );
}
