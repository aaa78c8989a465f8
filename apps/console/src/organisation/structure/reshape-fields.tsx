import type { ReactElement } from 'react';
import { Button, IconButton } from '../../kit/button';
import { ChecksField, Field, TextField } from '../../kit/field';
import type { Form } from '../../kit/form';
import { type Found, SearchSelect } from '../../kit/search-select';
import { useWords } from '../../kit/words';
import { useFindOrganisations } from '../../layout/find-places';
import { newPart, type Part, type Values } from './change';
import { ManyField } from './covers-field';

interface ReshapeProps {
  readonly form: Form<Values>;
}

/** Under which organisation it hangs from then on. */
export function ParentField({ form: { values, set, faults } }: ReshapeProps): ReactElement {
  const { t } = useWords();
  const find = useFindOrganisations();
  return (
    <Field
      label={t('console.change.newParent')}
      hint={t('console.change.newParentHint')}
      error={faults.parent}
    >
      {(control) => (
        <SearchSelect
          control={control}
          value={values.parent}
          find={find}
          onChange={(parent) => set({ parent })}
        />
      )}
    </Field>
  );
}

/** Those that are closed, and whose areas and lower organisations come here. */
export function MergedField({ form: { values, set, faults } }: ReshapeProps): ReactElement {
  const { t } = useWords();
  return (
    <ManyField
      label={t('console.change.merged')}
      hint={t('console.change.mergedHint')}
      error={faults.merged}
      find={useFindOrganisations()}
      value={values.merged}
      onChange={(merged) => set({ merged })}
    />
  );
}

const MOST_PARTS = 10;

/** The new organisations of a split: each with a name, and what it takes over. */
export function PartsFields({
  covers,
  form: { values, set, faults },
}: ReshapeProps & { readonly covers: readonly Found[] }): ReactElement {
  const { t } = useWords();
  const { into } = values;
  const change = (id: string, part: Partial<Part>) =>
    set({ into: into.map((one) => (one.id === id ? { ...one, ...part } : one)) });
  return (
    <>
      {into.map((part, i) => {
        const taken = into.filter(({ id }) => id !== part.id).flatMap((other) => other.covers);
        const left = covers.filter(({ value }) => !taken.includes(value));
        return (
          <section key={part.id} className="stack stack--s">
            <div className="row">
              <h3>{t('console.change.part', { number: i + 1 })}</h3>
              {into.length > 1 && (
                <IconButton
                  small
                  icon="x"
                  label={t('console.change.withoutPart', { number: i + 1 })}
                  onClick={() => set({ into: into.filter(({ id }) => id !== part.id) })}
                />
              )}
            </div>
            <TextField
              label={t('console.structure.name')}
              value={part.name}
              error={part.name.trim() ? undefined : faults.into}
              onChange={(name) => change(part.id, { name })}
              maxLength={60}
            />
            {left.length > 0 && (
              <ChecksField
                label={t('console.change.takesOver')}
                options={left.map(({ value, label }) => ({ key: value, label }))}
                value={part.covers}
                onChange={(chosen) => change(part.id, { covers: chosen })}
              />
            )}
          </section>
        );
      })}
      {into.length < MOST_PARTS && (
        <Button icon="plus" onClick={() => set({ into: [...into, newPart()] })}>
          {t('console.change.morePart')}
        </Button>
      )}
    </>
  );
}
