import { Ctx, Query, Resolver } from 'type-graphql';
import { Public, type Request } from '../../platform/graphql/index.js';

@Resolver()
export class DemonstrationResolver {
  /** True where the data are made up: every face says so. */
  @Public()
  @Query(() => Boolean)
  demonstration(@Ctx() { environment }: Request): boolean {
    return environment.DEMONSTRATION;
  }
}
