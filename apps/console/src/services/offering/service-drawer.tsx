import { type SyntheticEvent, type ReactElement } from 'react';
import { newId } from '@linli/client';
import { useState } from 'react';
import {
  AssignResourcesDocument,
  CentreResourcesDocument,
  SaveServiceDocument,
  type WholeServiceFragment,
} from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { useRead } from '../../kit/fresh';
import { useForm } from '../../kit/form';
import { Drawer } from '../../kit/overlays';
import { Problem } from '../../kit/problem';
import { useToast } from '../../kit/toasts';
import { useUnsaved } from '../../kit/unsaved';
import { useWords } from '../../kit/words';
import { faultsOf, inputOf, type ServiceValues, valuesOf } from './service-values';
import { PolicyFields } from './policy-fields';
import { ResourceFields } from './resource-fields';
import { OfferFields } from './service-fields';

interface ServiceDrawerProps {
  readonly centreId: string;
  readonly service: WholeServiceFragment | undefined;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** What the service needs, as it is stored and as it is chosen here; assigned when it has changed. */
function useNeeds(centreId: string, serviceId: string) {
  const read = useRead(CentreResourcesDocument, { centreId });
  const { act, busy, message } = useAct(AssignResourcesDocument);
  const [draft, setDraft] = useState<readonly string[]>();
  const resources = read.data?.resources;
  const stored = (resources ?? [])
    .filter(({ neededBy }) => neededBy.some(({ id }) => id === serviceId))
    .map(({ id }) => id);
  const chosen = draft ?? stored;
  const changed = [...chosen].sort().join() !== [...stored].sort().join();
  const save = async (): Promise<boolean> => {
    if (!changed) return true;
    const { done } = await act({ serviceId, resourceIds: [...chosen] });
    return done !== undefined;
  };
  return { resources, chosen, setDraft, changed, save, busy, message };
}

export function ServiceDrawer({ centreId, service, onClose, onSaved }: ServiceDrawerProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const [id] = useState(() => service?.id ?? newId());
  const { act, busy, message } = useAct(SaveServiceDocument);
  const form = useForm<ServiceValues>(valuesOf(service), (values) => faultsOf(t, values));
  const needs = useNeeds(centreId, id);
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!form.check()) return;
    const { done } = await act(inputOf(form.values, id, centreId));
    if (!done || !(await needs.save())) return;
    toast('ok', t('console.services.saved', { name: done.name }));
    onSaved();
  };
  const { close, asking } = useUnsaved(form.changed || needs.changed, onClose);
  return (
    <Drawer
      open
      wide
      title={service ? t('console.services.editOf', { name: service.name }) : t('console.services.new')}
      onClose={close}
      footer={
        <div className="acts">
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" form="service" busy={busy || needs.busy}>
            {t('common.save')}
          </Button>
        </div>
      }
    >
      <form id="service" className="stack" noValidate onSubmit={(event) => void save(event)}>
        <OfferFields form={form} />
        <PolicyFields form={form} />
        {needs.resources && (
          <ResourceFields resources={needs.resources} chosen={needs.chosen} onChange={needs.setDraft} />
        )}
        <Problem message={message ?? needs.message} />
      </form>
      {asking}
    </Drawer>
  );
}
