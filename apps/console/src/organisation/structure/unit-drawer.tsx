import { type ReactElement, useState } from 'react';
import {
  CloseTwoNewUnitDocument,
  RecordTwoNewActivityDocument,
  type TwoNewUnitRowFragment,
} from '../../gql/graphql';
import { useAct, useCreate } from '../../kit/acts';
import { Button } from '../../kit/button';
import { type Column, column, DataTable } from '../../kit/data-table';
import { DayPicker } from '../../kit/day-picker';
import { Field, TextField } from '../../kit/field';
import { useForm } from '../../kit/form';
import { FormDrawer } from '../../kit/form-drawer';
import { Drawer } from '../../kit/overlays';
import { Nothing } from '../../kit/states';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { validity } from './facts';
import { type Dated, RecordFields } from './record-fields';
import { UnitForm } from './unit-form';

interface UnitDrawerProps {
  readonly unit: TwoNewUnitRowFragment;
  readonly areaId: string;
  readonly today: string;
  readonly onClose: () => void;
  readonly again: () => void;
}

type Act = 'change' | 'active' | 'close';

/** One unit: what it was from when to when, what was held there, and what can be recorded of it. */
export function UnitDrawer({ unit, areaId, today, onClose, again }: UnitDrawerProps): ReactElement {
  const { t } = useWords();
  const [act, setAct] = useState<Act>();
  const done = () => {
    setAct(undefined);
    again();
  };
  const form = { unit, today, onClose: () => setAct(undefined), onDone: done };
  if (act === 'change') return <UnitForm {...form} areaId={areaId} />;
  if (act === 'active') return <ActivityForm {...form} />;
  if (act === 'close') return <CloseForm {...form} onDone={onClose} again={again} />;
  return (
    <Drawer
      open
      wide
      title={unit.name}
      onClose={onClose}
      footer={
        unit.viewerCanChange && (
          <div className="acts">
            <Button kind="bad" onClick={() => setAct('close')}>
              {t('console.twoNew.close')}
            </Button>
            <Button icon="pencil" onClick={() => setAct('change')}>
              {t('console.twoNew.changeIt')}
            </Button>
            <Button kind="primary" icon="plus" onClick={() => setAct('active')}>
              {t('console.twoNew.active')}
            </Button>
          </div>
        )
      }
    >
      <div className="stack">
        <p className="m">{`${t(`TwoNewField.${unit.field}`)} · ${unit.areaName}`}</p>
        <h3>{t('console.structure.changes')}</h3>
        <History unit={unit} />
        <h3>{t('console.twoNew.activities')}</h3>
        <Activities unit={unit} />
      </div>
    </Drawer>
  );
}

function History({ unit }: Pick<UnitDrawerProps, 'unit'>): ReactElement {
  const words = useWords();
  const { t } = words;
  const columns: Column<TwoNewUnitRowFragment['history'][number]>[] = [
    column('when', t('console.change.effectiveOn'), ({ validFrom, validTo }) =>
      validity(words, validFrom, validTo),
    ),
    column('name', t('console.twoNew.unit'), ({ name }) => name),
    column('members', t('console.twoNew.members'), ({ members }) => members, { number: true }),
    column(
      'cover',
      t('console.twoNew.cover'),
      ({ cover, organisationName }) => organisationName ?? t(`TwoNewCover.${cover}`),
    ),
    column('document', t('console.change.document'), ({ documentNumber }) => documentNumber ?? '—'),
  ];
  return (
    <DataTable
      label={t('console.structure.changes')}
      wrap
      rows={unit.history}
      rowKey={({ id }) => id}
      columns={columns}
      empty={null}
    />
  );
}

function Activities({ unit }: Pick<UnitDrawerProps, 'unit'>): ReactElement {
  const { t, format } = useWords();
  const columns: Column<TwoNewUnitRowFragment['activities'][number]>[] = [
    column('on', t('console.closed.day'), ({ heldOn }) => format.date(heldOn)),
    column('what', t('console.change.what'), ({ title }) => title ?? '—'),
    column('by', t('console.change.by'), ({ recordedBy }) => recordedBy ?? '—'),
  ];
  return (
    <DataTable
      label={t('console.twoNew.activities')}
      rows={unit.activities}
      rowKey={({ id }) => id}
      columns={columns}
      empty={<Nothing icon="calendar-days" title={t('console.twoNew.noActivity')} />}
    />
  );
}

interface ActFormProps {
  readonly unit: TwoNewUnitRowFragment;
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function ActivityForm({ unit, today, onClose, onDone }: ActFormProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const { act, busy, message } = useCreate(RecordTwoNewActivityDocument);
  const form = useForm({ heldOn: today, title: '' }, ({ heldOn, title }) => ({
    ...(heldOn ? {} : { heldOn: t('issue.invalid_type') }),
    ...(title.trim() ? {} : { title: t('issue.invalid_type') }),
  }));
  const submit = async () => {
    if (!form.check()) return;
    const { heldOn, title } = form.values;
    const outcome = await act({ unitId: unit.id, heldOn, title: title.trim() });
    if (!outcome.done) return;
    toast('ok', t('console.twoNew.activityKept'));
    onDone();
  };
  return (
    <FormDrawer
      id="two-new-activity"
      title={t('console.twoNew.activeAt', { name: unit.name })}
      word={t('console.twoNew.active')}
      changed={form.changed}
      {...{ busy, message, onClose }}
      onSend={submit}
    >
      <TextField
        label={t('console.change.what')}
        hint={t('console.twoNew.activityHint')}
        value={form.values.title}
        error={form.faults.title}
        onChange={(title) => form.set({ title })}
        maxLength={60}
      />
      <Field label={t('console.closed.day')} error={form.faults.heldOn}>
        {(control) => (
          <DayPicker
            id={control.id}
            value={form.values.heldOn}
            onChange={(heldOn) => form.set({ heldOn })}
            invalid={control['aria-invalid'] ?? false}
          />
        )}
      </Field>
    </FormDrawer>
  );
}

function CloseForm({
  unit,
  today,
  onClose,
  onDone,
  again,
}: ActFormProps & { readonly again: () => void }): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const { act, busy, message } = useAct(CloseTwoNewUnitDocument);
  const empty = t('issue.invalid_type');
  const form = useForm<Dated>(
    { effectiveOn: today, documentNumber: '' },
    ({ effectiveOn, documentNumber }) => ({
      ...(effectiveOn ? {} : { effectiveOn: empty }),
      ...(documentNumber.trim() ? {} : { documentNumber: empty }),
    }),
  );
  const submit = async () => {
    if (!form.check()) return;
    const { effectiveOn, documentNumber } = form.values;
    const outcome = await act({ id: unit.id, effectiveOn, documentNumber: documentNumber.trim() });
    if (!outcome.done) return;
    toast('ok', t('console.change.done'));
    again();
    onDone();
  };
  return (
    <FormDrawer
      id="two-new-close"
      kind="danger"
      title={t('console.twoNew.closeIt', { name: unit.name })}
      word={t('console.twoNew.close')}
      changed={form.changed}
      {...{ busy, message, onClose }}
      onSend={submit}
    >
      <p className="note note--bad">{t('console.twoNew.closeAsk', { name: unit.name })}</p>
      <RecordFields form={form} />
    </FormDrawer>
  );
}
