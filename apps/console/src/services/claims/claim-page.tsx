import '../../styles/food-safety.css';
import { useLocale } from '@linli/client/i18n';
import { useNow } from '@linli/client';
import { Chip } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ClaimDocument, ClaimLinesDocument, ClaimsDocument } from '../../gql/graphql';
import { IconButton } from '../../kit/button';
import { dayOf } from '../../kit/days';
import { useRead } from '../../kit/fresh';
import { Facts, Page, Panel } from '../../kit/page';
import { usePages } from '../../kit/pages';
import { Loaded } from '../../kit/states';
import { useWords } from '../../kit/words';
import { useCentres } from '../../layout/centres';
import { ClaimActs } from './claim-acts';
import { ClaimLines } from './claim-lines';
import { type Claim, CLAIM_TONES, draftToCounter, fileOf, type Line } from './claim-rules';
import { CounterAsk } from './counter-ask';

const PAGE = 50;

export default function ClaimPage(): ReactElement {
  const { t } = useWords();
  const { claimId = '' } = useParams();
  const read = useRead(ClaimDocument, { id: claimId });
  if (read.data) return <ClaimOf key={claimId} claim={read.data.claim} again={read.again} />;
  return (
    <Page title={t('console.menu.claims')}>
      <Loaded read={read}>{() => null}</Loaded>
    </Page>
  );
}

interface ClaimOfProps {
  readonly claim: Claim;
  readonly again: () => void;
}

/** One file: its figures, the lines that they are made of, and what can be done with it now. */
function ClaimOf({ claim, again }: ClaimOfProps): ReactElement {
  const { t } = useWords();
  const navigate = useNavigate();
  const today = dayOf(useNow(60_000));
  const { within } = useCentres();
  const centre = within.find(({ id }) => id === claim.centreId);
  const others = useRead(ClaimsDocument, { centreId: claim.centreId });
  const pages = usePages(
    ClaimLinesDocument,
    { id: claim.id, first: PAGE, after: null },
    ({ claimLines }) => ({
      rows: claimLines.lines,
      end: claimLines.endCursor,
    }),
  );
  const [countering, setCountering] = useState<Line>();
  const draft = countering && draftToCounter(claim, countering, others.data?.claims ?? []);
  const changed = () => {
    again();
    others.again();
    pages.again();
  };
  return (
    <Page
      title={t('console.claims.of', { payer: claim.payer, month: claim.month })}
      back={
        <IconButton icon="arrow-left" label={t('common.back')} onClick={() => void navigate('/claims')} />
      }
      about={<Chip tone={CLAIM_TONES[claim.state]}>{t(`ClaimState.${claim.state}`)}</Chip>}
      actions={<Files id={claim.id} />}
    >
      <div className="g-safe">
        <ClaimLines
          pages={pages}
          canCounter={(line) => draftToCounter(claim, line, others.data?.claims ?? []) !== undefined}
          onCounter={setCountering}
        />
        <Panel title={t('console.claims.file')}>
          <div className="stack pb">
            <ClaimFacts claim={claim} centre={centre?.name} />
            <ClaimActs
              claim={claim}
              today={today}
              answers={centre?.viewerCan.includes('ANSWER_CLAIMS') ?? false}
              onChanged={changed}
            />
          </div>
        </Panel>
      </div>
      {countering && draft && (
        <CounterAsk
          line={countering}
          draft={draft}
          onClose={() => setCountering(undefined)}
          onDone={() => {
            setCountering(undefined);
            changed();
          }}
        />
      )}
    </Page>
  );
}

function Files({ id }: { readonly id: string }): ReactElement {
  const { t } = useWords();
  const [locale] = useLocale();
  return (
    <>
      {(['xlsx', 'csv'] as const).map((kind) => (
        <a key={kind} className="b1" href={fileOf(id, kind, locale)} download>
          {t(`console.claims.export.${kind}`)}
        </a>
      ))}
    </>
  );
}

/** The figures of the file, and who had it in hand. */
function ClaimFacts({
  claim,
  centre,
}: {
  readonly claim: Claim;
  readonly centre: string | undefined;
}): ReactElement {
  const { t, format } = useWords();
  const step = (at: string | null, by: string | null) =>
    at === null ? '—' : t('console.claims.step', { time: format.dateTime(at), by: by ?? '' });
  return (
    <Facts
      facts={[
        [t('console.claims.centre'), centre ?? '—'],
        [t('console.claims.month'), t('console.claims.monthNumber', claim)],
        [t('console.claims.meals'), format.count(claim.meals)],
        [t('console.claims.counters'), format.count(claim.counters)],
        [t('console.claims.total'), <b key="total">{format.money(claim.totalFen, { exact: true })}</b>],
        [t('console.claims.drafted'), step(claim.draftedAt, claim.draftedByName)],
        [t('console.claims.submitted'), step(claim.submittedAt, claim.submittedByName)],
        [t('console.claims.answered'), step(claim.answeredAt, claim.answeredByName)],
        ...(claim.reason === null ? [] : [[t('console.claims.reason'), claim.reason] as const]),
      ]}
    />
  );
}
