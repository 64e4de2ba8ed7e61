import { concatBytes } from '../../core/bytes.ts'
import { nearest } from '../../core/text/edit-distance.ts'
import { withCode } from '../../core/text/ansi.ts'
import type { Command, CommandContext, Program } from '../command.ts'
import { DIALOGUES } from '../connection/tls-request.ts'
import { readFlags, type Flags } from '../flags.ts'
import { AfterInput, workingProgram } from '../job/working-program.ts'
import type { Word } from '../language/tree.ts'
import { startClient } from '../openssl/s-client.ts'
import { SUBCOMMANDS, type Subcommand } from '../openssl/subcommands.ts'
import { pointAt } from '../point-at.ts'

export const openssl: Command = {
  name: 'openssl',
  summary: 'talk to a server over TLS, make keys, sign, look at certificates',
  completes: ['hosts', 'files'],
  parts: ['s_client', ...Object.keys(SUBCOMMANDS)],
  page: {
    synopsis: [
      'openssl s_client -connect host:port [-starttls protocol] [-crlf] [-quiet]',
      'openssl genpkey -algorithm RSA | ED25519 [-out file]',
      'openssl rsa | pkey [-in file] [-pubout] [-noout] [-text]',
      'openssl dgst -sha256 [-sign key | -verify key -signature file] [file]',
      'openssl x509 [-in file] -noout [-text] [-subject] [-issuer] [-dates]',
      'openssl base64 [-d] [-A] [-in file]',
    ],
    description: [
      '`openssl s_client` opens a connection, does a TLS handshake, and then lets you type, as `nc` does. Ports 465, 993 and 995 begin with TLS. On 25, 587, 143 and 110 the server is asked for it first: name the protocol with `-starttls`.',
      'Enter sends a bare LF, unless you give `-crlf`. And two letters at the start of a line are for the program, not for the server: `Q` ends, `R` asks for a new handshake. That is why `RCPT TO:` never arrives, and `rcpt to:` does. `-quiet` turns this off.',
      'The handshake is simulated here: what the server learns, and what an eavesdropper on the wire could read, is as it would be. Certificates and keys are real, but ready-made, and everybody has them: they protect nothing.',
      'Of the real program there are also `genrsa`, `enc -base64`, `pkeyutl -rawin` for Ed25519, `rand`, and `sha256`. Of `-CAfile`, `-cert` and TLS before 1.3 there is nothing.',
    ],
    options: [
      ['-connect host:port', 'where to'],
      ['-starttls protocol', `ask for TLS first: ${Object.keys(DIALOGUES).join(', ')}`],
      ['-crlf', 'send CRLF for Enter'],
      ['-quiet', 'show no certificate, and send every line as it is'],
      ['-showcerts', 'print each certificate that the server sent'],
      ['-verify_hostname name', 'is the certificate for that name?'],
      ['-verify_return_error', 'give up where the certificate does not hold'],
      ['-brief', 'a few lines about the handshake, no more'],
      ['-sign key, -verify key', 'of `dgst`: sign with a private key, or check with a public one'],
    ],
    examples: [
      [
        'openssl s_client -connect mail.example.org:465 -crlf',
        'submission, with TLS from the first octet',
      ],
      [
        'openssl s_client -starttls smtp -connect mail.example.org:25 -crlf',
        'SMTP, with TLS from STARTTLS on',
      ],
      [
        'echo Q | openssl s_client -connect mail.example.org:993 > shown',
        'keep what a server shows of itself',
      ],
      ['openssl x509 -in shown -noout -dates', 'until when does it hold?'],
      ['openssl genpkey -algorithm RSA -out key.pem', 'make a key'],
      ['openssl rsa -in key.pem -pubout', 'the half of it that a DKIM record publishes'],
    ],
    seeAlso: ['nc', 'opendkim-genkey', 'base64', 'hosts'],
  },
  run([first, ...words], context) {
    if (!first) return refuse(undefined, NOTHING, context)
    if (first.text === 's_client') return startClient(first, words, context)
    const found = Object.hasOwn(SUBCOMMANDS, first.text) ? SUBCOMMANDS[first.text] : undefined
    return found ? start(first.text, found, words, context) : refuse(first, unknown(first), context)
  },
}

const NOTHING = 'Name a part of it: `openssl s_client`, for instance. `man openssl` shows them.'

function unknown({ text }: Word): string {
  const meant = nearest(text, ['s_client', ...Object.keys(SUBCOMMANDS)])
  const hint = meant ? ` Did you mean \`openssl ${meant}\`?` : ''
  return `Invalid command '${text}'.${hint} \`man openssl\` shows what there is here.`
}

function refuse(word: Word | undefined, message: string, context: CommandContext): undefined {
  context.complain(word ? pointAt(context.line, word.span, message) : withCode(message))
  return undefined
}

function start(
  name: string,
  { known, readsInputWithout }: Subcommand,
  words: readonly Word[],
  context: CommandContext,
): Program | undefined {
  const given = readFlags(`openssl ${name}`, words, known, context)
  if (!given) return undefined
  const work = (input: Uint8Array): Program =>
    workingProgram('openssl', context, async () => {
      const { runOpenssl } = await context.fetchPiece(() => import('../openssl/run.ts'))
      await runOpenssl({ name, given, input, context })
    })
  if (!readsInput(given, readsInputWithout)) return work(new Uint8Array(0))
  return new AfterInput('openssl', context, (parts) => work(concatBytes(parts)))
}

/** Files by their names are for what reads no `-in`. */
const readsInput = (
  { values, words }: Flags<string, string>,
  without: readonly string[] | undefined,
): boolean =>
  without !== undefined &&
  !without.some((option) => values.has(option)) &&
  (without.length > 0 || !words.length)
