import { type SyntheticEvent, type ReactElement, useMemo } from 'react';
import { PairScreenDocument } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { Button } from '../../kit/button';
import { Field, TextField } from '../../kit/field';
import { useForm } from '../../kit/form';
import { Drawer } from '../../kit/overlays';
import { Problem } from '../../kit/problem';
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
  const pair = async (event: SyntheticEvent) => {
    event.preventDefault();
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
    <Drawer
      open
      title={t('console.screens.pair')}
      onClose={onClose}
      footer={
        <div className="acts">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" form="pair" busy={busy}>
            {t('console.screens.pairDo')}
          </Button>
        </div>
      }
    >
      <form id="pair" className="stack" noValidate onSubmit={(event) => void pair(event)}>
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
        <Problem message={message} />
      </form>
    </Drawer>
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
