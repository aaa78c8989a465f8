import type { ReactElement } from 'react';
import type { Role } from '../../gql/graphql';
import { DayPicker } from '../../kit/day-picker';
import { ChoiceField, Field } from '../../kit/field';
import { type Found, SearchSelect } from '../../kit/search-select';
import { Segmented } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { useFindAreas, useFindCentres, useFindOrganisations } from '../../layout/find-places';
import { type PlaceKind, PLACES_OF_ROLE, ROLES } from './duty-words';

export interface DutyValues {
  role: Role;
  placeKind: PlaceKind;
  place: Found | undefined;
  to: string;
}
export const NEW_DUTY: DutyValues = { role: 'CENTRE_STAFF', placeKind: 'centre', place: undefined, to: '' };

export const dutyInput = ({ role, placeKind, place, to }: DutyValues) => ({
  role,
  areaId: placeKind === 'area' ? (place?.value ?? null) : null,
  organisationId: placeKind === 'organisation' ? (place?.value ?? null) : null,
  centreId: placeKind === 'centre' ? (place?.value ?? null) : null,
  to: to || null,
});

interface DutyFieldsProps {
  readonly values: DutyValues;
  readonly set: (part: Partial<DutyValues>) => void;
  readonly fault: string | undefined;
  readonly today: string;
}

/** A role, the place it is held for, and until when. */
export function DutyFields({ values, set, fault, today }: DutyFieldsProps): ReactElement {
  const { t } = useWords();
  const places = PLACES_OF_ROLE[values.role] ?? [];
  const findAreas = useFindAreas();
  const findOrganisations = useFindOrganisations();
  const findCentres = useFindCentres();
  const find = { area: findAreas, organisation: findOrganisations, centre: findCentres }[values.placeKind];
  const changeRole = (role: Role) =>
    set({ role, placeKind: PLACES_OF_ROLE[role]?.[0] ?? 'area', place: undefined });
  return (
    <>
      <ChoiceField
        label={t('console.accounts.role')}
        value={values.role}
        options={ROLES.map((key) => ({ key, label: t(`Role.${key}`) }))}
        onChange={changeRole}
      />
      {places.length > 1 && (
        <Segmented
          name="place-kind"
          label={t('console.accounts.placeKind')}
          value={values.placeKind}
          onChange={(placeKind) => set({ placeKind, place: undefined })}
          options={places.map((key) => ({ key, label: t(`console.accounts.place.${key}`) }))}
        />
      )}
      <Field label={t(`console.accounts.place.${values.placeKind}`)} error={fault}>
        {(control) => (
          <SearchSelect
            key={values.placeKind}
            control={control}
            value={values.place}
            find={find}
            onChange={(place) => set({ place })}
          />
        )}
      </Field>
      <Field label={t('console.accounts.until')} side={t('common.optional')}>
        {(control) => (
          <DayPicker id={control.id} value={values.to} min={today} clearable onChange={(to) => set({ to })} />
        )}
      </Field>
    </>
  );
}
