import {
  type ClaimScreenInput,
  claimScreenInput,
  type PairScreenInput,
  pairScreenInput,
  pairingSecret,
  type RenameScreenInput,
  renameScreenInput,
  type ReportScreenInput,
  reportScreenInput,
  type RevokeScreenInput,
  revokeScreenInput,
  type StartPairingInput,
  startPairingInput,
} from '@linli/domain/screens';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Arg, Input, Public, type Refused, type Request } from '../../platform/graphql/index.js';
import { claimScreen } from './claim-screen.js';
import { renameScreen, reportScreen, revokeScreen, screensOf } from './manage-screen.js';
import { pairScreen } from './pair-screen.js';
import { type Pairing, PairingOrRefused, PairingStatus } from './pairing.type.js';
import { Screen, ScreenOrRefused } from './screen.entity.js';
import { pairingStatus, startPairing } from './start-pairing.js';

@Resolver()
export class PairingResolver {
  /** A wall that nobody has paired yet is nobody. */
  @Public()
  @Mutation(() => PairingOrRefused)
  startPairing(
    @Ctx() request: Request,
    @Input(startPairingInput) input: StartPairingInput,
  ): Promise<Pairing | Refused> {
    return startPairing(request, input);
  }

  @Public()
  @Query(() => PairingStatus)
  pairingStatus(
    @Ctx() { db }: Request,
    @Arg('secret', pairingSecret) secret: string,
  ): Promise<PairingStatus> {
    return pairingStatus(db, secret);
  }

  @Public()
  @Mutation(() => ScreenOrRefused)
  claimScreen(
    @Ctx() request: Request,
    @Input(claimScreenInput) input: ClaimScreenInput,
  ): Promise<Screen | Refused> {
    return claimScreen(request, input);
  }

  @Allow('MANAGE_SCREENS')
  @Query(() => [Screen])
  screens(@Ctx() { db, viewer }: Request): Promise<Screen[]> {
    return screensOf(db, viewer);
  }

  @Allow('MANAGE_SCREENS')
  @Mutation(() => ScreenOrRefused)
  pairScreen(
    @Ctx() request: Request,
    @Input(pairScreenInput) input: PairScreenInput,
  ): Promise<Screen | Refused> {
    return pairScreen(request, input);
  }

  @Allow('MANAGE_SCREENS')
  @Mutation(() => ScreenOrRefused)
  renameScreen(
    @Ctx() { db, viewer }: Request,
    @Input(renameScreenInput) input: RenameScreenInput,
  ): Promise<Screen | Refused> {
    return renameScreen(db, viewer, input);
  }

  @Allow('MANAGE_SCREENS')
  @Mutation(() => ScreenOrRefused)
  revokeScreen(
    @Ctx() { db, viewer }: Request,
    @Input(revokeScreenInput) input: RevokeScreenInput,
  ): Promise<Screen | Refused> {
    return revokeScreen(db, viewer, input);
  }

  @Allow('SHOW_SCENE')
  @Mutation(() => ScreenOrRefused)
  reportScreen(
    @Ctx() { db, viewer }: Request,
    @Input(reportScreenInput) input: ReportScreenInput,
  ): Promise<Screen | Refused> {
    return reportScreen(db, viewer, input);
  }
}
