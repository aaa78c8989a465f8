import { type PlainDate, plainDate } from '@linli/domain/base';
import {
  type PublishTimetableInput,
  publishTimetableInput,
  type SaveServiceInput,
  saveServiceInput,
  type ServiceId,
  serviceId,
  type Slot,
  slotsInput,
} from '@linli/domain/services/centres';
import { Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  Allow,
  Arg,
  badUserInput,
  DateTime,
  Input,
  type Refused,
  type Request,
} from '../../platform/graphql/index.js';
import { serviceFor } from './managed.js';
import { previewTimetable, publishTimetable } from './publish-timetable.js';
import { saveService } from './save-service.js';
import { Service, ServiceOrRefused } from './service.entity.js';
import { areaNameOf, nextSessionOf, timetableOf } from './service.queries.js';
import { BookingPolicy, Eligibility, TimetableSlot } from './service.type.js';
import { TimetablePreview, type TimetablePublished, TimetablePublishedOrRefused } from './timetable.type.js';

@Resolver(() => Service)
export class ServiceResolver {
  @Allow('BROWSE_SERVICES')
  @Query(() => Service)
  service(@Ctx() { db, viewer }: Request, @Arg('id', serviceId) id: ServiceId): Promise<Service> {
    return serviceFor(db, viewer, 'BROWSE_SERVICES', id);
  }

  @Allow('BROWSE_SERVICES')
  @FieldResolver(() => Eligibility)
  async eligibility(
    @Root() { minAge, careNeeds, residentAreaId: areaId }: Service,
    @Ctx() request: Request,
  ): Promise<Eligibility> {
    return { minAge, careNeeds, areaId, areaName: areaId && (await areaNameOf(request, areaId)) };
  }

  @Allow('BROWSE_SERVICES')
  @FieldResolver(() => BookingPolicy)
  policy(@Root() service: Service): BookingPolicy {
    return service;
  }

  @Allow('BROWSE_SERVICES')
  @FieldResolver(() => [TimetableSlot])
  timetable(@Root() { id }: Service, @Ctx() request: Request): Promise<TimetableSlot[]> {
    return timetableOf(request, id);
  }

  @Allow('BROWSE_SERVICES')
  @FieldResolver(() => DateTime, { nullable: true })
  nextSessionAt(@Root() { id }: Service, @Ctx() request: Request): Promise<Date | null> {
    return nextSessionOf(request, id);
  }

  @Allow('MANAGE_SERVICES')
  @Query(() => TimetablePreview)
  previewTimetable(
    @Ctx() { db, viewer }: Request,
    @Arg('serviceId', serviceId) id: ServiceId,
    @Arg('slots', slotsInput, 'SlotInput') slots: Slot[],
    @Arg('from', plainDate) from: PlainDate,
    @Arg('to', plainDate) to: PlainDate,
  ): Promise<TimetablePreview> {
    const { data, error } = publishTimetableInput.safeParse({ serviceId: id, slots, from, to });
    if (error) throw badUserInput(error);
    return previewTimetable(db, viewer, data);
  }

  @Allow('MANAGE_SERVICES')
  @Mutation(() => ServiceOrRefused)
  saveService(
    @Ctx() { db, viewer }: Request,
    @Input(saveServiceInput) input: SaveServiceInput,
  ): Promise<Service | Refused> {
    return saveService(db, viewer, input);
  }

  @Allow('MANAGE_SERVICES')
  @Mutation(() => TimetablePublishedOrRefused)
  publishTimetable(
    @Ctx() { db, viewer }: Request,
    @Input(publishTimetableInput) input: PublishTimetableInput,
  ): Promise<TimetablePublished | Refused> {
    return publishTimetable(db, viewer, input);
  }
}
