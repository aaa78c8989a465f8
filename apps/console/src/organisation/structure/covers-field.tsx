import type { ReactElement, ReactNode } from 'react';
import { IconButton } from '../../kit/button';
import { Field } from '../../kit/field';
import { type Found, SearchSelect } from '../../kit/search-select';
import { useWords } from '../../kit/words';
import { useFindAreas } from '../../layout/find-places';

interface FoundField {
  readonly value: readonly Found[];
  readonly onChange: (value: Found[]) => void;
}

interface ManyFieldProps extends FoundField {
  readonly label: string;
  readonly side?: ReactNode;
  readonly hint: string;
  readonly error?: string | undefined;
  readonly find: (text: string) => Promise<readonly Found[]>;
}

/** Several things, looked up one after another. */
export function ManyField({ value, onChange, find, ...about }: ManyFieldProps): ReactElement {
  const { t } = useWords();
  return (
    <div className="stack stack--s">
      <Field {...about}>
        {(control) => (
          <SearchSelect
            key={value.length}
            control={control}
            value={undefined}
            find={find}
            onChange={(found) =>
              found && !value.some((one) => one.value === found.value) && onChange([...value, found])
            }
          />
        )}
      </Field>
      {value.map((found) => (
        <div key={found.value} className="hit" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
          <span>
            <b>{found.label}</b>
            <small>{found.note}</small>
          </span>
          <IconButton
            small
            icon="x"
            label={t('console.structure.uncover', { name: found.label })}
            onClick={() => onChange(value.filter((one) => one !== found))}
          />
        </div>
      ))}
    </div>
  );
}

/** The areas that an organisation covers. */
export function CoversField(props: FoundField): ReactElement {
  const { t } = useWords();
  return (
    <ManyField
      {...props}
      label={t('console.structure.covers')}
      side={t('common.optional')}
      hint={t('console.structure.coversHint')}
      find={useFindAreas()}
    />
  );
}
