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
import { faultsOf, inputOf, type ServiceValues, valuesOf } from './service-values';
import { PolicyFields } from './policy-fields';
import { OfferFields } from './service-fields';

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
  const form = useForm<ServiceValues>(valuesOf(service), (values) => faultsOf(t, values));
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
