/** The types of an app's operations, from the committed schema. Import the named documents, never `graphql()`. */
export const codegen = {
  schema: '../../packages/schema/schema.graphql',
  documents: ['src/**/*.graphql'],
  generates: {
    './src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: {
          ID: 'string',
          DateTime: 'string',
          Date: 'string',
          JSONObject: 'Record<string, string | number>',
        },
      },
    },
  },
};
export default codegen;
