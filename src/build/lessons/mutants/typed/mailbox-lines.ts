import { slipsOf } from '../slips.ts'
import type { TypedOperator } from './operator.ts'

const IMAP = /^(\S+) ((?:UID )?[A-Z]+)(.*)$/i

/** A command of IMAP: without its tag, mistyped, for another message or folder, with other flags. */
export const imapLine: TypedOperator = function* ({ part, text }, { dice }) {
  const [, tag, verb, rest = ''] = (part === 'imap' && IMAP.exec(text)) || []
  if (!tag || !verb) return
  yield { cause: 'imap-no-tag', put: [`${verb}${rest}`] }
  const own = verb.replace(/^UID /i, '')
  for (const slip of slipsOf(own, dice))
    yield { cause: 'imap-verb-typo', put: [`${tag} ${verb.replace(own, slip.text)}${rest}`] }
  if (own !== verb) yield { cause: 'imap-no-uid', put: [`${tag} ${own}${rest}`] }
  if (/^(LOGIN|SELECT|EXAMINE|EXPUNGE)$/i.test(verb))
    yield { cause: `imap-no-${leftOut(verb)}`, put: [] }
  if (/^(SELECT|EXAMINE)$/i.test(verb))
    for (const slip of slipsOf(rest.trim(), dice))
      yield { cause: 'imap-folder-typo', put: [`${tag} ${verb} ${slip.text}`] }
  const [, number, more = ''] = /^ (\d+)( .*)?$/.exec(rest) ?? []
  if (number) yield { cause: 'other-message', put: [`${tag} ${verb} ${Number(number) + 1}${more}`] }
  if (/ [+-]FLAGS/i.test(rest))
    yield {
      cause: 'imap-flags-replaced',
      put: [`${tag} ${verb}${rest.replace(/[+-](FLAGS)/i, '$1')}`],
    }
  if (/\\[A-Z]/i.test(rest))
    yield { cause: 'imap-flag-typo', put: [`${tag} ${verb}${rest.replace('\\', '')}`] }
}

const leftOut = (verb: string): 'login' | 'select' | 'expunge' =>
  /^LOGIN$/i.test(verb) ? 'login' : /^EXPUNGE$/i.test(verb) ? 'expunge' : 'select'

/** A command of POP3: mistyped, left out, for another message, with another name or password. */
export const popLine: TypedOperator = function* ({ part, text }, { dice }) {
  const [, verb, rest = ''] = (part === 'pop3' && /^([A-Z]+)(.*)$/i.exec(text)) || []
  if (!verb) return
  for (const slip of slipsOf(verb, dice)) yield { cause: 'pop-verb-typo', put: [slip.text + rest] }
  if (/^(USER|PASS)$/i.test(verb)) {
    yield { cause: 'pop-no-login', put: [] }
    for (const slip of slipsOf(rest.trim(), dice).slice(0, 2))
      yield { cause: 'pop-login-typo', put: [`${verb} ${slip.text}`] }
  }
  if (/^QUIT$/i.test(verb)) yield { cause: 'pop-no-quit', put: ['\x03'] }
  const [, number, more = ''] = /^ (\d+)( .*)?$/.exec(rest) ?? []
  if (number) yield { cause: 'other-message', put: [`${verb} ${Number(number) + 1}${more}`] }
}
