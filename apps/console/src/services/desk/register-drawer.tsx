import { serverNow } from '@linli/client';
import { type SyntheticEvent, type ReactElement, useEffect } from 'react';
import { type Allergen, type CareNeed, RegisterResidentDocument, type Texture } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { Button } from '../../kit/button';
import { ALLERGENS, CARE_NEEDS, TEXTURES } from '../../kit/choices';
import { dayOf } from '../../kit/days';
import { DayPicker } from '../../kit/day-picker';
import { ChecksField, Field, TextField } from '../../kit/field';
import { type Form, useForm } from '../../kit/form';
import { Drawer } from '../../kit/overlays';
import { Problem } from '../../kit/problem';
import { type Found, SearchSelect } from '../../kit/search-select';
import { Segmented } from '../../kit/tabs';
import { useUnsaved } from '../../kit/unsaved';
import { useWords } from '../../kit/words';
import { useFindAreas } from '../../layout/find-places';
import type { Person } from './person-finder';

const PHONE = /^(1[3-9]\d{9}|0\d{9,11})$/;

interface Values {
  name: string;
  phone: string;
  birthDate: string;
  building: Found | undefined;
  door: string;
  careNeeds: CareNeed[];
  allergies: Allergen[];
  texture: Texture;
}
const NOBODY: Values = {
  name: '',
  phone: '',
  birthDate: '',
  building: undefined,
  door: '',
  careNeeds: [],
  allergies: [],
  texture: 'REGULAR',
};

interface RegisterDrawerProps {
  readonly open: boolean;
  /** What was looked for in vain: most often the name. */
  readonly suggested: string;
  readonly onClose: () => void;
  readonly onRegistered: (person: Person) => void;
}

/** Only what the centre needs to serve someone: nothing else is asked. */
export function RegisterDrawer({
  open,
  suggested,
  onClose,
  onRegistered,
}: RegisterDrawerProps): ReactElement {
  const { t } = useWords();
  const { act, busy, message, reset } = useCreate(RegisterResidentDocument);
  const form = useForm<Values>(NOBODY, ({ name, phone, birthDate, building }) => ({
    ...(name.trim() ? {} : { name: t('issue.invalid_type') }),
    ...(!phone || PHONE.test(phone.replace(/[\s-]/g, '')) ? {} : { phone: t('console.register.phoneWrong') }),
    ...(birthDate ? {} : { birthDate: t('issue.invalid_type') }),
    ...(building ? {} : { building: t('issue.invalid_type') }),
  }));
  const { reset: clear } = form;
  useEffect(() => {
    if (!open) return;
    reset();
    clear({ ...NOBODY, name: /^\D{1,20}$/.test(suggested.trim()) ? suggested.trim() : '' });
    // only when it opens
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [open]);
  const register = async (event: SyntheticEvent) => {
    event.preventDefault();
    // The drawer may stand in another form, which would be sent too.
    event.stopPropagation();
    if (!form.check()) return;
    const { name, phone, building, door, ...rest } = form.values;
    const { done } = await act({
      ...rest,
      name: name.trim(),
      phone: phone.replace(/[\s-]/g, '') || null,
      buildingId: building?.value ?? '',
      door: door.trim() || null,
    });
    if (done) onRegistered(done);
  };
  const { close, asking } = useUnsaved(form.changed, onClose);
  return (
    <Drawer
      open={open}
      onClose={close}
      title={t('console.register.title')}
      footer={
        <div className="acts">
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" form="register" busy={busy}>
            {t('console.register.do')}
          </Button>
        </div>
      }
    >
      <form id="register" className="stack" noValidate onSubmit={(event) => void register(event)}>
        <WhoFields form={form} />
        <CareFields form={form} />
        <Problem message={message} />
      </form>
      {asking}
    </Drawer>
  );
}

function WhoFields({ form }: { readonly form: Form<Values> }): ReactElement {
  const { t } = useWords();
  const find = useFindAreas(['BUILDING', 'ESTATE', 'NATURAL_VILLAGE', 'COMPOUND', 'VILLAGE_GROUP']);
  const { values, set, faults } = form;
  return (
    <>
      <TextField
        label={t('console.register.name')}
        value={values.name}
        error={faults.name}
        onChange={(name) => set({ name })}
        maxLength={40}
        autoComplete="off"
      />
      <TextField
        label={t('common.phone')}
        side={t('common.optional')}
        type="tel"
        value={values.phone}
        error={faults.phone}
        onChange={(phone) => set({ phone })}
        autoComplete="off"
      />
      <Field
        label={t('console.register.birthDate')}
        error={faults.birthDate}
        hint={t('console.register.birthHint')}
      >
        {(control) => (
          <DayPicker
            id={control.id}
            value={values.birthDate}
            max={dayOf(serverNow())}
            invalid={control['aria-invalid'] ?? false}
            onChange={(birthDate) => set({ birthDate })}
          />
        )}
      </Field>
      <Field
        label={t('console.register.building')}
        error={faults.building}
        hint={t('console.register.buildingHint')}
      >
        {(control) => (
          <SearchSelect
            control={control}
            value={values.building}
            onChange={(building) => set({ building })}
            find={find}
          />
        )}
      </Field>
      <TextField
        label={t('console.register.door')}
        side={t('common.optional')}
        hint={t('console.register.doorHint')}
        value={values.door}
        onChange={(door) => set({ door })}
        maxLength={60}
        autoComplete="off"
      />
    </>
  );
}

function CareFields({ form }: { readonly form: Form<Values> }): ReactElement {
  const { t } = useWords();
  const { values, set } = form;
  return (
    <>
      <ChecksField
        label={t('console.register.careNeeds')}
        options={CARE_NEEDS.map((key) => ({ key, label: t(`CareNeed.${key}`) }))}
        value={values.careNeeds}
        onChange={(careNeeds) => set({ careNeeds })}
      />
      <ChecksField
        label={t('console.register.allergies')}
        options={ALLERGENS.map((key) => ({ key, label: t(`Allergen.${key}`) }))}
        value={values.allergies}
        onChange={(allergies) => set({ allergies })}
      />
      <Segmented
        name="register-texture"
        label={t('console.quick.texture')}
        value={values.texture}
        onChange={(texture) => set({ texture })}
        options={TEXTURES.map((key) => ({ key, label: t(`Texture.${key}`) }))}
      />
    </>
  );
}
