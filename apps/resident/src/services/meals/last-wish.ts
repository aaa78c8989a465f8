import type { MealWay, Texture } from '../../gql/graphql';
import { store, stored } from '../../shell/stored';
import { TEXTURES, WAYS } from './lunch-rules';

/** How a person had their last lunch: asked once, preselected from then on. */
export interface Wish {
  readonly way?: MealWay;
  readonly texture?: Texture;
}

const all = (): Record<string, { way?: unknown; texture?: unknown }> => {
  try {
    return (JSON.parse(stored('linli.last-wish') ?? '{}') ?? {}) as Record<string, Wish>;
  } catch {
    return {};
  }
};

export function lastWish(personId: string): Wish {
  const { way, texture } = all()[personId] ?? {};
  const [knownWay, knownTexture] = [
    WAYS.find((each) => each === way),
    TEXTURES.find((each) => each === texture),
  ];
  return { ...(knownWay && { way: knownWay }), ...(knownTexture && { texture: knownTexture }) };
}

export const keepWish = (personId: string, wish: Wish): void =>
  store('linli.last-wish', JSON.stringify({ ...all(), [personId]: wish }));
