import '../../styles/claims.css';
import { type ReactElement, useState } from 'react';
import { useNavigate } from 'react-router';
import { type ClaimablePayersQuery, ClaimablePayersDocument, DraftClaimDocument } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { Button } from '../../kit/button';
import { column, DataTable } from '../../kit/data-table';
import { ChoiceField } from '../../kit/field';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { Panel } from '../../kit/page';
import { Problem } from '../../kit/problem';
import { Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { monthsUntil } from './claim-rules';

type Payer = ClaimablePayersQuery['claimablePayers'][number];

interface ToDraftProps {
  readonly centreId: string;
  readonly today: string;
}

const MONTHS = 13;

/** What nobody has been asked for yet: of a month, payer by payer, gathered into a draft. */
export function ToDraft({ centreId, today }: ToDraftProps): ReactElement {
  const { t, format } = useWords();
  const navigate = useNavigate();
  const months = monthsUntil(today, MONTHS);
  const [month, setMonth] = useFilter('month', months[1] ?? '');
  const read = useRead(ClaimablePayersDocument, { centreId, month });
  const { act, busy, message } = useCreate(DraftClaimDocument);
  const [drafting, setDrafting] = useState<string>();
  const draft = async (payer: string) => {
    setDrafting(payer);
    const { done } = await act({ centreId, month, payer });
    if (done) await navigate(`/claims/${done.id}`);
  };
  return (
    <Panel
      title={t('console.claims.toDraft')}
      note={t('console.claims.toDraftNote')}
      side={
        <div className="inline">
          <ChoiceField
            label={t('console.claims.month')}
            value={month}
            options={months.map((key) => ({ key, label: key }))}
            onChange={setMonth}
          />
        </div>
      }
    >
      <DataTable
        label={t('console.claims.toDraft')}
        rows={read.data?.claimablePayers}
        read={read}
        rowKey={({ payer }) => payer}
        columns={[
          column<Payer>('payer', t('console.subsidies.payer'), ({ payer }) => <b>{payer}</b>),
          column<Payer>('meals', t('console.claims.meals'), ({ meals }) => format.count(meals), {
            number: true,
          }),
          column<Payer>('fen', t('console.claims.total'), ({ fen }) => format.money(fen, { exact: true }), {
            number: true,
          }),
          column<Payer>('acts', <span className="vh">{t('console.column.acts')}</span>, ({ payer }) => (
            <Button
              small
              busy={busy && drafting === payer}
              onClick={() => void draft(payer)}
              aria-label={t('console.claims.draftOf', { payer, month })}
            >
              {t('console.claims.draft')}
            </Button>
          )),
        ]}
        empty={
          <Nothing icon="check-check" title={t('console.claims.nothing', { month })}>
            {t('console.claims.nothingWhy')}
          </Nothing>
        }
      />
      {message && (
        <div className="pb">
          <Problem message={message} />
        </div>
      )}
    </Panel>
  );
}
