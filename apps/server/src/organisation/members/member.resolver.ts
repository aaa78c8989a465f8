import { type OrganisationId, organisationId, type PersonId, personId } from '@linli/domain/access';
import { pageSize, plainDate, type PlainDate, words } from '@linli/domain/base';
import {
  type ChangeMemberStageInput,
  changeMemberStageInput,
  type EndExemptionInput,
  endExemptionInput,
  type EndMembershipInput,
  endMembershipInput,
  type ExemptMemberInput,
  exemptMemberInput,
  type JoinOrganisationInput,
  joinOrganisationInput,
  type MemberSheetInput,
  memberSheetInput,
  MemberStage,
  type TransferMemberInput,
  transferMemberInput,
} from '@linli/domain/organisation/members';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { Organisation, organisationNodes } from '../structure/index.js';
import { endExemption, exemptMember } from './exemption-verbs.js';
import { memberCounts, membersOf, showMember } from './member.queries.js';
import { MemberCount, MemberRecord, MemberRecordOrRefused, PartyMemberConnection } from './member.type.js';
import { importMemberSheet, previewMemberSheet } from './member-sheet.js';
import { MemberSheet, MemberSheetOrRefused } from './member-sheet.type.js';
import { peopleToJoin, PersonToJoin } from './people-to-join.js';
import { organisationsReached } from './reach.js';
import { changeMemberStage, endMembership, joinOrganisation, transferMember } from './member-verbs.js';

type Optional<Value> = Value | null | undefined;

@Resolver()
export class MemberResolver {
  @Allow('SEE_MEMBERS')
  @Query(() => PartyMemberConnection)
  members(
    @Ctx() { db, viewer }: Request,
    @Arg('organisationId', organisationId) id: OrganisationId,
    @Arg('on', plainDate.nullish()) on: Optional<PlainDate>,
    @Arg('text', words(60).nullish()) text: Optional<string>,
    @Arg('stages', z.array(z.enum(MemberStage)).max(4).nullish()) stages: Optional<MemberStage[]>,
    @Arg('exempt', z.boolean().nullish()) exempt: Optional<boolean>,
    @Arg('first', pageSize) first: number,
    @Arg('after', personId.nullish()) after: Optional<PersonId>,
  ): Promise<PartyMemberConnection> {
    const asked = {
      organisationId: id,
      on: on ?? null,
      knownAt: null,
      text: text === '' ? null : (text ?? null),
      first,
    };
    const filters = { stages: stages ?? null, exempt: exempt ?? null, after: after ?? null };
    return membersOf(db, viewer, { ...asked, ...filters });
  }

  @Allow('SEE_MEMBERS')
  @Query(() => [MemberCount])
  memberCounts(
    @Ctx() { db, viewer }: Request,
    @Arg('organisationIds', z.array(organisationId).min(1).max(100)) organisationIds: OrganisationId[],
    @Arg('on', plainDate.nullish()) on: Optional<PlainDate>,
  ): Promise<MemberCount[]> {
    return memberCounts(db, viewer, { organisationIds, on: on ?? null });
  }

  @Allow('SEE_MEMBERS')
  @Query(() => [Organisation], { description: 'The topmost organisations whose members the viewer may see.' })
  async memberRoots(@Ctx() { db, viewer }: Request): Promise<Organisation[]> {
    const ids = await organisationsReached(db, viewer, 'SEE_MEMBERS');
    return organisationNodes(db, { ids, on: null });
  }

  @Allow('KEEP_MEMBERS')
  @Query(() => [PersonToJoin])
  peopleToJoin(
    @Ctx() { db, viewer }: Request,
    @Arg('organisationId', organisationId) id: OrganisationId,
    @Arg('text', words(60)) text: string,
  ): Promise<PersonToJoin[]> {
    return peopleToJoin(db, viewer, { organisationId: id, text });
  }

  @Allow('SEE_MEMBERS')
  @Query(() => MemberRecord)
  member(@Ctx() { db, viewer }: Request, @Arg('id', personId) id: PersonId): Promise<MemberRecord> {
    return showMember(db, viewer, id);
  }

  @Allow('KEEP_MEMBERS')
  @Mutation(() => MemberRecordOrRefused)
  joinOrganisation(
    @Ctx() { db, viewer }: Request,
    @Input(joinOrganisationInput) input: JoinOrganisationInput,
  ): Promise<MemberRecord | Refused> {
    return joinOrganisation(db, viewer, input);
  }

  @Allow('KEEP_MEMBERS')
  @Mutation(() => MemberRecordOrRefused)
  transferMember(
    @Ctx() { db, viewer }: Request,
    @Input(transferMemberInput) input: TransferMemberInput,
  ): Promise<MemberRecord | Refused> {
    return transferMember(db, viewer, input);
  }

  @Allow('KEEP_MEMBERS')
  @Mutation(() => MemberRecordOrRefused)
  changeMemberStage(
    @Ctx() { db, viewer }: Request,
    @Input(changeMemberStageInput) input: ChangeMemberStageInput,
  ): Promise<MemberRecord | Refused> {
    return changeMemberStage(db, viewer, input);
  }

  @Allow('KEEP_MEMBERS')
  @Mutation(() => MemberRecordOrRefused)
  endMembership(
    @Ctx() { db, viewer }: Request,
    @Input(endMembershipInput) input: EndMembershipInput,
  ): Promise<MemberRecord | Refused> {
    return endMembership(db, viewer, input);
  }

  @Allow('KEEP_MEMBERS')
  @Mutation(() => MemberRecordOrRefused)
  exemptMember(
    @Ctx() { db, viewer }: Request,
    @Input(exemptMemberInput) input: ExemptMemberInput,
  ): Promise<MemberRecord | Refused> {
    return exemptMember(db, viewer, input);
  }

  @Allow('KEEP_MEMBERS')
  @Mutation(() => MemberRecordOrRefused)
  endExemption(
    @Ctx() { db, viewer }: Request,
    @Input(endExemptionInput) input: EndExemptionInput,
  ): Promise<MemberRecord | Refused> {
    return endExemption(db, viewer, input);
  }

  @Allow('KEEP_MEMBERS')
  @Query(() => MemberSheetOrRefused, { description: 'What a sheet would do to the roster.' })
  previewMemberSheet(
    @Ctx() { db, viewer }: Request,
    @Input(memberSheetInput) input: MemberSheetInput,
  ): Promise<MemberSheet | Refused> {
    return previewMemberSheet(db, viewer, input);
  }

  @Allow('KEEP_MEMBERS')
  @Mutation(() => MemberSheetOrRefused)
  importMemberSheet(
    @Ctx() { db, viewer }: Request,
    @Input(memberSheetInput) input: MemberSheetInput,
  ): Promise<MemberSheet | Refused> {
    return importMemberSheet(db, viewer, input);
  }
}
