import { type SavePreferencesInput, savePreferencesInput } from '@linli/domain/organisation/people';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Input, type Request } from '../../platform/graphql/index.js';
import { preferencesOf, savePreferences } from './preferences.js';
import { Straight } from '../../platform/straight/index.js';
import { straightPeople } from './my-people.straight.js';
import { myPeople } from './resident.queries.js';
import { Preferences, PreferencesOrRefused, Resident } from './resident.type.js';

@Resolver()
export class PeopleResolver {
  @Straight(straightPeople)
  @Allow('SEE_RESIDENTS')
  @Query(() => [Resident])
  myPeople(@Ctx() { db, viewer }: Request): Promise<Resident[]> {
    return myPeople(db, viewer);
  }

  @Allow('MANAGE_OWN_ACCOUNT')
  @Query(() => Preferences)
  myPreferences(@Ctx() { db, viewer }: Request): Promise<Preferences> {
    return preferencesOf(db, viewer);
  }

  @Allow('MANAGE_OWN_ACCOUNT')
  @Mutation(() => PreferencesOrRefused)
  savePreferences(
    @Ctx() { db, viewer }: Request,
    @Input(savePreferencesInput) input: SavePreferencesInput,
  ): Promise<Preferences> {
    return savePreferences(db, viewer, input);
  }
}
