import { parseAst, Visitor } from 'vite'

/** The modules of Monaco that list its icons. */
export const ICON_LISTS: ReadonlySet<string> = new Set([
  'vs/base/common/codicons.js',
  'vs/base/common/codiconsLibrary.js',
])

/** Icons that the code of the editor names, and those that others of them are drawn as. */
export const keptIcons: ReadonlySet<string> = new Set([
  ...['account', 'addSmall', 'arrowDown', 'arrowUp', 'blank', 'caseSensitive', 'check'],
  ...['chevronDown', 'chevronLeft', 'chevronRight', 'close', 'copy', 'dash', 'error', 'file'],
  ...['folder', 'issues', 'lightBulb', 'lightbulbAutofix', 'lightbulbSparkle'],
  ...[
    'lightbulbSparkleAutofix',
    'loading',
    'menuSelection',
    'menuSubmenu',
    'preserveCase',
    'regex',
  ],
  ...['removeSmall', 'replace', 'replaceAll', 'scrollbarButtonDown', 'scrollbarButtonLeft'],
  ...['scrollbarButtonRight', 'scrollbarButtonUp', 'selection', 'sparkle', 'sparkleFilled'],
  ...['surroundWith', 'symbolArray', 'symbolBoolean', 'symbolClass', 'symbolColor'],
  ...['symbolConstant', 'symbolConstructor', 'symbolCustomColor', 'symbolEnum', 'symbolEnumMember'],
  ...['symbolEvent', 'symbolField', 'symbolFile', 'symbolFolder', 'symbolFunction'],
  ...['symbolInterface', 'symbolKey', 'symbolKeyword', 'symbolMethod', 'symbolModule'],
  ...['symbolNamespace', 'symbolNull', 'symbolNumber', 'symbolObject', 'symbolOperator'],
  ...['symbolPackage', 'symbolProperty', 'symbolReference', 'symbolSnippet', 'symbolString'],
  ...['symbolStruct', 'symbolText', 'symbolTypeParameter', 'symbolUnit', 'symbolValue'],
  ...['symbolVariable', 'sync', 'tools', 'triangleDown', 'triangleLeft', 'triangleRight'],
  ...['triangleUp', 'wholeWord', 'wrench'],
])

/** Names of icons that a module draws. */
export const iconsIn = (code: string): string[] =>
  [...code.matchAll(/\bCodicon\.(\w+)/g)].map(([, name]) => name!)

/** A list of icons that has those of some names. */
export function withIcons(code: string, names: ReadonlySet<string>): string {
  let [left, rest] = ['', 0]
  new Visitor({
    Property({ key, value, start, end }) {
      if (key.type !== 'Identifier' || value.type !== 'CallExpression' || names.has(key.name))
        return
      left += code.slice(rest, start)
      rest = code[end] === ',' ? end + 1 : end
    },
  }).visit(parseAst(code))
  return left + code.slice(rest)
}
