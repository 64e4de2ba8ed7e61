import { memberNamesOf, type Member } from './member-names.ts'
import { replaceStretches } from '../replace-stretches.ts'

/**
 * A bundle without the members of its classes that it never reads: what none of its texts and no code outside of it
 * names either can be reached by no one. What only these name goes with them.
 * @param known Names that others use or call: of the browser, of the language, of the code around it.
 */
export function withoutUnusedMembers(code: string, known: ReadonlySet<string>): string {
  const { members, mentions, words } = memberNamesOf(code)
  const mayGo = new Map<string, Member[]>()
  for (const one of members)
    if (!known.has(one.name)) mayGo.set(one.name, [...(mayGo.get(one.name) ?? []), one])
  const gone: Member[] = []
  const isUsed = (name: string, all: readonly Member[]) =>
    [mentions, words].some((places) =>
      places.get(name)?.some((at) => !isInSome(at, all) && !isInSome(at, gone)),
    )
  for (let before = -1; before < gone.length;) {
    before = gone.length
    for (const [name, all] of mayGo)
      if (!isUsed(name, all)) {
        gone.push(...all)
        mayGo.delete(name)
      }
  }
  return replaceStretches(
    code,
    gone.map(({ start, end, instead = '' }) => ({ start, end, text: instead })),
  )
}

const isInSome = (at: number, members: readonly Member[]): boolean =>
  members.some(({ start, end }) => start <= at && at < end)
