import type { ReactElement } from 'react';
import { useFilter } from '../../kit/filters';
import { Page } from '../../kit/page';
import { Loading } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { ScopeChoice, useScope } from '../parts/scope';
import { InService } from './in-service';
import { Moving } from './moving';

type View = 'MOVING' | 'IN_SERVICE';

/** 流動與報到 Who is away from where they belong, and who serves where they live. */
export default function MovingPage(): ReactElement {
  const { t } = useWords();
  const scope = useScope();
  const [view, setView] = useFilter<View>('view', 'MOVING');
  return (
    <Page
      title={t('console.menu.moving')}
      about={<ScopeChoice scope={scope} />}
      actions={
        <Tabs
          label={t('console.menu.moving')}
          current={view}
          onChange={setView}
          tabs={[
            { key: 'MOVING', label: t('console.moving.moving') },
            { key: 'IN_SERVICE', label: t('console.moving.inService') },
          ]}
        />
      }
    >
      {!scope.id && <Loading rows={6} />}
      {scope.id && view === 'MOVING' && <Moving key={scope.id} id={scope.id} />}
      {scope.id && view === 'IN_SERVICE' && <InService key={scope.id} id={scope.id} />}
    </Page>
  );
}
