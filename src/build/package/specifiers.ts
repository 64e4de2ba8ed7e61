/**
 * The text of a declaration file with `./x.js` where it names `./x.ts`: the compiler rewrites these
 * paths in modules only, and not everybody's settings take them as they are.
 */
export const withJsSpecifiers = (declaration: string): string =>
  declaration.replace(/((?:\bfrom|\bimport)\s*\(?\s*['"]\.{1,2}\/[^'"\n]*)\.ts(?=['"])/g, '$1.js')
