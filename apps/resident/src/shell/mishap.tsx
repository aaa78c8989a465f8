import { Icon } from '@linli/ui';
import { Component, type ReactElement, type ReactNode } from 'react';
import { Heading, Page } from './page';
import { CallCentre } from './pieces';
import { useWords } from './words';

interface State {
  readonly failed: boolean;
}

/** A page that broke says so, and offers to begin anew. */
export class Mishap extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <MishapPage /> : this.props.children;
  }
}

function MishapPage(): ReactElement {
  const { t } = useWords();
  return (
    <Page title={t('resident.mishap.title')}>
      <Heading>{t('resident.mishap.title')}</Heading>
      <p className="lead">{t('resident.mishap.lead')}</p>
      <button className="btn" type="button" onClick={() => window.location.reload()}>
        <Icon name="rotate-ccw" />
        {t('common.retry')}
      </button>
      <CallCentre />
    </Page>
  );
}
