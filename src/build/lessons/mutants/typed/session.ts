import { slipsOf } from '../slips.ts'
import type { TypedOperator } from './operator.ts'

/** `QUIT` too early: before a line that belongs to the message's way. */
export const quitEarly: TypedOperator = function* ({ part, verb }) {
  if (part === 'command' && /^(MAIL|RCPT|DATA)$/.test(verb))
    yield { cause: 'quit-early', put: ['QUIT'], keep: 'after' }
}

/** Ctrl-C and Ctrl-D: before a line, or in place of the goodbye. */
export const hangUp: TypedOperator = function* ({ part, verb }, { dice }) {
  const keys = ['\x03', '\x04']
  if (verb === 'QUIT' && part === 'command')
    for (const key of keys) yield { cause: 'hung-up-for-quit', put: [key] }
  else if (part !== 'shell' && !/^(EHLO|HELO)$/.test(verb))
    yield { cause: 'hung-up', put: [dice.one(keys)], keep: 'after' }
}

/** Host or port mistyped. */
export const whereTo: TypedOperator = function* ({ part, text }, { dice }) {
  const [, before, host, port] = /^((?:nc|telnet) )(\S+) (\d+)$/.exec(text) ?? []
  if (part !== 'shell' || !before || !host || !port) return
  for (const slip of slipsOf(host, dice))
    yield { cause: 'host-typo', put: [`${before}${slip.text} ${port}`] }
  yield { cause: 'host-typo', put: [`${before}${host.replace(/^[^.]*\./, '')} ${port}`] }
  yield { cause: 'no-port', put: [`${before}${host}`] }
  yield { cause: 'no-port', put: [`${before}${host}:${port}`] }
  for (const other of ['52', '80', '143', dice.one(['26', '2525', '225', '24'])])
    yield { cause: 'port-typo', put: [`${before}${host} ${other}`] }
}
