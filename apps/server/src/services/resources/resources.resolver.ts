import { type CentreId, centreId } from '@linli/domain/services/centres';
import {
  type AssignResourcesInput,
  assignResourcesInput,
  type SaveResourceInput,
  saveResourceInput,
} from '@linli/domain/services/resources';
import { Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { Service, ServiceOrRefused } from '../centres/index.js';
import { Resource, ResourceOrRefused } from './resource.type.js';
import { assignResources, resourcesOf, resourcesOfService, saveResource } from './resources.js';

@Resolver(() => Service)
export class ResourcesResolver {
  @Allow('MANAGE_SERVICES')
  @Query(() => [Resource])
  resources(@Ctx() { db, viewer }: Request, @Arg('centreId', centreId) id: CentreId): Promise<Resource[]> {
    return resourcesOf(db, viewer, id);
  }

  @Allow('BROWSE_SERVICES')
  @FieldResolver(() => [Resource], { description: 'What each of its sessions takes with its first booking.' })
  resourcesTaken(@Root() { id }: Service, @Ctx() request: Request): Promise<Resource[]> {
    return resourcesOfService(request, id);
  }

  @Allow('MANAGE_SERVICES')
  @Mutation(() => ResourceOrRefused)
  saveResource(
    @Ctx() { db, viewer }: Request,
    @Input(saveResourceInput) input: SaveResourceInput,
  ): Promise<Resource | Refused> {
    return saveResource(db, viewer, input);
  }

  @Allow('MANAGE_SERVICES')
  @Mutation(() => ServiceOrRefused)
  assignResources(
    @Ctx() { db, viewer }: Request,
    @Input(assignResourcesInput) input: AssignResourcesInput,
  ): Promise<Service | Refused> {
    return assignResources(db, viewer, input);
  }
}
