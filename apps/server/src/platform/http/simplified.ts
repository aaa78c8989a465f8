let converter: Promise<(text: string) => string> | undefined;

/** Content is stored in Traditional characters with mainland terms; this turns a whole answer into Simplified ones. */
export async function simplified(text: string): Promise<string> {
  converter ??= import('opencc-js/t2cn').then(
    ({ Converter }) => Converter({ from: 'tw', to: 'cn' }) as (text: string) => string,
  );
  return (await converter)(text);
}
