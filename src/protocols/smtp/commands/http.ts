import { defineCommand, go, type Command } from '../server/command.ts'
import { closed, commandPhases } from '../server/session.ts'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH']

/**
 * A web client at the wrong port, or one that was led here to smuggle commands in its request. Real
 * servers hang up at once, so that nothing in the rest of the request is taken for a command.
 */
export const http: readonly Command[] = methods.map((verb) =>
  defineCommand({
    verb,
    syntax: `${verb} <url> HTTP/1.1`,
    about: 'Belongs to the Web',
    source: { rfc: 9110, section: '9.1' },
    offered: 'no',
    allowedIn: commandPhases,
    beforeTls: 'taken',
    run: (_session, _argument, { replies }) => go(closed, replies.http({})),
  }),
)
