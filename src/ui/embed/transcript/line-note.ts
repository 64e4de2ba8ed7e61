import { words } from '#words/transcript'
import type { TranscriptStep } from '../../../lab/types.ts'
import { unpacked } from '../../views/wire/readable.ts'

/** What a line is, in a few words: who says it is said beside it. */
export function roleText({ kind, role, text, card }: TranscriptStep): string {
  if (kind === 'gap') return words.gap
  if (role === undefined) return ''
  if (role !== 'message' || card) return words.roles[role]
  if (text === '') return words.emptyLine
  return words.roles.message
}

/** What stands behind the letters of a line: base64 decoded, a stuffed dot taken off. */
export function hiddenText({ role, text, kind }: TranscriptStep): string | undefined {
  if (role === 'message' && text.startsWith('.')) return words.stuffed(text.slice(1))
  const base64 =
    role === 'answer'
      ? text
      : role === 'go-on'
        ? /^(?:334|\+) (\S+)$/.exec(text)?.[1]
        : role === 'command'
          ? /^(?:\S+ )?(?:AUTH|AUTHENTICATE) \S+ (\S+)$/i.exec(text)?.[1]
          : undefined
  if (base64 === undefined || kind === 'note') return undefined
  const plain = unpacked(base64)
  return plain === undefined || plain === '' ? undefined : words.decoded(plain)
}
