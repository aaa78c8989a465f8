import { type Action, holds } from '@linli/domain/access';
import { type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import { type AuthCheckerFn, Authorized, Extensions } from 'type-graphql';
import { careExpired, forbidden } from './errors.js';
import type { Request } from './request.js';

/** Only for viewers who hold the action. */
export const Allow = (action: Action): MethodDecorator => declare(action, Authorized(action));

/** For everyone, signed in or not. */
export const Public = (): MethodDecorator => declare('PUBLIC');

function declare(access: Action | 'PUBLIC', ...more: MethodDecorator[]): MethodDecorator {
  return (...method) => {
    for (const decorate of [Extensions({ access }) as MethodDecorator, ...more]) decorate(...method);
  };
}

export const checkAccess: AuthCheckerFn<Request, Action> = ({ context, args }, [action]) => {
  if (action === undefined || !holds(context.viewer, action)) throw forbidden();
  const { lapsed = [] } = context.visit ?? {};
  if (lapsed.some((id) => namedIn(args).includes(id))) throw careExpired();
  return true;
};

/** For whom an operation is asked, when it is asked for somebody. */
function namedIn(args: Readonly<Record<string, unknown>>): unknown[] {
  const input = (args.input ?? {}) as Readonly<Record<string, unknown>>;
  return [args, input].flatMap(({ beneficiaryId, residentId }) => [beneficiaryId, residentId]);
}

/** Every field that runs code of ours must say who may: a server with one that does not, does not start. */
export function refuseUndeclaredAccess(schema: GraphQLSchema): void {
  const undeclared = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('__'))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter(isUndeclared)
        .map(({ name }) => `${type.name}.${name}`),
    );
  if (undeclared.length === 0) return;
  throw new Error(
    `Neither @Allow nor @Public (nor, for plain columns, simpleResolvers) on: ${undeclared.join(', ')}`,
  );
}

const isUndeclared = (field: GraphQLField<unknown, unknown>): boolean =>
  field.resolve !== undefined && field.extensions.access === undefined;
