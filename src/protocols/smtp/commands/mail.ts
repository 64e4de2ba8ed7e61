import { defineCommand, go, stay, type Answer, type Command, type Tools } from '../command.ts'
import { offeredTo } from '../extensions.ts'
import { MAIL_LINE_EXTRA } from '../limits.ts'
import { readMailParameters, type MailParameters } from '../parameters.ts'
import { needsUtf8, readPathArgument, type PathForm } from '../path-argument.ts'
import { addressOf, type Path } from '../paths.ts'
import { toMail, type Greeted } from '../session.ts'

const form: PathForm = {
  keyword: 'FROM',
  example: 'MAIL FROM:<you@example.net>',
  bad: 'badSender',
}

export const mail: Command = defineCommand({
  verb: 'MAIL',
  syntax: 'MAIL FROM:<reverse-path> [parameters]',
  about: 'Begins a message: who is told if it cannot be delivered',
  source: { rfc: 5321, section: '4.1.1.2' },
  allowedIn: ['greeted'],
  // §4.1.4: a transaction must end before the next begins.
  elsewhere: { connected: 'helloFirst', mail: 'nestedMail', rcpt: 'nestedMail' },
  argument: 'utf8',
  extraOctets: MAIL_LINE_EXTRA,
  run(session, argument, tools) {
    const read = readPathArgument(mail, form, session, argument, tools)
    if (!read.ok) return read.answer
    const understood = readMailParameters(read.parameters, offeredTo(session))
    if (understood.ok) return begin(session, read.path, understood.parameters, tools.say)
    const { problem, parameter, fault } = understood
    const refuse = problem === 'unknown' ? tools.say.unknownParameter : tools.say.badParameter
    return stay(session, refuse({ ...parameter, because: fault.message }), fault)
  },
})

function begin(
  session: Greeted,
  path: Path,
  parameters: MailParameters,
  say: Tools['say'],
): Answer {
  // Only a recipient may be `<Postmaster>` (§4.1.1.3).
  if (path.kind === 'postmaster')
    return stay(session, say.badSender({ because: 'A sender needs an `@` and a domain' }))
  // RFC 6531 §3.5: 550 for MAIL, 553 for RCPT.
  if (needsUtf8(path) && !parameters.smtputf8) return stay(session, say.mailNeedsUtf8({}))
  const limit = session.host.maxSize
  if (limit > 0 && (parameters.size ?? 0) > limit)
    return stay(session, say.declaredTooLarge({ limit }))
  const from = path.kind === 'null' ? '' : addressOf(path.mailbox)
  return go(toMail(session, { from, parameters }), say.mail({ address: from }))
}
