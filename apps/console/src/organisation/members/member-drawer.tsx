import { Chip } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { useMay, useViewer } from '../../access/viewer';
import { MemberDocument, type OneMemberFragment } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { column, DataTable } from '../../kit/data-table';
import { useRead } from '../../kit/fresh';
import { Drawer } from '../../kit/overlays';
import { Facts, Panel } from '../../kit/page';
import { Loaded, Nothing } from '../../kit/states';
import { useWords, type Words } from '../../kit/words';
import { MemberForm } from './member-form';
import { type MemberAct, nextStage } from './member-act';

type Exempted = OneMemberFragment['exemptions'][number];
type Period = OneMemberFragment['memberships'][number];
type Change = OneMemberFragment['changes'][number];

interface MemberDrawerProps {
  readonly id: string;
  readonly today: string;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** 黨員檔案 Where somebody belongs, what may be recorded, and all that was. */
export function MemberDrawer({ id, today, onClose, onChanged }: MemberDrawerProps): ReactElement {
  const { t } = useWords();
  const read = useRead(MemberDocument, { id });
  const [act, setAct] = useState<MemberAct>();
  const done = () => {
    setAct(undefined);
    read.again();
    onChanged();
  };
  return (
    <Drawer wide open title={read.data?.member.name ?? t('console.members.record')} onClose={onClose}>
      <Loaded read={read} rows={6}>
        {({ member: record }) => (
          <div className="stack">
            <Now record={record} onAct={setAct} />
            <Exemptions record={record} onAct={setAct} />
            <History record={record} />
            {act && (
              <MemberForm {...{ act, record, today }} onClose={() => setAct(undefined)} onDone={done} />
            )}
          </div>
        )}
      </Loaded>
    </Drawer>
  );
}

interface PartProps {
  readonly record: OneMemberFragment;
  readonly onAct: (act: MemberAct) => void;
}

function Now({ record, onAct }: PartProps): ReactElement {
  const { t, format } = useWords();
  const keeps = useMay('KEEP_MEMBERS');
  const { member } = record;
  // A transfer needs both branches within reach: a secretary has one.
  const moves = useViewer().me.duties.some(({ role }) => role !== 'BRANCH_SECRETARY');
  if (!member)
    return (
      <Nothing icon="users" title={t('console.members.gone')}>
        {t('console.members.goneWhy')}
      </Nothing>
    );
  const next = nextStage(member.stage);
  return (
    <>
      <Facts
        facts={[
          [t('console.members.branch'), member.organisationName],
          [t('console.members.stage'), t(`MemberStage.${member.stage}`)],
          [t('console.members.since'), format.date(member.since)],
          [t('console.members.born'), format.date(member.birthDate)],
          [t('console.members.phone'), member.phone ?? t('console.members.noPhone')],
        ]}
      />
      {keeps && (
        <div className="acts">
          {next && (
            <Button onClick={() => onAct({ kind: 'stage', to: next })}>
              {t('console.members.act.stage', { stage: t(`MemberStage.${next}`) })}
            </Button>
          )}
          {moves && (
            <Button onClick={() => onAct({ kind: 'transfer' })}>{t('console.members.act.transfer')}</Button>
          )}
          {!member.exemption && (
            <Button onClick={() => onAct({ kind: 'exempt' })}>{t('console.members.act.exempt')}</Button>
          )}
          <Button kind="bad" onClick={() => onAct({ kind: 'leave' })}>
            {t('console.members.act.leave')}
          </Button>
        </div>
      )}
      {keeps && !moves && <p className="m">{t('console.members.movedAbove')}</p>}
    </>
  );
}

const until = ({ t, format }: Words, from: string, to: string | null): string =>
  to === null
    ? t('console.members.from', { from: format.date(from) })
    : t('console.members.fromTo', { from: format.date(from), to: format.date(to) });

function Exemptions({ record: { exemptions }, onAct }: PartProps): ReactElement | null {
  const words = useWords();
  const { t } = words;
  const keeps = useMay('KEEP_MEMBERS');
  if (exemptions.length === 0) return null;
  return (
    <Panel title={t('console.members.exemption')} note={t('console.members.exemptionNote')}>
      <DataTable
        label={t('console.members.exemption')}
        rows={exemptions}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          column<Exempted>('why', t('console.members.reason'), ({ reason }) =>
            t(`ExemptionReason.${reason}`),
          ),
          column<Exempted>('when', t('console.members.time'), ({ validFrom, validTo }) =>
            until(words, validFrom, validTo),
          ),
          column<Exempted>('act', '', ({ id, validTo }) =>
            keeps && validTo === null ? (
              <Button small onClick={() => onAct({ kind: 'endExemption', id })}>
                {t('console.members.act.endExemption')}
              </Button>
            ) : null,
          ),
        ]}
      />
    </Panel>
  );
}

/** What was recorded, the latest first: from which day it holds, and when it became known. */
function History({ record: { memberships, changes } }: { readonly record: OneMemberFragment }): ReactElement {
  const words = useWords();
  const { t, format } = words;
  return (
    <>
      <Panel title={t('console.members.memberships')}>
        <DataTable
          label={t('console.members.memberships')}
          rows={memberships}
          rowKey={({ validFrom }) => validFrom}
          empty={null}
          columns={[
            column<Period>('branch', t('console.members.branch'), ({ organisationName }) => organisationName),
            column<Period>('stage', t('console.members.stage'), ({ stage }) => (
              <Chip tone={stage === 'FULL' ? 'ok' : 'mute'}>{t(`MemberStage.${stage}`)}</Chip>
            )),
            column<Period>('when', t('console.members.time'), ({ validFrom, validTo }) =>
              until(words, validFrom, validTo),
            ),
          ]}
        />
      </Panel>
      <Panel title={t('console.members.changes')}>
        <DataTable
          label={t('console.members.changes')}
          wrap
          rows={changes}
          rowKey={({ id }) => id}
          empty={<Nothing icon="scroll-text" title={t('console.members.noChanges')} />}
          columns={[
            column<Change>('what', t('console.members.what'), (change) => (
              <>
                <b>{t(`MembershipChangeKind.${change.kind}`)}</b>
                <div className="m">
                  {change.fromOrganisationName && `${change.fromOrganisationName} → `}
                  {change.organisationName} · {t(`MemberStage.${change.stage}`)}
                  {change.reason && ` · ${t(`LeavingReason.${change.reason}`)}`}
                  {change.note && ` · ${change.note}`}
                </div>
              </>
            )),
            column<Change>('day', t('console.members.effectiveOn'), ({ effectiveOn }) => (
              <span className="nw">{format.date(effectiveOn)}</span>
            )),
            column<Change>(
              'known',
              t('console.members.recorded'),
              ({ recordedAt, recordedBy, documentNumber }) => (
                <>
                  <span className="nw">{format.dateTime(recordedAt)}</span>
                  <div className="m">
                    {recordedBy}
                    {documentNumber && ` · ${documentNumber}`}
                  </div>
                </>
              ),
            ),
          ]}
        />
      </Panel>
    </>
  );
}
