import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { StandingOrdersOfDocument } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { useRead } from '../../kit/fresh';
import { Drawer } from '../../kit/overlays';
import { Loaded, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import type { Person } from '../desk/person-finder';
import { OrderDrawer } from './order-drawer';
import { OrderForm } from './order-form';
import { ORDER_TONES, useStandingWords } from './standing-words';

interface Props {
  readonly person: Person;
  readonly centreId: string;
  /** Bookings were made or given back. */
  readonly onChanged: () => void;
}

/** The standing orders of whoever stands here or calls. */
export function StandingButton(props: Props): ReactElement {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="text" icon="repeat" onClick={() => setOpen(true)}>
        {t('console.menu.standing')}
      </Button>
      {open && <PersonDrawer {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function PersonDrawer({
  person,
  centreId,
  onChanged,
  onClose,
}: Props & { readonly onClose: () => void }): ReactElement {
  const { t } = useWords();
  const words = useStandingWords();
  const read = useRead(StandingOrdersOfDocument, { beneficiaryId: person.id });
  const [shown, setShown] = useState<string>();
  const [making, setMaking] = useState(false);
  const changed = () => {
    read.again();
    onChanged();
  };
  if (making)
    return (
      <OrderForm
        {...{ centreId, person }}
        onClose={() => setMaking(false)}
        onDone={() => {
          setMaking(false);
          changed();
        }}
      />
    );
  if (shown) return <OrderDrawer id={shown} onClose={() => setShown(undefined)} onChanged={changed} />;
  return (
    <Drawer
      open
      onClose={onClose}
      title={t('console.standing.of', { name: person.name })}
      footer={
        <div className="acts">
          <Button onClick={onClose}>{t('common.close')}</Button>
          <Button kind="primary" icon="plus" onClick={() => setMaking(true)}>
            {t('console.standing.add')}
          </Button>
        </div>
      }
    >
      <Loaded read={read}>
        {({ standingOrders }) =>
          standingOrders.length === 0 ? (
            <Nothing icon="repeat" title={t('console.standing.noneOf', { name: person.name })} />
          ) : (
            <div className="stack">
              {standingOrders.map((order) => (
                <article key={order.id} className="panel">
                  <div className="ph">
                    <h2>
                      {words.weekdays(order.weekdays)} {words.what(order.service)}
                    </h2>
                    <span className="r">
                      <Status tone={ORDER_TONES[order.state]}>
                        {t(`StandingOrderState.${order.state}`)}
                      </Status>
                    </span>
                  </div>
                  <div className="pb stack stack--s">
                    <p className="m">{words.until(order)}</p>
                    <div className="acts">
                      <Button small onClick={() => setShown(order.id)}>
                        {t('console.standing.show')}
                      </Button>
                    </div>
                  </div>
                </article>
              ))}
            </div>
          )
        }
      </Loaded>
    </Drawer>
  );
}
