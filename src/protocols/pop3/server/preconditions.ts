import { firstRefusal, permissionIn, type Precondition } from '../../shared/preconditions.ts'
import { stay, type Answer, type Command, type Tools } from './command.ts'
import type { CommandSession } from './session.ts'

interface Request {
  readonly command: Command
  readonly argument: string
  readonly replies: Tools['replies']
  readonly policies: Tools['policies']
}

type Check = Precondition<CommandSession, Request, Answer>

/** The states of RFC 1939 §3. */
const order: Check = (session, { command, replies }) => {
  const permission = permissionIn(command, session.phase)
  return permission === 'allowed' ? undefined : stay(session, replies[permission]({ command }))
}

const noArgument: Check = (session, { command, argument, replies, policies }) =>
  command.takes === 'none' && argument !== '' && policies.needlessArguments === 'refused'
    ? stay(session, replies.noArgument({ command }), {
        span: { from: 0, to: argument.length },
        message: `\`${command.verb}\` stands alone`,
      })
    : undefined

/**
 * What must hold before a command runs: the right state, and no argument where none is allowed.
 * @returns The refusal, or `undefined` if the command may run.
 */
export const checkPreconditions = (
  session: CommandSession,
  command: Command,
  argument: string,
  { replies, policies }: Tools,
): Answer | undefined =>
  firstRefusal([order, noArgument], session, { command, argument, replies, policies })
