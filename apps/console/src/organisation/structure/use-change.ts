import {
  ChangeCoversDocument,
  CloseAreaDocument,
  CloseOrganisationDocument,
  MergeOrganisationsDocument,
  MoveOrganisationDocument,
  RenameAreaDocument,
  RenameOrganisationDocument,
  SetUpOrganisationDocument,
  SplitOrganisationDocument,
} from '../../gql/graphql';
import { useAct, useCreate } from '../../kit/acts';
import type { Change, Values } from './change';

const valuesOf = (found: readonly { readonly value: string }[]) => found.map(({ value }) => value);

/** Sends the change; resolves with the id of what was changed, or set up, or nothing when it was refused. */
export function useChange(change: Change) {
  const all = {
    setUp: useCreate(SetUpOrganisationDocument),
    rename: useAct(RenameOrganisationDocument),
    close: useAct(CloseOrganisationDocument),
    move: useAct(MoveOrganisationDocument),
    covers: useAct(ChangeCoversDocument),
    split: useAct(SplitOrganisationDocument),
    merge: useAct(MergeOrganisationsDocument),
    renameArea: useAct(RenameAreaDocument),
    closeArea: useAct(CloseAreaDocument),
  };
  const id = 'id' in change ? change.id : '';
  const parentId = 'parentId' in change ? change.parentId : '';
  const send = async (values: Values): Promise<string | undefined> => {
    const { kind, covers, parent, merged, into, effectiveOn } = values;
    const [name, officialName] = [values.name.trim(), values.officialName.trim()];
    const record = { effectiveOn, documentNumber: values.documentNumber.trim() };
    const acts = {
      setUp: () => all.setUp.act({ ...record, parentId, kind, name, covers: valuesOf(covers) }),
      rename: () => all.rename.act({ ...record, id, name }),
      close: () => all.close.act({ ...record, id }),
      move: () => all.move.act({ ...record, id, parentId: parent?.value ?? '' }),
      covers: () => all.covers.act({ ...record, id, covers: valuesOf(covers) }),
      split: () =>
        all.split.act({
          ...record,
          id,
          into: into.map((part) => ({ ...part, name: part.name.trim(), covers: [...part.covers] })),
        }),
      merge: () => all.merge.act({ ...record, id, merged: valuesOf(merged) }),
      renameArea: () => all.renameArea.act({ ...record, id, name, officialName }),
      closeArea: () => all.closeArea.act({ ...record, id }),
    };
    return (await acts[change.act]()).done?.id;
  };
  const { busy, message } = all[change.act];
  return { send, busy, message };
}
