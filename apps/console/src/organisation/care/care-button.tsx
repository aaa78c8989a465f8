import { type ReactElement, useState } from 'react';
import { useMay } from '../../access/viewer';
import { CareDocument, type CareFragment } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { useRead } from '../../kit/fresh';
import { Drawer } from '../../kit/overlays';
import { Loaded } from '../../kit/states';
import { useWords } from '../../kit/words';
import { CareForm } from './care-form';
import { CareList } from './care-list';
import type { Elder } from './elder';
import { RevokeForm } from './revoke-form';

/** Who cares for this person, at the counter: shown, granted, changed and taken back. */
export function CareButton({ person }: { readonly person: Elder }): ReactElement | null {
  const { t } = useWords();
  const keeps = useMay('KEEP_CARE');
  const [open, setOpen] = useState(false);
  if (!keeps) return null;
  return (
    <>
      <Button kind="text" icon="users" onClick={() => setOpen(true)}>
        {t('console.care.title')}
      </Button>
      {open && <CareDrawer person={person} onClose={() => setOpen(false)} />}
    </>
  );
}

interface Doing {
  readonly what: 'form' | 'revoke';
  readonly grant?: CareFragment;
}

function CareDrawer({
  person,
  onClose,
}: {
  readonly person: Elder;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useWords();
  const read = useRead(CareDocument, { residentId: person.id });
  const [doing, setDoing] = useState<Doing>();
  const back = () => setDoing(undefined);
  const done = () => {
    back();
    read.again();
  };
  if (doing?.what === 'form')
    return <CareForm person={person} grant={doing.grant} onClose={back} onDone={done} />;
  if (doing?.grant) return <RevokeForm grant={doing.grant} onClose={back} onDone={done} />;
  return (
    <Drawer
      open
      onClose={onClose}
      title={t('console.care.of', { name: person.name })}
      footer={
        <div className="acts">
          <Button onClick={onClose}>{t('common.close')}</Button>
          <Button kind="primary" icon="user-plus" onClick={() => setDoing({ what: 'form' })}>
            {t('console.care.add')}
          </Button>
        </div>
      }
    >
      <Loaded read={read}>
        {({ careGrants }) => (
          <CareList
            person={person}
            grants={careGrants}
            onChange={(grant) => setDoing({ what: 'form', grant })}
            onRevoke={(grant) => setDoing({ what: 'revoke', grant })}
          />
        )}
      </Loaded>
    </Drawer>
  );
}
