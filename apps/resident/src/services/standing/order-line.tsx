import { Icon, Status } from '@linli/ui';
import type { ReactElement } from 'react';
import type { StandingOrderLineFragment } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { Link } from '../../shell/router';
import { lookOfOrder, useStandingWords } from './standing-words';

/** An order in a list: the whole line leads to its page. */
export function OrderLine({ order }: { readonly order: StandingOrderLineFragment }): ReactElement {
  const { t } = useLaterWords();
  const { weekdays, what } = useStandingWords();
  const { id, state, service, beneficiary } = order;
  const { tone, icon } = lookOfOrder(state);
  return (
    <Link className="row stand" to={`/bookings/standing/${id}`}>
      <span>
        <b>
          {weekdays(order.weekdays)} {what(service)}
        </b>
        {!beneficiary.isMe && <small>{t('resident.forPerson', { name: beneficiary.name })}</small>}
        <Status tone={tone} icon={icon}>
          {t(`later.standing.state.${state}`)}
        </Status>
      </span>
      <Icon name="chevron-right" />
    </Link>
  );
}
