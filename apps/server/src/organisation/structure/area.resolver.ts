import { line, plainDate, type PlainDate } from '@linli/domain/base';
import {
  type AreaId,
  areaId,
  AreaKind,
  type CloseAreaInput,
  closeAreaInput,
  type RenameAreaInput,
  renameAreaInput,
} from '@linli/domain/organisation/structure';
import { Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { Straight } from '../../platform/straight/index.js';
import { straightAreas } from './area-tree.straight.js';
import { Area, AreaOrRefused } from './area.entity.js';
import { ancestorsOfArea, areaById, areasOn, searchAreas } from './area.queries.js';
import { closeArea, renameArea } from './change-area.js';
import { Organisation } from './organisation.entity.js';
import { organisationsCovering } from './organisation.queries.js';
import { viewerChangesArea } from './node-to-change.js';
import { changesOfArea } from './structure-change.queries.js';
import { StructureChange } from './structure-change.type.js';

type Optional<Value> = Value | null | undefined;

@Resolver(() => Area)
export class AreaResolver {
  @Straight(straightAreas)
  @Allow('SEE_STRUCTURE')
  @Query(() => [Area])
  areas(
    @Ctx() { db }: Request,
    @Arg('rootId', areaId.nullish()) rootId: Optional<AreaId>,
    @Arg('depth', z.int().min(0).max(20).nullish()) depth: Optional<number>,
    @Arg('on', plainDate.nullish()) on: Optional<PlainDate>,
    @Arg('kinds', z.array(z.enum(AreaKind)).nullish()) kinds: Optional<AreaKind[]>,
  ): Promise<Area[]> {
    return areasOn(db, {
      rootId: rootId ?? null,
      depth: depth ?? null,
      on: on ?? null,
      kinds: kinds ?? null,
    });
  }

  @Allow('SEE_STRUCTURE')
  @Query(() => Area)
  area(
    @Ctx() { db }: Request,
    @Arg('id', areaId) id: AreaId,
    @Arg('on', plainDate.nullish()) on: Optional<PlainDate>,
  ): Promise<Area> {
    return areaById(db, id, on ?? null);
  }

  @Allow('SEE_STRUCTURE')
  @Query(() => [Area])
  searchAreas(
    @Ctx() { db }: Request,
    @Arg('text', line(60)) text: string,
    @Arg('on', plainDate.nullish()) on: Optional<PlainDate>,
  ): Promise<Area[]> {
    return searchAreas(db, { text, on: on ?? null });
  }

  @Allow('CHANGE_STRUCTURE')
  @Mutation(() => AreaOrRefused)
  renameArea(
    @Ctx() { db, viewer }: Request,
    @Input(renameAreaInput) input: RenameAreaInput,
  ): Promise<Area | Refused> {
    return renameArea(db, viewer, input);
  }

  @Allow('CHANGE_STRUCTURE')
  @Mutation(() => AreaOrRefused)
  closeArea(
    @Ctx() { db, viewer }: Request,
    @Input(closeAreaInput) input: CloseAreaInput,
  ): Promise<Area | Refused> {
    return closeArea(db, viewer, input);
  }

  @Allow('SEE_STRUCTURE')
  @FieldResolver(() => [Area], { description: 'From the district down to the parent.' })
  ancestors(@Root() area: Area, @Ctx() request: Request): Promise<Area[]> {
    return ancestorsOfArea(request, area);
  }

  @Allow('SEE_STRUCTURE')
  @FieldResolver(() => [Organisation])
  coveredBy(@Root() area: Area, @Ctx() request: Request): Promise<Organisation[]> {
    return organisationsCovering(request, area);
  }

  @Allow('SEE_STRUCTURE')
  @FieldResolver(() => Boolean)
  viewerCanChange(@Root() { id }: Area, @Ctx() request: Request): Promise<boolean> {
    return viewerChangesArea(request, id);
  }

  @Allow('SEE_STRUCTURE')
  @FieldResolver(() => [StructureChange])
  changes(@Root() { id }: Area, @Ctx() request: Request): Promise<StructureChange[]> {
    return changesOfArea(request, id);
  }
}
