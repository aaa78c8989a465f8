import {
  type PersonId,
  type RequestSignInCodeInput,
  requestSignInCodeInput,
  type SignInWithCodeInput,
  signInWithCodeInput,
} from '@linli/domain/access';
import { Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Me, MeOrRefused } from '../../access/accounts/index.js';
import { statement } from '../../platform/database/index.js';
import { Input, Public, type Refused, type Request } from '../../platform/graphql/index.js';
import { StraightField } from '../../platform/straight/index.js';
import { SignInCodeSent, SignInCodeSentOrRefused } from './sign-in.type.js';
import { requestSignInCode, signInWithCode } from './sign-in-with-code.js';

const maskedPhoneOf = statement<{ id: PersonId }, { phoneMasked: string | null }>({
  name: 'masked-phone-of-resident',
  text: 'SELECT phone_masked FROM resident WHERE id = :id',
});

@Resolver(() => Me)
export class SignInResolver {
  @Public()
  @Mutation(() => SignInCodeSentOrRefused)
  requestSignInCode(
    @Ctx() request: Request,
    @Input(requestSignInCodeInput) input: RequestSignInCodeInput,
  ): Promise<SignInCodeSent | Refused> {
    return requestSignInCode(request, input);
  }

  @Public()
  @Mutation(() => MeOrRefused)
  signInWithCode(
    @Ctx() request: Request,
    @Input(signInWithCodeInput) input: SignInWithCodeInput,
  ): Promise<Me | Refused> {
    return signInWithCode(request, input);
  }

  /** One's own, and masked all the same: somebody may look over one's shoulder. */
  @StraightField('(SELECT phone_masked FROM resident WHERE resident.id = :viewerId::uuid)')
  @Public()
  @FieldResolver(() => String, { nullable: true })
  async phone(@Root() me: Me, @Ctx() { db }: Request): Promise<string | null> {
    if (me.face !== 'RESIDENT') return me.phoneMasked;
    const [row] = await maskedPhoneOf(db, { id: me.id as PersonId });
    return row?.phoneMasked ?? null;
  }
}
