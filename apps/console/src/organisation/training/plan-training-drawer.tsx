import { type ReactElement, useState } from 'react';
import { PlanTrainingDocument, type TrainingYearQuery } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { ChoiceField, TextField } from '../../kit/field';
import { FormDrawer } from '../../kit/form-drawer';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { AUDIENCES, FORMS, minutesOf } from './training-words';

interface PlanTrainingDrawerProps {
  readonly year: TrainingYearQuery['trainingYear'];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 列入計劃 What, for whom, in which form, and how many hours each gets of it. */
export function PlanTrainingDrawer({ year, onClose, onDone }: PlanTrainingDrawerProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const [title, setTitle] = useState('');
  const [audience, setAudience] = useState(AUDIENCES[0] ?? 'SECRETARIES');
  const [form, setForm] = useState(FORMS[0] ?? 'GATHERED');
  const [hours, setHours] = useState('4');
  const [tried, setTried] = useState(false);
  const { act, busy, message } = useCreate(PlanTrainingDocument);
  const minutes = minutesOf(hours);
  const send = async () => {
    setTried(true);
    if (!title.trim() || minutes === undefined) return;
    const about = { title: title.trim(), audience, form, minutes };
    const { done } = await act({ organisationId: year.organisationId, year: year.year, ...about });
    if (!done) return;
    toast('ok', t('console.training.added'));
    onDone();
    onClose();
  };
  return (
    <FormDrawer
      id="plan-training"
      title={t('console.training.add')}
      word={t('console.training.addGo')}
      busy={busy}
      message={message}
      changed={title !== ''}
      onSend={() => void send()}
      onClose={onClose}
    >
      <p className="m">{t('console.training.addNote', { name: year.name, year: String(year.year) })}</p>
      <TextField
        label={t('console.training.title')}
        value={title}
        maxLength={60}
        onChange={setTitle}
        error={tried && !title.trim() ? t('issue.invalid_type') : undefined}
      />
      <ChoiceField
        label={t('console.training.audience')}
        value={audience}
        options={AUDIENCES.map((key) => ({ key, label: t(`TrainingAudience.${key}`) }))}
        onChange={setAudience}
      />
      <ChoiceField
        label={t('console.training.form')}
        hint={t('console.training.formHint')}
        value={form}
        options={FORMS.map((key) => ({ key, label: t(`TrainingForm.${key}`) }))}
        onChange={setForm}
      />
      <TextField
        label={t('console.training.hoursEach')}
        type="number"
        step="0.5"
        min="0.5"
        max="40"
        value={hours}
        onChange={setHours}
        error={tried && minutes === undefined ? t('console.training.hoursWrong') : undefined}
      />
    </FormDrawer>
  );
}
