import { expect, it } from '@jest/globals';
import { postsOf } from '@linli/domain/organisation/posts';
import { OrganisationKind } from '@linli/domain/organisation/structure';
import { POST_KINDS, postsAt } from './post-words';

it('offers the posts that the domain knows at each kind of organisation', () => {
  for (const kind of Object.values(OrganisationKind)) expect(postsAt(kind)).toEqual(postsOf(kind));
  expect(POST_KINDS).toEqual(postsOf('COMMUNITY_COMMITTEE'));
});
