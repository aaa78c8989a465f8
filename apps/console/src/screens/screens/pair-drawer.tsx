import { type ReactElement, useMemo } from 'react';
import { PairScreenDocument } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { Field, TextField } from '../../kit/field';
import { useForm } from '../../kit/form';
import { FormDrawer } from '../../kit/form-drawer';
import { type Found, SearchSelect } from '../../kit/search-select';
import { Segmented } from '../../kit/tabs';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { useCentres } from '../../layout/centres';
import { useFindAreas } from '../../layout/find-places';

interface Values {
  code: string;
  name: string;
  shows: 'centre' | 'area';
  place: Found | undefined;
}

export const CODE_LENGTH = 6;

/** As it is read off the wall: no spaces, capitals. */
export const codeOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, CODE_LENGTH);

export function PairDrawer({
  onClose,
  onPaired,
}: {
  readonly onClose: () => void;
  readonly onPaired: () => void;
}): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const { act, busy, message } = useCreate(PairScreenDocument);
  const empty = t('issue.invalid_type');
  const form = useForm<Values>(
    { code: '', name: '', shows: 'centre', place: undefined },
    ({ code, name, place }) => ({
      ...(code.length === CODE_LENGTH
        ? {}
        : { code: t('console.screens.codeWrong', { count: CODE_LENGTH }) }),
      ...(name.trim() ? {} : { name: empty }),
      ...(place ? {} : { place: empty }),
    }),
  );
  const { values, set, faults } = form;
  const pair = async () => {
    if (!form.check()) return;
    const { code, name, shows, place } = values;
    const { done } = await act({
      code,
      name: name.trim(),
      centreId: shows === 'centre' ? (place?.value ?? null) : null,
      areaId: shows === 'area' ? (place?.value ?? null) : null,
    });
    if (!done) return;
    toast('ok', t('console.screens.pairedNow', { name: done.name }));
    onPaired();
  };
  return (
    <FormDrawer
      id="pair"
      title={t('console.screens.pair')}
      word={t('console.screens.pairDo')}
      changed={form.changed}
      {...{ busy, message, onClose }}
      onSend={pair}
    >
      <TextField
        label={t('console.screens.code')}
        hint={t('console.screens.codeHint')}
        code
        value={values.code}
        error={faults.code}
        onChange={(text) => set({ code: codeOf(text) })}
        autoComplete="off"
        autoFocus
      />
      <TextField
        label={t('console.screens.name')}
        hint={t('console.screens.nameHint')}
        value={values.name}
        error={faults.name}
        onChange={(name) => set({ name })}
        maxLength={40}
      />
      <PlaceFields values={values} set={set} fault={faults.place} />
    </FormDrawer>
  );
}

function PlaceFields({
  values,
  set,
  fault,
}: {
  readonly values: Values;
  readonly set: (part: Partial<Values>) => void;
  readonly fault: string | undefined;
}): ReactElement {
  const { t } = useWords();
  const { read } = useCentres();
  const findAreas = useFindAreas(['DISTRICT', 'SUB_DISTRICT', 'TOWN', 'TOWNSHIP', 'COMMUNITY', 'VILLAGE']);
  const findCentres = useMemo(
    () => (text: string) =>
      Promise.resolve(
        (read.data?.centres ?? [])
          .filter(({ name }) => name.includes(text.trim()))
          .map(({ id, name, area }) => ({ value: id, label: name, note: area.name })),
      ),
    [read.data],
  );
  return (
    <>
      <Segmented
        name="screen-shows"
        label={t('console.screens.shows')}
        value={values.shows}
        onChange={(shows) => set({ shows, place: undefined })}
        options={[
          { key: 'centre', label: t('console.accounts.place.centre') },
          { key: 'area', label: t('console.accounts.place.area') },
        ]}
      />
      <Field label={t(`console.accounts.place.${values.shows}`)} error={fault}>
        {(control) => (
          <SearchSelect
            key={values.shows}
            control={control}
            value={values.place}
            find={values.shows === 'centre' ? findCentres : findAreas}
            onChange={(place) => set({ place })}
          />
        )}
      </Field>
    </>
  );
}
