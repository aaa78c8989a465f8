import type { BoundedContext } from '../../platform/bounded-context.js';
import { SceneResolver } from './scene.resolver.js';

export const scenes: BoundedContext = { entities: [], migrations: [], resolvers: [SceneResolver] };
