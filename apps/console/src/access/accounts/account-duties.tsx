import { useNow } from '@linli/client';
import { type ReactElement, type SyntheticEvent, useState } from 'react';
import { type AccountRowFragment, GrantDutyDocument, type PlaceOfDutyFragment } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { Button } from '../../kit/button';
import { dayOf } from '../../kit/days';
import { useForm } from '../../kit/form';
import { Problem } from '../../kit/problem';
import { useWords } from '../../kit/words';
import { DutyFields, dutyInput, type DutyValues, NEW_DUTY } from './duty-fields';
import { dutyInWords } from './duty-words';

interface DutiesProps {
  readonly account: AccountRowFragment;
  readonly onEnd: (duty: PlaceOfDutyFragment) => void;
  readonly onChanged: () => void;
}

export function Duties({ account, onEnd, onChanged }: DutiesProps): ReactElement {
  const { t } = useWords();
  const [adding, setAdding] = useState(false);
  const done = () => {
    setAdding(false);
    onChanged();
  };
  return (
    <div className="stack">
      <h3>{t('console.accounts.duties')}</h3>
      {account.duties.length === 0 && <p className="m">{t('common.none')}</p>}
      {account.duties.map((duty) => (
        <DutyLine key={duty.id} duty={duty} onEnd={() => onEnd(duty)} />
      ))}
      {adding ? (
        <GrantForm accountId={account.id} onClose={() => setAdding(false)} onDone={done} />
      ) : (
        <div>
          <Button icon="plus" onClick={() => setAdding(true)}>
            {t('console.accounts.grant')}
          </Button>
        </div>
      )}
    </div>
  );
}

function DutyLine({
  duty,
  onEnd,
}: {
  readonly duty: PlaceOfDutyFragment;
  readonly onEnd: () => void;
}): ReactElement {
  const words = useWords();
  const { t, format } = words;
  const from = format.date(duty.from);
  const when = duty.to
    ? t('console.structure.valid', { from, to: format.date(duty.to) })
    : t('console.structure.validFrom', { from });
  return (
    <div className="hit hit--2">
      <span>
        <b>{dutyInWords(words, duty)}</b>
        <small>{when}</small>
      </span>
      <Button
        small
        onClick={onEnd}
        aria-label={t('console.accounts.endOf', { duty: dutyInWords(words, duty) })}
      >
        {t('console.accounts.end')}
      </Button>
    </div>
  );
}

interface GrantFormProps {
  readonly accountId: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function GrantForm({ accountId, onClose, onDone }: GrantFormProps): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  const { act, busy, message } = useCreate(GrantDutyDocument);
  const form = useForm<DutyValues>(NEW_DUTY, ({ place }): { place?: string } =>
    place ? {} : { place: t('issue.invalid_type') },
  );
  const grant = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!form.check()) return;
    const { done } = await act({ ...dutyInput(form.values), accountId });
    if (done) onDone();
  };
  return (
    <form className="dishf" noValidate onSubmit={(event) => void grant(event)}>
      <DutyFields values={form.values} set={form.set} fault={form.faults.place} today={today} />
      <Problem message={message} />
      <div className="acts">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" busy={busy}>
          {t('console.accounts.grantDo')}
        </Button>
      </div>
    </form>
  );
}
