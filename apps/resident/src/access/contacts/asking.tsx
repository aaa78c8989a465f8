import type { ReactElement } from 'react';
import { Redirect } from '../../shell/router';
import { type Signal, useSignal } from '../../shell/signal';

export const LIST = '/me/contacts';

/** Pages of a question each, over what is answered so far. Opened anew in the middle, that is gone: one begins again. */
export const askingFor =
  <Draft extends object>(drafts: Signal<Draft | null>) =>
  (Page: (question: { readonly draft: Draft }) => ReactElement) =>
    function Asked(): ReactElement {
      const draft = useSignal(drafts);
      return draft ? <Page draft={draft} /> : <Redirect to={LIST} replace />;
    };
