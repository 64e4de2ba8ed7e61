import { bad, no, type Answer, type Tools } from '../server/command.ts'
import type { Selected } from '../server/session.ts'
import { searchCharsets } from './charsets.ts'

/** Refuses an unknown charset; after UTF8=ACCEPT the client may name none (RFC 6855 §3). */
export function charsetRefusal(
  session: Selected,
  charset: string | undefined,
  known: 'known' | 'unknown',
  { responses, command }: Tools,
): Answer | undefined {
  if (charset === undefined) return undefined
  if (session.enabled.has('UTF8=ACCEPT') && /SEARCH$/.test(command.verb)) {
    return bad(session, responses.charsetWithUtf8({ command }))
  }
  if (known === 'known') return undefined
  const code = `BADCHARSET (${searchCharsets.join(' ')})`
  return no(session, responses.badCharset({ charset }), { code })
}
