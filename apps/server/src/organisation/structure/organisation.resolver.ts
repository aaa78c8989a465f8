import { line, plainDate, type PlainDate } from '@linli/domain/base';
import {
  type ChangeCoversInput,
  changeCoversInput,
  type CloseOrganisationInput,
  closeOrganisationInput,
  type MergeOrganisationsInput,
  mergeOrganisationsInput,
  type MoveOrganisationInput,
  moveOrganisationInput,
  type OrganisationId,
  organisationId,
  type RenameOrganisationInput,
  renameOrganisationInput,
  type SetUpOrganisationInput,
  setUpOrganisationInput,
  type SplitOrganisationInput,
  splitOrganisationInput,
} from '@linli/domain/organisation/structure';
import { Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { Area } from './area.entity.js';
import { areasCoveredBy } from './area.queries.js';
import { changeCovers } from './change-covers.js';
import { closeOrganisation, renameOrganisation } from './change-organisation.js';
import { mergeOrganisations } from './merge-organisations.js';
import { moveOrganisation } from './move-organisation.js';
import { Organisation, OrganisationOrRefused } from './organisation.entity.js';
import {
  ancestorsOfOrganisation,
  organisationById,
  organisationsOn,
  searchOrganisations,
} from './organisation.queries.js';
import { setUpOrganisation } from './set-up-organisation.js';
import { splitOrganisation } from './split-organisation.js';
import { viewerChangesOrganisation } from './node-to-change.js';
import { changesOfOrganisation } from './structure-change.queries.js';
import { StructureChange } from './structure-change.type.js';

type Optional<Value> = Value | null | undefined;

@Resolver(() => Organisation)
export class OrganisationResolver {
  @Allow('SEE_STRUCTURE')
  @Query(() => [Organisation])
  organisations(
    @Ctx() { db }: Request,
    @Arg('rootId', organisationId.nullish()) rootId: Optional<OrganisationId>,
    @Arg('depth', z.int().min(0).max(20).nullish()) depth: Optional<number>,
    @Arg('on', plainDate.nullish()) on: Optional<PlainDate>,
  ): Promise<Organisation[]> {
    return organisationsOn(db, { rootId: rootId ?? null, depth: depth ?? null, on: on ?? null, kinds: null });
  }

  @Allow('SEE_STRUCTURE')
  @Query(() => Organisation)
  organisation(
    @Ctx() { db }: Request,
    @Arg('id', organisationId) id: OrganisationId,
    @Arg('on', plainDate.nullish()) on: Optional<PlainDate>,
  ): Promise<Organisation> {
    return organisationById(db, id, on ?? null);
  }

  @Allow('SEE_STRUCTURE')
  @Query(() => [Organisation])
  searchOrganisations(
    @Ctx() { db }: Request,
    @Arg('text', line(60)) text: string,
    @Arg('on', plainDate.nullish()) on: Optional<PlainDate>,
  ): Promise<Organisation[]> {
    return searchOrganisations(db, text, on ?? null);
  }

  @Allow('CHANGE_STRUCTURE')
  @Mutation(() => OrganisationOrRefused)
  setUpOrganisation(
    @Ctx() { db, viewer }: Request,
    @Input(setUpOrganisationInput) input: SetUpOrganisationInput,
  ): Promise<Organisation | Refused> {
    return setUpOrganisation(db, viewer, input);
  }

  @Allow('CHANGE_STRUCTURE')
  @Mutation(() => OrganisationOrRefused)
  renameOrganisation(
    @Ctx() { db, viewer }: Request,
    @Input(renameOrganisationInput) input: RenameOrganisationInput,
  ): Promise<Organisation | Refused> {
    return renameOrganisation(db, viewer, input);
  }

  @Allow('CHANGE_STRUCTURE')
  @Mutation(() => OrganisationOrRefused)
  closeOrganisation(
    @Ctx() { db, viewer }: Request,
    @Input(closeOrganisationInput) input: CloseOrganisationInput,
  ): Promise<Organisation | Refused> {
    return closeOrganisation(db, viewer, input);
  }

  @Allow('CHANGE_STRUCTURE')
  @Mutation(() => OrganisationOrRefused)
  moveOrganisation(
    @Ctx() { db, viewer }: Request,
    @Input(moveOrganisationInput) input: MoveOrganisationInput,
  ): Promise<Organisation | Refused> {
    return moveOrganisation(db, viewer, input);
  }

  @Allow('CHANGE_STRUCTURE')
  @Mutation(() => OrganisationOrRefused)
  changeCovers(
    @Ctx() { db, viewer }: Request,
    @Input(changeCoversInput) input: ChangeCoversInput,
  ): Promise<Organisation | Refused> {
    return changeCovers(db, viewer, input);
  }

  @Allow('CHANGE_STRUCTURE')
  @Mutation(() => OrganisationOrRefused)
  splitOrganisation(
    @Ctx() { db, viewer }: Request,
    @Input(splitOrganisationInput) input: SplitOrganisationInput,
  ): Promise<Organisation | Refused> {
    return splitOrganisation(db, viewer, input);
  }

  @Allow('CHANGE_STRUCTURE')
  @Mutation(() => OrganisationOrRefused)
  mergeOrganisations(
    @Ctx() { db, viewer }: Request,
    @Input(mergeOrganisationsInput) input: MergeOrganisationsInput,
  ): Promise<Organisation | Refused> {
    return mergeOrganisations(db, viewer, input);
  }

  @Allow('SEE_STRUCTURE')
  @FieldResolver(() => [Organisation])
  ancestors(@Root() organisation: Organisation, @Ctx() request: Request): Promise<Organisation[]> {
    return ancestorsOfOrganisation(request, organisation);
  }

  @Allow('SEE_STRUCTURE')
  @FieldResolver(() => [Area])
  covers(@Root() organisation: Organisation, @Ctx() request: Request): Promise<Area[]> {
    return areasCoveredBy(request, organisation);
  }

  @Allow('SEE_STRUCTURE')
  @FieldResolver(() => Boolean)
  viewerCanChange(@Root() { id }: Organisation, @Ctx() request: Request): Promise<boolean> {
    return viewerChangesOrganisation(request, id);
  }

  @Allow('SEE_STRUCTURE')
  @FieldResolver(() => [StructureChange])
  changes(@Root() { id }: Organisation, @Ctx() request: Request): Promise<StructureChange[]> {
    return changesOfOrganisation(request, id);
  }
}
