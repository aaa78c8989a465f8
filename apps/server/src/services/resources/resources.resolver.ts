import { type PlainDate, plainDate } from '@linli/domain/base';
import { type CentreId, centreId } from '@linli/domain/services/centres';
import {
  type AssignResourcesInput,
  assignResourcesInput,
  type BringBackResourceInput,
  bringBackResourceInput,
  type RetireResourceInput,
  retireResourceInput,
  type SaveResourceInput,
  saveResourceInput,
} from '@linli/domain/services/resources';
import { Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { Service, ServiceOrRefused } from '../centres/index.js';
import { resourceTakings, servicesNeeding } from './resource-takings.js';
import { Resource, ResourceOrRefused, ResourceTaking, WorkerAccount } from './resource.type.js';
import { workerAccountOf, workerAccounts } from './worker-accounts.js';
import { assignResources, resourcesOf, resourcesOfService, saveResource } from './resources.js';
import { bringBackResource, retireResource } from './retire-resource.js';

@Resolver(() => Service)
export class ResourcesResolver {
  @Allow('MANAGE_SERVICES')
  @Query(() => [Resource])
  resources(@Ctx() { db, viewer }: Request, @Arg('centreId', centreId) id: CentreId): Promise<Resource[]> {
    return resourcesOf(db, viewer, id);
  }

  @Allow('MANAGE_SERVICES')
  @Query(() => [ResourceTaking], { description: 'Of all resources of the centre, the earliest first.' })
  resourceTakings(
    @Ctx() { db, viewer }: Request,
    @Arg('centreId', centreId) id: CentreId,
    @Arg('day', plainDate) day: PlainDate,
  ): Promise<ResourceTaking[]> {
    return resourceTakings(db, viewer, { centreId: id, day });
  }

  @Allow('MANAGE_SERVICES')
  @Query(() => [WorkerAccount], { description: 'Who may see visits of this centre as their own.' })
  workerAccounts(
    @Ctx() { db, viewer }: Request,
    @Arg('centreId', centreId) id: CentreId,
  ): Promise<WorkerAccount[]> {
    return workerAccounts(db, viewer, id);
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
  @Mutation(() => ResourceOrRefused)
  retireResource(
    @Ctx() { db, viewer }: Request,
    @Input(retireResourceInput) input: RetireResourceInput,
  ): Promise<Resource | Refused> {
    return retireResource(db, viewer, input);
  }

  @Allow('MANAGE_SERVICES')
  @Mutation(() => ResourceOrRefused)
  bringBackResource(
    @Ctx() { db, viewer }: Request,
    @Input(bringBackResourceInput) input: BringBackResourceInput,
  ): Promise<Resource | Refused> {
    return bringBackResource(db, viewer, input);
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

@Resolver(() => Resource)
export class ResourceFieldsResolver {
  @Allow('MANAGE_SERVICES')
  @FieldResolver(() => [Service], { description: 'Which services need it.' })
  neededBy(@Root() { id }: Resource, @Ctx() request: Request): Promise<Service[]> {
    return servicesNeeding(request, id);
  }

  @Allow('MANAGE_SERVICES')
  @FieldResolver(() => WorkerAccount, {
    nullable: true,
    description: 'Of a person who signs in to see their own visits.',
  })
  account(@Root() { accountId }: Resource, @Ctx() request: Request): Promise<WorkerAccount | null> | null {
    return accountId && workerAccountOf(request, accountId);
  }
}
