import type { Viewer } from '@linli/domain/access';
import { Extensions } from 'type-graphql';
import type { Asking } from './asking.js';
import type { Part } from './shape.js';

/**
 * A query that one statement can answer, beside the resolver that it decorates: the same answer, or none. Where the
 * statement has nothing to say (no such row, not within reach), the resolver is asked, and says why.
 */
export interface StraightQuery<Arguments extends object = never> {
  /** What the text names beside the reach; nothing where the resolver has to be asked. */
  readonly parameters?: (viewer: Viewer, given: Arguments) => Readonly<Record<string, unknown>> | undefined;
  /** Nothing for viewers whom only the resolver can answer. */
  readonly answer: (asking: Asking) => Part | undefined;
}

export const Straight = <Arguments extends object>(straight: StraightQuery<Arguments>): MethodDecorator =>
  Extensions({ straight });

/** The same for a field that a room adds to the type of a room below: SQL over the rows of that type. */
export const StraightField = (text: string): MethodDecorator => Extensions({ straightField: text });
