import { concatBytes } from '../../core/bytes.ts'
import { withCode } from '../../core/text/ansi.ts'
import type { Command, CommandContext } from '../command.ts'
import { readFlags } from '../flags.ts'
import { AfterInput, workingProgram } from '../job/working-program.ts'
import { pointAt } from '../point-at.ts'

type Switch = 'crlf' | 'keep'
type Value = 'domain' | 'selector' | 'key' | 'folder'

export const opendkimTestmsg: Command = {
  name: 'opendkim-testmsg',
  summary: 'check the DKIM signature of a message, or sign one',
  completes: ['hosts', 'files'],
  page: {
    synopsis: [
      'opendkim-testmsg < message',
      'opendkim-testmsg -d domain -s selector -k key [-C] < message',
    ],
    description: [
      'Reads a message. Without options it checks its signatures with the keys of the DNS, and prints nothing where one holds. With `-d`, `-s` and `-k` it prints the message with a signature on top.',
      'The key is a PEM file, as `opendkim-genkey` and `openssl genpkey` write it. That its public half is published under the selector is up to you.',
    ],
    options: [
      ['-d domain', 'the domain that signs'],
      ['-s selector', 'under which its key is published'],
      ['-k file', 'the private key'],
      ['-C', 'end lines with CRLF; with LF by default, as the message does'],
      ['-K, -t folder', 'taken and without effect: no files are left behind here'],
    ],
    examples: [
      ['opendkim-testmsg < message.eml; echo $?', 'does a signature hold?'],
      ['opendkim-testmsg -d example.org -s june -k june.private < message.eml', 'sign a message'],
    ],
    seeAlso: ['opendkim-genkey', 'opendkim-testkey', 'helo-world'],
  },
  run(words, context) {
    const given = readFlags<Switch, Value>(
      'opendkim-testmsg',
      words,
      {
        switches: { '-C': 'crlf', '-K': 'keep' },
        values: { '-d': 'domain', '-s': 'selector', '-k': 'key', '-t': 'folder' },
      },
      context,
    )
    if (!given) return undefined
    const { values, on } = given
    const [stray] = given.words
    if (stray)
      return refuse(
        pointAt(
          context.line,
          stray.span,
          'The message comes from standard input: put `<` before its name.',
        ),
        context,
      )
    const needed = (['domain', 'selector', 'key'] as const).map((name) => values.get(name)?.text)
    const [domain, selector, key] = needed
    if (needed.some((one) => one !== undefined) && needed.includes(undefined))
      return refuse(
        withCode(
          'opendkim-testmsg: To sign, `-d`, `-s` and `-k` are needed; to verify, none of them.',
        ),
        context,
      )
    const lineEnd = on.has('crlf') ? 'crlf' : 'lf'
    return new AfterInput('opendkim-testmsg', context, (parts) =>
      workingProgram('opendkim-testmsg', context, async () => {
        const { signMessage, verifyMessage } = await context.fetchPiece(
          () => import('../opendkim/run-testmsg.ts'),
        )
        const octets = concatBytes(parts)
        if (domain === undefined || selector === undefined || key === undefined)
          return verifyMessage(octets, context)
        await signMessage(octets, { domain, selector, key, lineEnd }, context)
      }),
    )
  },
}

function refuse(text: string, context: CommandContext): undefined {
  context.complain(text)
  context.setStatus(78)
  return undefined
}
