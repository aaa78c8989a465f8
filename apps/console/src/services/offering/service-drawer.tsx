import { type SyntheticEvent, type ReactElement } from 'react';
import { newId } from '@linli/client';
import { useState } from 'react';
import { SaveServiceDocument, type WholeServiceFragment } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { useForm } from '../../kit/form';
import { Drawer } from '../../kit/overlays';
import { Problem } from '../../kit/problem';
import { useToast } from '../../kit/toasts';
import { useUnsaved } from '../../kit/unsaved';
import { useWords } from '../../kit/words';
import { fenOf } from './policy-words';
import { inputOf, type ServiceValues, valuesOf } from './service-values';
import { OfferFields, PolicyFields } from './service-fields';

interface ServiceDrawerProps {
  readonly centreId: string;
  readonly service: WholeServiceFragment | undefined;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

export function ServiceDrawer({ centreId, service, onClose, onSaved }: ServiceDrawerProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const [id] = useState(() => service?.id ?? newId());
  const { act, busy, message } = useAct(SaveServiceDocument);
  const empty = t('issue.invalid_type');
  const form = useForm<ServiceValues>(valuesOf(service), (values) => ({
    ...(values.name.trim() ? {} : { name: empty }),
    ...(values.place.trim() ? {} : { place: empty }),
    ...(fenOf(values.price) === undefined ? { price: t('console.services.priceWrong') } : {}),
    ...(values.category === 'MEAL' && !values.meal ? { meal: empty } : {}),
    ...(values.category === 'MEAL' && !values.way ? { way: empty } : {}),
    ...(/^\d{1,3}$/.test(values.minAge) || !values.minAge ? {} : { minAge: t('issue.invalid_format') }),
    ...(/^\d{1,2}$/.test(values.weeklyQuota) || !values.weeklyQuota
      ? {}
      : { weeklyQuota: t('issue.invalid_format') }),
    ...(/^\d{1,3}$/.test(values.opensDaysAhead) ? {} : { opensDaysAhead: t('issue.invalid_format') }),
  }));
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!form.check()) return;
    const { done } = await act(inputOf(form.values, id, centreId));
    if (!done) return;
    toast('ok', t('console.services.saved', { name: done.name }));
    onSaved();
  };
  const { close, asking } = useUnsaved(form.changed, onClose);
  return (
    <Drawer
      open
      wide
      title={service ? t('console.services.editOf', { name: service.name }) : t('console.services.new')}
      onClose={close}
      footer={
        <div className="acts">
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" form="service" busy={busy}>
            {t('common.save')}
          </Button>
        </div>
      }
    >
      <form id="service" className="stack" noValidate onSubmit={(event) => void save(event)}>
        <OfferFields form={form} />
        <PolicyFields form={form} />
        <Problem message={message} />
      </form>
      {asking}
    </Drawer>
  );
}
