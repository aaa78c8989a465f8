import { type ReactElement, type ReactNode, useState } from 'react';
import type { Act } from '../../kit/acts';
import { DayPicker } from '../../kit/day-picker';
import { ChecksField, ChoiceField, Field, TextField } from '../../kit/field';
import { type Form, useForm } from '../../kit/form';
import { FormDrawer } from '../../kit/form-drawer';
import { type Found, SearchSelect } from '../../kit/search-select';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { useFindOrganisations } from '../../layout/find-places';

/** What is typed or chosen, as text: several choices stand in one, parted by commas. */
export type Filled = Readonly<Record<string, string>>;

export interface Ask {
  readonly key: string;
  readonly label: string;
  readonly kind: 'text' | 'number' | 'day' | 'choice' | 'checks' | 'organisation' | 'found';
  readonly options?: readonly { readonly key: string; readonly label: string }[];
  readonly value?: string;
  /** Of a `found`: one of many, looked up as one writes. */
  readonly find?: (text: string) => Promise<readonly Found[]>;
  readonly placeholder?: string;
  readonly optional?: boolean;
  readonly hint?: string;
  readonly min?: number | string;
  readonly max?: number | string;
  readonly maxLength?: number;
}

interface ActDrawerProps<Input, Result> {
  readonly id: string;
  readonly title: string;
  readonly word: string;
  readonly kind?: 'primary' | 'danger';
  readonly asks: readonly Ask[];
  readonly use: Pick<Act<Input, Result>, 'act' | 'busy' | 'message'>;
  readonly inputOf: (filled: Filled) => Input;
  readonly done: string;
  readonly onDone: (result: Result) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

const numberFault = ({ min = 0, max = Infinity }: Ask, value: string): boolean =>
  !/^-?\d+$/.test(value) || Number(value) < Number(min) || Number(value) > Number(max);

/** One act and what it asks for: a form that is a list of questions. */
export function ActDrawer<Input, Result>(props: ActDrawerProps<Input, Result>): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const { asks, use, inputOf } = props;
  const form = useForm<Filled>(
    Object.fromEntries(asks.map(({ key, value = '' }) => [key, value])),
    (values) =>
      Object.fromEntries(
        asks.flatMap((ask) => {
          const value = (values[ask.key] ?? '').trim();
          if (value === '')
            return ask.optional || ask.kind === 'checks' ? [] : [[ask.key, t('issue.invalid_type')]];
          return ask.kind === 'number' && numberFault(ask, value)
            ? [[ask.key, t('console.steps.numberBetween', { min: ask.min ?? 0, max: ask.max ?? '' })]]
            : [];
        }),
      ),
  );
  const send = async () => {
    if (!form.check()) return;
    const trimmed = Object.fromEntries(
      Object.entries(form.values).map(([key, value]) => [key, value.trim()]),
    );
    const { done } = await use.act(inputOf(trimmed));
    if (!done) return;
    toast('ok', props.done);
    props.onDone(done);
  };
  return (
    <FormDrawer
      {...{ id: props.id, title: props.title, word: props.word, kind: props.kind ?? 'primary' }}
      {...{ busy: use.busy, message: use.message, changed: form.changed, onClose: props.onClose }}
      onSend={() => void send()}
    >
      {props.children}
      {asks.map((ask) => (
        <Asked key={ask.key} ask={ask} form={form} />
      ))}
    </FormDrawer>
  );
}

function Asked({ ask, form }: { readonly ask: Ask; readonly form: Form<Filled> }): ReactElement {
  const { t } = useWords();
  const { key, label, kind, options = [], hint } = ask;
  const value = form.values[key] ?? '';
  const set = (next: string) => form.set({ [key]: next });
  const about = {
    label,
    hint,
    error: form.faults[key],
    ...(ask.optional ? { side: t('common.optional') } : {}),
  };
  if (kind === 'choice') return <ChoiceField {...about} value={value} options={options} onChange={set} />;
  if (kind === 'checks')
    return (
      <ChecksField
        {...{ label, hint, error: form.faults[key], options }}
        value={value === '' ? [] : value.split(',')}
        onChange={(keys) => set(keys.join(','))}
      />
    );
  if (kind === 'day')
    return (
      <Field {...about}>
        {(control) => (
          <DayPicker
            id={control.id}
            value={value}
            min={ask.min?.toString()}
            max={ask.max?.toString()}
            invalid={form.faults[key] !== undefined}
            onChange={set}
          />
        )}
      </Field>
    );
  if (kind === 'organisation') return <OrganisationField about={about} onChange={set} />;
  if (kind === 'found' && ask.find)
    return <FoundField about={about} find={ask.find} placeholder={ask.placeholder} onChange={set} />;
  return (
    <TextField
      {...about}
      value={value}
      maxLength={ask.maxLength}
      {...(kind === 'number' ? { inputMode: 'numeric' as const } : {})}
      onChange={set}
    />
  );
}

interface FoundFieldProps {
  readonly about: {
    readonly label: string;
    readonly hint: string | undefined;
    readonly error: string | undefined;
  };
  readonly onChange: (id: string) => void;
}

function OrganisationField(props: FoundFieldProps): ReactElement {
  return <FoundField {...props} find={useFindOrganisations()} placeholder={undefined} />;
}

function FoundField({
  about,
  find,
  placeholder,
  onChange,
}: FoundFieldProps & {
  readonly find: (text: string) => Promise<readonly Found[]>;
  readonly placeholder: string | undefined;
}): ReactElement {
  const [found, setFound] = useState<Found>();
  return (
    <Field {...about}>
      {(control) => (
        <SearchSelect
          control={control}
          value={found}
          find={find}
          {...(placeholder ? { placeholder } : {})}
          onChange={(next) => {
            setFound(next);
            onChange(next?.value ?? '');
          }}
        />
      )}
    </Field>
  );
}
