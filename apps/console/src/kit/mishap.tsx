import { Component, type ReactElement, type ReactNode } from 'react';
import { Button } from './button';
import { Page, Panel } from './page';
import { Nothing } from './states';
import { useWords } from './words';

interface Props {
  /** Elsewhere one begins anew. */
  readonly place?: string;
  readonly children: ReactNode;
}

interface State {
  readonly failed: boolean;
}

/**
 * A page that broke says so, and offers to begin anew. So does one whose file is not to be had: without network, or because
 * the house has a newer version whose files have other names.
 */
export class Mishap extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidUpdate({ place }: Props): void {
    if (this.state.failed && place !== this.props.place) this.setState({ failed: false });
  }

  override render(): ReactNode {
    return this.state.failed ? <MishapPage /> : this.props.children;
  }
}

function MishapPage(): ReactElement {
  const { t } = useWords();
  return (
    <Page title={t('console.mishap.title')}>
      <Panel>
        <Nothing
          icon="server-crash"
          title={t('console.mishap.title')}
          action={
            <Button icon="refresh-cw" onClick={() => window.location.reload()}>
              {t('console.mishap.again')}
            </Button>
          }
        >
          {t('console.mishap.lead')}
        </Nothing>
      </Panel>
    </Page>
  );
}
