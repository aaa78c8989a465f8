import { DeskIcon } from '@linli/ui/desk';
import type { ReactElement } from 'react';

/** Why an act was not done, beside the button that asked for it. */
export const Problem = ({ message }: { readonly message: string | undefined }): ReactElement | null =>
  message ? (
    <p className="note note--bad" role="alert">
      <DeskIcon name="octagon-alert" />
      <span>{message}</span>
    </p>
  ) : null;
