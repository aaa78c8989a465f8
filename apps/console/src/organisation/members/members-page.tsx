import { useNow } from '@linli/client';
import { type ReactElement, useEffect, useState } from 'react';
import { useMay, useViewer } from '../../access/viewer';
import { MemberRootsDocument, OneOrganisationDocument } from '../../gql/graphql';
import { dayOf } from '../../kit/days';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { Page, Panel } from '../../kit/page';
import { Loaded, Loading, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { TreeView } from '../structure/tree-view';
import { useTree } from '../structure/use-tree';
import { MemberDrawer } from './member-drawer';
import { JoinForm } from './join-form';
import { Roster } from './roster';

/** 黨員 The organisations on the left, who belongs to the chosen one and to those below it on the right. */
export default function MembersPage(): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  const [id, setId] = useFilter('id', '');
  const [memberId, setMemberId] = useFilter('member', '');
  const tree = useTree('party', today);
  const { duties } = useViewer().me;
  const roots = useRead(MemberRootsDocument, {});
  const own = duties.flatMap(({ organisation }) => organisation?.id ?? [])[0];
  const selected = id || (own ?? roots.data?.memberRoots[0]?.id);
  const [version, setVersion] = useState(0);
  return (
    <Page title={t('console.menu.members')} fill about={<p className="m">{t('console.members.about')}</p>}>
      <div className="g-org">
        <section className="panel treep" aria-label={t('console.structure.party')}>
          <div className="ph">
            <h2>{t('console.structure.party')}</h2>
          </div>
          <span />
          <TreeView label={t('console.structure.party')} tree={tree} selected={selected} onSelect={setId} />
        </section>
        <div className="stack">
          {selected && roots.data ? (
            <Chosen
              key={`${selected}${version}`}
              {...{ id: selected, today, onReveal: tree.reveal, onShow: setMemberId }}
              roots={roots.data.memberRoots.map((root) => root.id)}
              onChanged={() => setVersion((before) => before + 1)}
            />
          ) : (
            <Loading rows={6} />
          )}
        </div>
      </div>
      {memberId && (
        <MemberDrawer
          key={memberId}
          {...{ id: memberId, today }}
          onClose={() => setMemberId('')}
          onChanged={() => setVersion((before) => before + 1)}
        />
      )}
    </Page>
  );
}

interface ChosenProps {
  readonly id: string;
  readonly today: string;
  /** What the viewer looks after; all below these too. */
  readonly roots: readonly string[];
  readonly onReveal: (ancestorIds: readonly string[]) => Promise<void>;
  readonly onShow: (memberId: string) => void;
  readonly onChanged: () => void;
}

/** Members belong to branches: in a committee nobody can be taken in. */
const BRANCHES = ['VILLAGE_BRANCH', 'ESTATE_BRANCH', 'AGENCY_BRANCH', 'JOINT_BRANCH', 'TWO_NEW_BRANCH'];

function Chosen({ id, today, roots, onReveal, onShow, onChanged }: ChosenProps): ReactElement {
  const { t } = useWords();
  const read = useRead(OneOrganisationDocument, { id, on: today });
  const [joining, setJoining] = useState(false);
  const keeps = useMay('KEEP_MEMBERS');
  const ancestors = read.data?.organisation.ancestors;
  useEffect(() => {
    if (ancestors) void onReveal(ancestors.map((above) => above.id));
  }, [ancestors, onReveal]);
  return (
    <Loaded read={read} rows={6}>
      {({ organisation }) => {
        const within = [id, ...organisation.ancestors.map((above) => above.id)].some((one) =>
          roots.includes(one),
        );
        if (!within)
          return (
            <Panel title={organisation.name}>
              <Nothing icon="lock" title={t('console.members.beyond')}>
                {t('console.members.beyondWhy')}
              </Nothing>
            </Panel>
          );
        const isBranch = BRANCHES.includes(organisation.kind);
        const takes = keeps && isBranch && organisation.validTo === null;
        return (
          <>
            <Roster
              {...{ organisation, isBranch, onShow }}
              onJoin={takes ? () => setJoining(true) : undefined}
              onImported={keeps && organisation.validTo === null ? onChanged : undefined}
            />
            {joining && (
              <JoinForm
                {...{ organisation, today }}
                onClose={() => setJoining(false)}
                onDone={(memberId) => {
                  setJoining(false);
                  onChanged();
                  onShow(memberId);
                }}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}
