import type { Change, LineRange } from './line-diff.ts'

/** The lines of a text, one UTF-16 unit an octet, and whether the last one has its end. */
export interface DiffText {
  readonly lines: readonly string[]
  readonly lastLine: 'ended' | 'open'
}

const NO_END = '\\ No newline at end of file'

/** As `diff` prints by default: `2c2`, `<` and `>`. */
export const normalDiff = (
  changes: readonly Change[],
  before: DiffText,
  after: DiffText,
): string[] =>
  changes.flatMap((change) => {
    const { old, new: fresh } = change
    const action = isEmpty(old) ? 'a' : isEmpty(fresh) ? 'd' : 'c'
    const sides = [...marked('< ', before, old)]
    const [head, tail] = [
      `${normalRange(old)}${action}${normalRange(fresh)}`,
      marked('> ', after, fresh),
    ]
    return [head, ...sides, ...(action === 'c' ? ['---'] : []), ...tail]
  })

const isEmpty = ({ from, to }: LineRange): boolean => from === to

/** Where nothing stands, the line before it is named. */
const normalRange = ({ from, to }: LineRange): string =>
  to - from <= 1 ? String(to - from === 1 ? from + 1 : from) : `${from + 1},${to}`

function marked(mark: string, { lines, lastLine }: DiffText, { from, to }: LineRange): string[] {
  const shown = lines.slice(from, to).map((line) => mark + line)
  return to === lines.length && to > from && lastLine === 'open' ? [...shown, NO_END] : shown
}

/** As `diff -u` prints, without the names of the files. @param context Lines around each change. */
export const unifiedDiff = (
  changes: readonly Change[],
  before: DiffText,
  after: DiffText,
  context: number,
): string[] =>
  grouped(changes, context).flatMap((group) => hunkLines(group, before, after, context))

/** Changes that have no more lines between them than their surroundings. */
function grouped(changes: readonly Change[], context: number): Change[][] {
  const groups: Change[][] = []
  for (const change of changes) {
    const last = groups.at(-1)?.at(-1)
    if (last && change.old.from - last.old.to <= 2 * context) groups.at(-1)!.push(change)
    else groups.push([change])
  }
  return groups
}

function hunkLines(
  group: readonly Change[],
  before: DiffText,
  after: DiffText,
  context: number,
): string[] {
  const [first, last] = [group[0]!, group.at(-1)!]
  const lead = Math.min(context, first.old.from)
  const tail = Math.min(context, before.lines.length - last.old.to)
  const old = { from: first.old.from - lead, to: last.old.to + tail }
  const fresh = { from: first.new.from - lead, to: last.new.to + tail }
  const lines: string[] = []
  let at = old.from
  for (const change of group) {
    lines.push(...marked(' ', before, { from: at, to: change.old.from }))
    lines.push(...marked('-', before, change.old), ...marked('+', after, change.new))
    at = change.old.to
  }
  lines.push(...marked(' ', before, { from: at, to: old.to }))
  return [`@@ -${unifiedRange(old)} +${unifiedRange(fresh)} @@`, ...lines]
}

function unifiedRange({ from, to }: LineRange): string {
  const count = to - from
  if (count === 1) return String(from + 1)
  return `${count ? from + 1 : from},${count}`
}
