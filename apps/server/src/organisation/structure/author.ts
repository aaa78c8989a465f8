import { type Reach, reachOf, type Viewer } from '@linli/domain/access';

/** Who changes a tree, and how far they may: a viewer, or the house itself (a command, the demonstration). */
export interface Author {
  readonly id: string | null;
  readonly name: string;
  readonly reach: Reach;
}

export const authorOf = (viewer: Viewer): Author => ({
  id: viewer.personId,
  name: viewer.name,
  reach: reachOf(viewer, 'CHANGE_STRUCTURE'),
});

export const houseAuthor = (name: string): Author => ({
  id: null,
  name,
  reach: { everything: true, people: [], areas: [], organisations: [], centres: [] },
});
