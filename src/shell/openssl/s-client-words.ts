import { withCode } from '../../core/text/ansi.ts'
import type { CommandContext } from '../command.ts'
import { DIALOGUES } from '../connection/tls-request.ts'
import { readFlags, type KnownFlags } from '../flags.ts'
import type { Word } from '../language/tree.ts'
import { pointAt } from '../point-at.ts'

/** What `s_client` was asked for. */
export interface ClientOptions {
  /** `host:port`. */
  readonly connect: Word
  readonly starttls: string | undefined
  readonly lineEnd: '\n' | '\r\n'
  /** `quiet`: every line goes to the server, and little is printed. `brief`: as much, and a summary. */
  readonly mode: 'interactive' | 'quiet' | 'brief'
  /** Whether each certificate of the chain is printed. */
  readonly chain: 'names' | 'certificates'
  /** The name that the certificate must be for, where that is asked. */
  readonly hostname: string | undefined
  readonly onError: 'go on' | 'give up'
}

type Switch = 'crlf' | 'quiet' | 'eof' | 'chain' | 'strict' | 'brief' | 'version'
type Value = 'connect' | 'starttls' | 'sni' | 'hostname' | 'depth'

const KNOWN: KnownFlags<Switch, Value> = {
  switches: {
    ...{ '-crlf': 'crlf', '-quiet': 'quiet', '-ign_eof': 'eof', '-showcerts': 'chain' },
    ...{ '-verify_return_error': 'strict', '-brief': 'brief', '-tls1_3': 'version' },
  },
  values: {
    ...{ '-connect': 'connect', '-starttls': 'starttls', '-servername': 'sni' },
    ...{ '-verify_hostname': 'hostname', '-verify': 'depth' },
  },
  style: 'words',
}

/** @param first The word `s_client`, to point at. @returns Undefined where something is wrong, which is printed. */
export function readClientWords(
  first: Word,
  words: readonly Word[],
  context: CommandContext,
): ClientOptions | undefined {
  const refuse = (word: Word, message: string): undefined =>
    void context.complain(pointAt(context.line, word.span, withCode(message))) as undefined
  const given = readFlags<Switch, Value>('openssl s_client', words, KNOWN, context)
  if (!given) return undefined
  const { on, values } = given
  const connect = values.get('connect') ?? given.words[0]
  if (!connect)
    return refuse(
      first,
      'Name the host and the port: `openssl s_client -connect mail.example.org:465`, for instance.',
    )
  if (!/:[^:\]]+$/.test(connect.text))
    return refuse(connect, `The port is missing: \`-connect ${connect.text}:465\`, for instance.`)
  const starttls = values.get('starttls')
  if (starttls && !Object.hasOwn(DIALOGUES, starttls.text))
    return refuse(
      starttls,
      `TLS can be asked for in ${Object.keys(DIALOGUES).join(', ')}; not in \`${starttls.text}\`.`,
    )
  return {
    connect,
    starttls: starttls?.text,
    lineEnd: on.has('crlf') ? '\r\n' : '\n',
    mode: on.has('quiet') ? 'quiet' : on.has('brief') ? 'brief' : 'interactive',
    chain: on.has('chain') ? 'certificates' : 'names',
    hostname: values.get('hostname')?.text,
    onError: on.has('strict') ? 'give up' : 'go on',
  }
}
