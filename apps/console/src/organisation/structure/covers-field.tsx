import type { ReactElement } from 'react';
import { IconButton } from '../../kit/button';
import { Field } from '../../kit/field';
import { type Found, SearchSelect } from '../../kit/search-select';
import { useWords } from '../../kit/words';
import { useFindAreas } from '../../layout/find-places';

/** The areas that an organisation covers: looked up one after another. */
export function CoversField({
  value,
  onChange,
}: {
  readonly value: readonly Found[];
  readonly onChange: (value: Found[]) => void;
}): ReactElement {
  const { t } = useWords();
  const find = useFindAreas();
  return (
    <div className="stack stack--s">
      <Field
        label={t('console.structure.covers')}
        side={t('common.optional')}
        hint={t('console.structure.coversHint')}
      >
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
