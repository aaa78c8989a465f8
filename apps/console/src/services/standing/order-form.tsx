import { serverNow } from '@linli/client';
import { type ReactElement, useState } from 'react';
import {
  CreateStandingOrderDocument,
  ServicesToStandDocument,
  type ServicesToStandQuery,
  type Texture,
} from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { DayPicker } from '../../kit/day-picker';
import { addDays, dayOf } from '../../kit/days';
import { ChecksField, ChoiceField, Field } from '../../kit/field';
import { type Form, useForm } from '../../kit/form';
import { FormDrawer } from '../../kit/form-drawer';
import { useRead } from '../../kit/fresh';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { FindOrRegister } from '../desk/find-or-register';
import type { Person } from '../desk/person-finder';
import { OrderPreview } from './order-preview';
import { useStandingWords, WEEKDAYS } from './standing-words';

interface OrderFormProps {
  readonly centreId: string;
  /** Who is at the counter already; otherwise that is asked first. */
  readonly person?: Person;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface Values {
  days: string[];
  serviceId: string;
  texture: Texture | '';
  from: string;
  to: string;
}

const TEXTURES: readonly Texture[] = ['REGULAR', 'SOFT', 'LIQUID'];
const MEALS = ['BREAKFAST', 'LUNCH', 'DINNER'];
type Service = ServicesToStandQuery['centre']['services'][number];

/** Lunch first, then other meals, then the rest. */
const servicesOf = (services: readonly Service[]): readonly Service[] => {
  const rank = ({ meal }: Service) =>
    meal === 'LUNCH' ? 0 : meal ? 1 + MEALS.indexOf(meal) : MEALS.length + 1;
  return services.filter(({ active }) => active).sort((one, other) => rank(one) - rank(other));
};

/** By phone or at the counter: who, which days, what, from when; and what the next two weeks bring. */
export function OrderForm({ centreId, person: known, onClose, onDone }: OrderFormProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const words = useStandingWords();
  const create = useCreate(CreateStandingOrderDocument);
  const tomorrow = addDays(dayOf(serverNow()), 1);
  const [person, setPerson] = useState(known);
  const [whoMissing, setWhoMissing] = useState(false);
  const services = servicesOf(useRead(ServicesToStandDocument, { centreId }).data?.centre.services ?? []);
  const form = useForm<Values>(
    { days: ['1', '2', '3', '4', '5'], serviceId: '', texture: '', from: tomorrow, to: '' },
    ({ days, from, to }) => ({
      ...(days.length > 0 ? {} : { days: t('console.standing.daysMissing') }),
      ...(to && to < from ? { to: t('console.standing.backwards') } : {}),
    }),
  );
  const { values } = form;
  const service = services.find(({ id }) => id === values.serviceId) ?? services[0];
  const weekdays = values.days.map(Number).sort();
  const send = async () => {
    setWhoMissing(!person);
    if (!form.check() || !person || !service) return;
    const { texture, from, to } = values;
    const { done } = await create.act({
      ...{ beneficiaryId: person.id, serviceId: service.id, weekdays, from, to: to || null },
      texture: service.meal && texture ? texture : null,
    });
    if (!done) return;
    const what = `${words.weekdays(weekdays)} ${words.what(service)}`;
    toast('ok', t('console.standing.made', { name: person.name, what }));
    onDone();
  };
  return (
    <FormDrawer
      id="standing-order"
      wide
      title={known ? t('console.standing.addOf', { name: known.name }) : t('console.standing.add')}
      word={t('console.standing.do')}
      busy={create.busy}
      message={create.message}
      changed={form.changed || person !== known}
      onSend={() => void send()}
      onClose={onClose}
    >
      {!known && (
        <FindOrRegister
          {...{ centreId, person }}
          onPick={setPerson}
          error={whoMissing && !person ? t('console.quick.needsWho') : undefined}
        />
      )}
      <ChecksField
        label={t('console.standing.whichDays')}
        options={WEEKDAYS.map((day) => ({ key: String(day), label: words.weekday(day) }))}
        value={values.days}
        onChange={(days) => form.set({ days })}
        error={form.faults.days}
      />
      <ChoiceField
        label={t('console.standing.what')}
        value={service?.id ?? ''}
        options={services.map((each) => ({ key: each.id, label: words.what(each) }))}
        onChange={(serviceId) => form.set({ serviceId })}
      />
      {service?.meal && (
        <ChoiceField
          label={t('console.standing.texture')}
          value={values.texture || (person?.texture ?? 'REGULAR')}
          options={TEXTURES.map((key) => ({ key, label: t(`Texture.${key}`) }))}
          onChange={(texture) => form.set({ texture })}
        />
      )}
      <FromTo form={form} first={tomorrow} />
      {person && service && weekdays.length > 0 && (
        <OrderPreview {...{ person, weekdays }} serviceId={service.id} from={values.from} />
      )}
    </FormDrawer>
  );
}

function FromTo({
  form: { values, set, faults },
  first,
}: {
  readonly form: Form<Values>;
  readonly first: string;
}): ReactElement {
  const { t } = useWords();
  return (
    <div className="half">
      <Field label={t('console.standing.firstDay')}>
        {({ id }) => (
          <DayPicker
            id={id}
            value={values.from}
            min={first}
            onChange={(from) => set({ from: from || first })}
          />
        )}
      </Field>
      <Field label={t('console.standing.lastDay')} hint={t('console.standing.openEnd')} error={faults.to}>
        {({ id }) => (
          <DayPicker
            id={id}
            value={values.to}
            min={values.from}
            clearable
            placeholder={t('console.standing.openEndShort')}
            invalid={faults.to !== undefined}
            onChange={(to) => set({ to })}
          />
        )}
      </Field>
    </div>
  );
}
