import { useMutation } from '@apollo/client/react';
import { type Refused, type Submission, useNow, useSubmit } from '@linli/client';
import { useState } from 'react';
import {
  CareDocument,
  type CareFragment,
  type CareScope,
  ChangeCareDocument,
  GrantCareDocument,
  RequestCareCodeDocument,
} from '../../gql/graphql';
import { residentId } from '../../shell/session';

export interface CareWish {
  readonly name: string;
  readonly phone: string;
  readonly scopes: readonly CareScope[];
  readonly until: string;
}

interface Saving {
  readonly submission: Submission<CareFragment>;
  /** True once the server has it. */
  readonly save: (wish: CareWish, code: string) => Promise<boolean>;
}

/** A new grant, or the given one changed; the list is read again before one is back there. */
export function useCare(grant: CareFragment | undefined): Saving {
  const [grantCare] = useMutation(GrantCareDocument);
  const [changeCare] = useMutation(ChangeCareDocument);
  const { submission, submit } = useSubmit(
    async (
      { name, phone, code, ...extent }: CareWish & { readonly code: string },
      id: string,
    ): Promise<CareFragment | Refused> => {
      const elderId = residentId.get() ?? '';
      const after = {
        refetchQueries: [{ query: CareDocument, variables: { residentId: elderId } }],
        awaitRefetchQueries: true,
      };
      const scopes = [...extent.scopes];
      const answer = grant
        ? (await changeCare({ variables: { input: { id: grant.id, ...extent, scopes, code } }, ...after }))
            .data?.changeCare
        : (
            await grantCare({
              variables: {
                input: { id, elderId, carerName: name, carerPhone: phone, ...extent, scopes, code },
              },
              ...after,
            })
          ).data?.grantCare;
      if (!answer) throw new Error('No answer.');
      return answer;
    },
  );
  return {
    submission,
    save: async (wish, code) => (await submit({ ...wish, code })).state === 'done',
  };
}

interface Sent {
  readonly maskedPhone: string;
  readonly resendAfterSeconds: number;
}

/** Asks for the code, and says how long until another may be asked for. */
export function useCareCode() {
  useNow();
  const [request] = useMutation(RequestCareCodeDocument);
  const [sent, setSent] = useState<{ readonly to: string; readonly resendAt: number }>();
  const { submission, submit } = useSubmit(async (_: { at: number }): Promise<Sent | Refused> => {
    const { data } = await request({ variables: { input: { elderId: residentId.get() ?? '' } } });
    if (!data) throw new Error('No answer.');
    return data.requestCareCode;
  });
  const ask = async () => {
    const outcome = await submit({ at: Date.now() });
    if (outcome.state !== 'done') return;
    const { maskedPhone, resendAfterSeconds } = outcome.result;
    setSent({ to: maskedPhone, resendAt: Date.now() + resendAfterSeconds * 1000 });
  };
  return {
    sentTo: sent?.to,
    secondsLeft: Math.max(0, Math.ceil(((sent?.resendAt ?? 0) - Date.now()) / 1000)),
    submission,
    ask: () => void (submission.state === 'submitting' ? undefined : ask()),
  };
}
