/**
 * A list of things of one kind: imports, then `export const things: readonly Thing[] = [ … ]`. Lists
 * that are spread in it may stand inside, and a call that sorts it around it.
 */
const list = /(: readonly [^=]+\[\] = (?:\w+\()?\[)((?:[^[\]]|\[[^\]]*\])*)\]/

/**
 * Adds a thing to a list: its import in order, and its name, in order too where the names are in
 * order, else behind the last. The result still wants formatting.
 * @returns undefined when the text holds no such list.
 */
export function addToList(text: string, name: string, file: string): string | undefined {
  const found = list.exec(text)
  if (!found) return undefined
  const [whole, head = '', inside = ''] = found
  const names = (inside.match(/(?:[^,[]|\[[^\]]*\])+/g) ?? []).flatMap(
    (entry) => entry.trim() || [],
  )
  const at = placeFor(name, names)
  const entries = [...names.slice(0, at), name, ...names.slice(at)].join(',\n  ')
  const grown = text.replace(whole, () => `${head}\n  ${entries},\n]`)
  return addImport(grown, `import { ${name} } from './${file}'`)
}

function placeFor(name: string, names: readonly string[]): number {
  const own = names.filter((entry) => !entry.startsWith('...'))
  const isSorted = own.every((entry, i) => i === 0 || (own[i - 1] ?? '') <= entry)
  const after = isSorted ? own.find((entry) => entry > name) : undefined
  if (after !== undefined) return names.indexOf(after)
  return names.findLastIndex((entry) => own.includes(entry)) + 1
}

/**
 * Adds a line to a list that is written as exports alone, one a file, in the order of the files.
 * @returns undefined when the text exports anything else.
 */
export function addToExports(text: string, name: string, file: string): string | undefined {
  const lines = text.split('\n').filter((line) => line !== '')
  if (!lines.every((line) => siblingExport.test(line))) return undefined
  const fileOf = (line: string): string => siblingExport.exec(line)?.[1] ?? ''
  const grown = [...lines, `export { ${name} } from './${file}'`]
  return `${grown.sort((a, b) => (fileOf(a) < fileOf(b) ? -1 : 1)).join('\n')}\n`
}

const siblingExport = /^export \{ \w+ \} from '\.\/([^']+)'$/

const siblingImport = /^import .* from '(\.\/[^']+)'$/

function addImport(text: string, line: string): string {
  const lines = text.split('\n')
  const target = (imported: string) => siblingImport.exec(imported)?.[1]
  const own = target(line) ?? ''
  const next = lines.findIndex((imported) => (target(imported) ?? '') > own)
  const last = lines.findLastIndex((imported) => imported.startsWith('import '))
  lines.splice(next < 0 ? last + 1 : next, 0, line)
  return lines.join('\n')
}
