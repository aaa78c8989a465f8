import type { Refused } from '@linli/client';
import { plainCall } from './plain-call';

interface SignInCodeSent {
  readonly maskedPhone: string;
  readonly resendAfterSeconds: number;
  readonly expiresInSeconds: number;
}
interface Me {
  readonly id: string;
  readonly name: string;
}
interface SignedOut {
  readonly sessions: number;
}

// Texts, not documents: parsing documents would bring the whole of graphql to the first page. A test holds them to the schema.
const REFUSED = '... on Refused { code details }';
export const REQUEST_CODE = `mutation RequestSignInCode($input: RequestSignInCodeInput!) {
  requestSignInCode(input: $input) { __typename ... on SignInCodeSent { maskedPhone resendAfterSeconds expiresInSeconds } ${REFUSED} }
}`;
export const SIGN_IN = `mutation SignInWithCode($input: SignInWithCodeInput!) {
  signInWithCode(input: $input) { __typename ... on Me { id name } ${REFUSED} }
}`;
export const SIGN_OUT = `mutation SignOut($input: SignOutInput!) {
  signOut(input: $input) { __typename ... on SignedOut { sessions } ${REFUSED} }
}`;
export const DEMONSTRATION = 'query Demonstration { demonstration }';

export const requestCode = async (phone: string): Promise<SignInCodeSent | Refused> =>
  (await plainCall<{ requestSignInCode: SignInCodeSent | Refused }>(REQUEST_CODE, { input: { phone } }))
    .requestSignInCode;

export const signInWithCode = async (phone: string, code: string): Promise<Me | Refused> =>
  (await plainCall<{ signInWithCode: Me | Refused }>(SIGN_IN, { input: { phone, code } })).signInWithCode;

export const signOut = async (): Promise<SignedOut | Refused> =>
  (await plainCall<{ signOut: SignedOut | Refused }>(SIGN_OUT, { input: { everywhere: false } })).signOut;

export const isDemonstration = async (): Promise<boolean> =>
  (await plainCall<{ demonstration: boolean }>(DEMONSTRATION)).demonstration;
