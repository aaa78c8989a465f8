import type { CommitImportMutation, PreviewImportMutation } from '../../gql/graphql';

/** What the server found in the file. */
export type Preview = Extract<PreviewImportMutation['previewImport'], { __typename: 'ImportPreview' }>;
export type Result = Extract<CommitImportMutation['commitImport'], { __typename: 'ImportResult' }>;
