// Imported first, and written so that an old Node can read it.
var wanted = [20, 19];
var found = process.versions.node.split('.').map(Number);
if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
  console.error(
    '需要 Node.js ' +
      wanted.join('.') +
      ' 或更新版本，當前是 ' +
      process.versions.node +
      '。\n' +
      'Linli needs Node.js ' +
      wanted.join('.') +
      ' or newer; this is ' +
      process.versions.node +
      '. See https://nodejs.org/',
  );
  process.exit(1);
}
