import { span } from '../../../core/span.ts'
import { stay, type Answer, type Command, type Tools } from './command.ts'
import type { SyntaxProblem } from '../../shared/syntax-problem.ts'
import { readParameters, type Parameter } from '../parameters/read.ts'
import { addressOf, isAscii, readPath, type Path } from '../wire/paths.ts'
import { readLenientPath, type Leniency } from '../wire/lenient-paths.ts'
import type { Reply } from '../wire/reply.ts'
import { postmasterOf } from './routing.ts'
import type { CommandSession } from './session.ts'

export type PathArgument =
  | {
      readonly ok: true
      readonly path: Path
      /** Empty where the host reads them leniently: from `end` on. */
      readonly parameters: readonly Parameter[]
      /** Where the path ends. */
      readonly end: number
    }
  | { readonly ok: false; readonly answer: Answer }

/** What MAIL and RCPT differ in. */
export interface PathForm {
  readonly keyword: 'FROM' | 'TO'
  /** The keyword with its colon, and the white space behind it. */
  readonly opening: RegExp
  /** The whole command with an address, for a client that left the brackets out. */
  readonly example: string
  readonly bad: 'badSender' | 'badRecipient'
}

/** Reads `FROM:<path> parameters`, or answers what is wrong with it. */
export function readPathArgument(
  command: Command,
  form: PathForm,
  session: CommandSession,
  argument: string,
  { replies, policies }: Tools,
  utf8: 'declared' | 'not-declared' = 'not-declared',
): PathArgument {
  const refuse = (reply: Reply, problem: SyntaxProblem): PathArgument => ({
    ok: false,
    answer: stay(session, reply, problem),
  })
  const opening = form.opening.exec(argument)
  if (!opening) {
    const message = `\`${form.keyword}:\` must stand right behind \`${command.verb}\``
    const problem = { span: span(0, Math.max(1, argument.search(/\s|$/))), message }
    return refuse(replies.syntax({ command }), problem)
  }
  const at = opening[0].length
  const spaces = opening[1]!.length
  if (spaces > 0 && at < argument.length && policies.spaceAfterColon === 'refused') {
    const message = 'No space stands behind the colon'
    return refuse(replies.spaceAfterColon({ command }), { span: span(at - spaces, at), message })
  }
  const read =
    policies.addresses === 'lenient'
      ? readLenientPath(argument, at, leniencyOf(session, utf8))
      : readPath(argument, at)
  if (!read.ok)
    return refuse(badPath(read, command, form, at === argument.length, replies), read.problem)
  const { path, end } = read
  if (policies.parameters === 'lenient') return { ok: true, path, parameters: [], end }
  const parameters = readParameters(argument, end)
  if (parameters.ok) return { ok: true, path, parameters: parameters.parameters, end }
  return refuse(
    replies.badParameter({ keyword: '', because: parameters.problem.message }),
    parameters.problem,
  )
}

function badPath(
  read: Extract<ReturnType<typeof readPath>, { ok: false }>,
  command: Command,
  { example, bad }: PathForm,
  empty: boolean,
  replies: Tools['replies'],
): Reply {
  if (empty) return replies.syntax({ command })
  return read.brackets === 'missing'
    ? replies.noBrackets({ command, example })
    : replies[bad]({ because: read.problem.message })
}

/** How a lenient host reads addresses in this session. */
export const leniencyOf = (
  { host }: CommandSession,
  utf8: 'declared' | 'not-declared',
): Leniency => ({ origin: postmasterOf(host).domain, utf8: utf8 === 'declared' })

/** Whether an address in the path needs SMTPUTF8. */
export const needsUtf8 = (path: Path): boolean =>
  path.kind === 'mailbox' && !isAscii(addressOf(path.mailbox) + path.route.join())
