import { dump } from 'js-yaml'
import { isProseLike, isTranslated } from './same-marks.ts'
import { staleTexts, type MadeOf } from './stale.ts'
import { nameOf, type Text, type TextPath } from './text.ts'

/** What a translation has by now. */
export interface Progress {
  readonly said: ReadonlyMap<string, string>
  readonly madeOf: MadeOf
}

/**
 * A translation's YAML: a text a line, and above each that is missing or older than its English the English one,
 * as a comment.
 */
export function writeTexts(texts: readonly Text[], progress: Progress): string {
  const stale = new Set(staleTexts(texts, progress.madeOf))
  const lines: string[] = []
  let open: TextPath = []
  for (const text of texts) {
    const name = nameOf(text.path)
    const said = progress.said.get(name)
    const indent = '  '.repeat(text.path.length - 1)
    const english = scalar(text.text).replace(/\s+/g, ' ')
    if (text.optional && said === undefined) {
      if (isProseLike(text))
        lines.push(
          `${indent.slice(2)}# may be translated: ${nameOf(text.path.slice(-2))} ${english}`,
        )
      continue
    }
    lines.push(...headsOf(text.path, open))
    if (!isTranslated(text, said)) lines.push(`${indent}# en: ${english}`)
    else if (stale.has(name)) lines.push(`${indent}# changed, en: ${english}`)
    lines.push(
      `${indent}${keyOf(text.path.at(-1)!)}${scalar(isTranslated(text, said) ? said : '')}`,
    )
    open = text.path
  }
  return `${lines.join('\n')}\n`
}

/** The keys above a text that are not open yet. */
function headsOf(path: TextPath, open: TextPath): string[] {
  const above = path.slice(0, -1)
  const shared = above.findIndex((key, at) => open[at] !== key || at >= open.length - 1)
  if (shared < 0) return []
  return above.slice(shared).map((key, at) => {
    const indent = '  '.repeat(shared + at)
    return `${indent}${keyOf(key)}`.trimEnd()
  })
}

/** A place in a list has no key. */
const keyOf = (key: string): string => (/^\d+$/.test(key) ? '- ' : `${scalar(key)}: `)

const scalar = (text: string): string => dump(text, { lineWidth: -1 }).trim()

/** Digests of what stands translated: those of before, and of what is new the English of now. */
export function madeOfNow(
  texts: readonly Text[],
  { said, madeOf }: Progress,
  digest: (text: string) => string,
  agrees: boolean,
): Record<string, string> {
  return Object.fromEntries(
    texts.flatMap((text) => {
      const name = nameOf(text.path)
      if (!isTranslated(text, said.get(name))) return []
      const before = agrees ? undefined : madeOf.get(name)
      return [[name, before ?? digest(text.text)] as const]
    }),
  )
}
