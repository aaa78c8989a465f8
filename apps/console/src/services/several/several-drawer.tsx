import { type ReactElement, useState } from 'react';
import { ServicesTakenWholeDocument, type ServicesTakenWholeQuery } from '../../gql/graphql';
import { ChoiceField } from '../../kit/field';
import { FormDrawer } from '../../kit/form-drawer';
import { useRead } from '../../kit/fresh';
import { useWords } from '../../kit/words';
import { FindOrRegister } from '../desk/find-or-register';
import type { Person } from '../desk/person-finder';
import { ModeField } from '../desk/quick-fields';
import type { Mode } from '../desk/quick-options';
import { useClassWish, WhichClass } from './which-class';
import { useRangeWish, WhichDays } from './which-days';

interface SeveralDrawerProps {
  readonly centreId: string;
  /** Who is at the counter already; otherwise that is asked first. */
  readonly person?: Person | undefined;
  readonly mode: Mode;
  /** A class that is known already. */
  readonly of?: { readonly serviceId: string; readonly seriesId: string };
  readonly onClose: () => void;
  readonly onDone: () => void;
}

type Service = ServicesTakenWholeQuery['centre']['services'][number];

const takenWhole = (services: readonly Service[]): Service[] =>
  services.filter(({ active, bookedAs }) => active && bookedAs !== 'SESSION');

/** 報班、訂一段日子: every date or none, at the counter or by phone, with the keyboard alone. */
export function SeveralDrawer(props: SeveralDrawerProps): ReactElement {
  const { centreId, of, onClose, onDone } = props;
  const { t } = useWords();
  const [person, setPerson] = useState(props.person);
  const [mode, setMode] = useState(props.mode);
  const [missing, setMissing] = useState(false);
  const [serviceId, setServiceId] = useState(of?.serviceId ?? '');
  const read = useRead(ServicesTakenWholeDocument, { id: centreId });
  const services = takenWhole(read.data?.centre.services ?? []);
  const service = services.find(({ id }) => id === serviceId) ?? services[0];
  const asked = { person, mode, serviceId: service?.id ?? '' };
  const ofClass = useClassWish({ ...asked, skip: service?.bookedAs !== 'SERIES', first: of?.seriesId });
  const ofDays = useRangeWish({ ...asked, skip: service?.bookedAs !== 'RANGE' });
  const wish = service?.bookedAs === 'RANGE' ? ofDays : ofClass;
  const send = async () => {
    setMissing(!person);
    if (person && (await wish.send(person))) onDone();
  };
  return (
    <FormDrawer
      id="several"
      wide
      title={
        props.person ? t('console.several.titleOf', { name: props.person.name }) : t('console.several.title')
      }
      word={wish.word}
      busy={wish.busy}
      message={wish.message}
      changed={person !== props.person}
      onSend={() => void send()}
      onClose={onClose}
    >
      <ModeField mode={mode} onMode={setMode} />
      {!props.person && (
        <FindOrRegister
          {...{ centreId, person }}
          onPick={setPerson}
          error={missing && !person ? t('console.quick.needsWho') : undefined}
          offersNew
        />
      )}
      {read.data && services.length === 0 && <p className="m">{t('console.several.none')}</p>}
      {!of && service && (
        <ChoiceField
          label={t('console.quick.what')}
          hint={t(`console.several.hint.${service.bookedAs}`)}
          value={service.id}
          options={services.map(({ id, name }) => ({ key: id, label: name }))}
          onChange={setServiceId}
        />
      )}
      {person && service?.bookedAs === 'SERIES' && <WhichClass wish={ofClass} />}
      {person && service?.bookedAs === 'RANGE' && <WhichDays wish={ofDays} />}
    </FormDrawer>
  );
}
