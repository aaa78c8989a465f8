import { type OrganisationId, organisationId } from '@linli/domain/access';
import {
  BECOMING_STEPS,
  type DossierId,
  dossierId,
  type ExtendProbationInput,
  extendProbationInput,
  type OpenDossierInput,
  openDossierInput,
  type ProlongApprovalInput,
  prolongApprovalInput,
  type ReviewActivistInput,
  reviewActivistInput,
  type StopDossierInput,
  stopDossierInput,
  type TakeStepInput,
  takeStepInput,
} from '@linli/domain/organisation/becoming';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { becomingDossier, becomingDossiers } from './becoming.queries.js';
import { BecomingDossier, BecomingDossierOrRefused, BecomingStepInfo } from './becoming.type.js';
import { openDossier, takeStep } from './becoming-verbs.js';
import { extendProbation, prolongApproval, reviewActivist, stopDossier } from './dossier-verbs.js';

@Resolver()
export class BecomingResolver {
  @Allow('SEE_MEMBERS')
  @Query(() => [BecomingStepInfo], { description: 'The twenty-five steps, each with its papers.' })
  becomingSteps(): readonly BecomingStepInfo[] {
    return BECOMING_STEPS;
  }

  @Allow('SEE_MEMBERS')
  @Query(() => [BecomingDossier], { description: 'Who is on the way, what is late first; 500 at most.' })
  becomingDossiers(
    @Ctx() { db, viewer }: Request,
    @Arg('organisationId', organisationId) id: OrganisationId,
  ): Promise<BecomingDossier[]> {
    return becomingDossiers(db, viewer, id);
  }

  @Allow('SEE_MEMBERS')
  @Query(() => BecomingDossier, { description: 'One way, with all twenty-five steps.' })
  becomingDossier(
    @Ctx() { db, viewer }: Request,
    @Arg('id', dossierId) id: DossierId,
  ): Promise<BecomingDossier> {
    return becomingDossier(db, viewer, id);
  }

  @Allow('KEEP_MEMBERS')
  @Mutation(() => BecomingDossierOrRefused)
  openDossier(
    @Ctx() { db, viewer }: Request,
    @Input(openDossierInput) input: OpenDossierInput,
  ): Promise<BecomingDossier | Refused> {
    return openDossier(db, viewer, input);
  }

  @Allow('KEEP_MEMBERS')
  @Mutation(() => BecomingDossierOrRefused)
  takeStep(
    @Ctx() { db, viewer }: Request,
    @Input(takeStepInput) input: TakeStepInput,
  ): Promise<BecomingDossier | Refused> {
    return takeStep(db, viewer, input);
  }

  @Allow('KEEP_MEMBERS')
  @Mutation(() => BecomingDossierOrRefused)
  reviewActivist(
    @Ctx() { db, viewer }: Request,
    @Input(reviewActivistInput) input: ReviewActivistInput,
  ): Promise<BecomingDossier | Refused> {
    return reviewActivist(db, viewer, input);
  }

  @Allow('KEEP_MEMBERS')
  @Mutation(() => BecomingDossierOrRefused)
  extendProbation(
    @Ctx() { db, viewer }: Request,
    @Input(extendProbationInput) input: ExtendProbationInput,
  ): Promise<BecomingDossier | Refused> {
    return extendProbation(db, viewer, input);
  }

  @Allow('KEEP_MEMBERS')
  @Mutation(() => BecomingDossierOrRefused)
  prolongApproval(
    @Ctx() { db, viewer }: Request,
    @Input(prolongApprovalInput) input: ProlongApprovalInput,
  ): Promise<BecomingDossier | Refused> {
    return prolongApproval(db, viewer, input);
  }

  @Allow('KEEP_MEMBERS')
  @Mutation(() => BecomingDossierOrRefused)
  stopDossier(
    @Ctx() { db, viewer }: Request,
    @Input(stopDossierInput) input: StopDossierInput,
  ): Promise<BecomingDossier | Refused> {
    return stopDossier(db, viewer, input);
  }
}
