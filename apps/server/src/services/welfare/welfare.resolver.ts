import { type CentreId, centreId } from '@linli/domain/access';
import {
  type CloseWelfareCheckInput,
  closeWelfareCheckInput,
  nextStep,
  type RecordWelfareStepInput,
  recordWelfareStepInput,
  type RevealWelfareNumberInput,
  revealWelfareNumberInput,
} from '@linli/domain/services/welfare';
import { Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import { Resident, residentOf } from '../../organisation/people/index.js';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { closeWelfareCheck, recordWelfareStep, revealWelfareNumber } from './welfare.js';
import { targetOf, welfareChecks } from './welfare.queries.js';
import {
  WelfareCheck,
  WelfareCheckOrRefused,
  type WelfareNumber,
  WelfareNumberOrRefused,
  WelfareStepDue,
} from './welfare.type.js';

@Resolver(() => WelfareCheck)
export class WelfareResolver {
  @Allow('CHECK_WELFARE')
  @Query(() => [WelfareCheck])
  welfareChecks(
    @Ctx() { db, viewer }: Request,
    @Arg('open', z.boolean()) open: boolean,
    @Arg('centreId', centreId.nullish()) centre: CentreId | null | undefined,
  ): Promise<WelfareCheck[]> {
    return welfareChecks(db, viewer, { centreId: centre ?? null, open });
  }

  @Allow('CHECK_WELFARE')
  @FieldResolver(() => Resident)
  resident(@Root() check: WelfareCheck, @Ctx() request: Request): Promise<Resident> {
    return residentOf(request, { id: check.residentId, at: targetOf(check) });
  }

  @Allow('CHECK_WELFARE')
  @FieldResolver(() => WelfareStepDue, {
    nullable: true,
    description: 'Null: every step was taken, or it is closed.',
  })
  nextStep(@Root() { openedAt, steps, outcome }: WelfareCheck): WelfareStepDue | null {
    return outcome === null ? (nextStep(openedAt, steps) ?? null) : null;
  }

  @Allow('CHECK_WELFARE')
  @Mutation(() => WelfareCheckOrRefused)
  recordWelfareStep(
    @Ctx() { db, viewer }: Request,
    @Input(recordWelfareStepInput) input: RecordWelfareStepInput,
  ): Promise<WelfareCheck | Refused> {
    return recordWelfareStep(db, viewer, input);
  }

  @Allow('CHECK_WELFARE')
  @Mutation(() => WelfareCheckOrRefused)
  closeWelfareCheck(
    @Ctx() { db, viewer }: Request,
    @Input(closeWelfareCheckInput) input: CloseWelfareCheckInput,
  ): Promise<WelfareCheck | Refused> {
    return closeWelfareCheck(db, viewer, input);
  }

  @Allow('CHECK_WELFARE')
  @Mutation(() => WelfareNumberOrRefused)
  revealWelfareNumber(
    @Ctx() { db, viewer, environment: { dataKey } }: Request,
    @Input(revealWelfareNumberInput) input: RevealWelfareNumberInput,
  ): Promise<WelfareNumber | Refused> {
    return revealWelfareNumber(db, { viewer, dataKey }, input);
  }
}
