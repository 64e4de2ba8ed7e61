import { memberNamesOf, type Member } from './member-names.ts'
import { replaceStretches } from '../replace-stretches.ts'

/**
 * A bundle without the methods and fields of its classes that it never names: what none of its texts and no code
 * outside of it names either can be reached by no one. What only these name goes with them.
 * @param known Names that others use or call: of the browser, of the language, of the code around it.
 */
export function withoutUnusedMembers(code: string, known: ReadonlySet<string>): string {
  const { members, mentions, words } = memberNamesOf(code)
  const mayGo = members.filter(({ name }) => !known.has(name) && !words.has(name))
  const gone = new Set<Member>()
  const isUsed = (one: Member) =>
    mentions.get(one.name)?.some((at) => !isIn(at, one) && !isInSome(at, gone))
  for (let before = -1; before < gone.size;) {
    before = gone.size
    for (const one of mayGo) if (!isUsed(one)) gone.add(one)
  }
  return replaceStretches(
    code,
    [...gone].map((one) => ({ ...one, text: '' })),
  )
}

const isIn = (at: number, { start, end }: Member): boolean => start <= at && at < end

function isInSome(at: number, members: ReadonlySet<Member>): boolean {
  for (const one of members) if (isIn(at, one)) return true
  return false
}
