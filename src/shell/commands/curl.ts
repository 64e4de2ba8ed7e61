import { fromLatin1, latin1 } from '../../core/bytes.ts'
import { clip } from '../../core/text/clip.ts'
import { dim, withCode } from '../../core/text/ansi.ts'
import type { Command, CommandContext, Program } from '../command.ts'
import { openLine, refusalAdvice } from '../connection/open.ts'
import { readTarget } from '../connection/target.ts'
import type { Dialogue, Job } from '../curl/dialogue.ts'
import { fetchWeb } from '../curl/https.ts'
import { speakImap } from '../curl/imap.ts'
import { speakPop3 } from '../curl/pop3.ts'
import { CurlProgram, type Reporting } from '../curl/program.ts'
import { speakSmtp } from '../curl/smtp.ts'
import { readMailUrl, type MailUrl } from '../curl/url.ts'
import { readFlags, type Flags } from '../flags.ts'
import type { Word } from '../language/tree.ts'
import { FileSink } from '../job/sinks.ts'
import { pathOf } from '../files/place.ts'
import { showText } from '../show-text.ts'
import { gatherInputs, readFile } from '../text/inputs.ts'

type Switch =
  | 'include'
  | 'head'
  | 'follow'
  | 'fail'
  | 'insecure'
  | 'verbose'
  | 'silent'
  | 'errors'
  | 'tls'
  | 'tls-needed'
  | 'lists'
  | 'none'
type Value = 'data' | 'from' | 'to' | 'upload' | 'user' | 'request' | 'output' | 'url' | 'none'

const SWITCHES: Readonly<Record<string, Switch>> = {
  ...{ '-v': 'verbose', '--verbose': 'verbose', '-s': 'silent', '--silent': 'silent' },
  ...{ '-S': 'errors', '--show-error': 'errors', '--ssl': 'tls', '--ssl-reqd': 'tls-needed' },
  ...{ '-l': 'lists', '--list-only': 'lists', '-k': 'insecure', '--insecure': 'insecure' },
  ...{ '-i': 'include', '--include': 'include', '-I': 'head', '--head': 'head' },
  ...{ '-L': 'follow', '--location': 'follow', '-f': 'fail', '--fail': 'fail' },
  ...{ '--crlf': 'none', '-4': 'none' },
}

const VALUES: Readonly<Record<string, Value>> = {
  ...{ '--mail-from': 'from', '--mail-rcpt': 'to', '-T': 'upload', '--upload-file': 'upload' },
  ...{ '-u': 'user', '--user': 'user', '-X': 'request', '--request': 'request' },
  ...{
    '-o': 'output',
    '--output': 'output',
    '--url': 'url',
    '-d': 'data',
    '--data': 'data',
    '-m': 'none',
    '--max-time': 'none',
  },
}

type Given = Flags<Switch, Value>

export const curl: Command = {
  name: 'curl',
  summary: 'fetch or hand in a message, or fetch a policy by https://',
  completes: ['files', 'hosts', 'addresses'],
  page: {
    synopsis: [
      'curl smtp://host[:port] --mail-from address --mail-rcpt address -T file',
      'curl -u user:password imap://host/folder[;UID=number | ?search]',
      'curl -u user:password pop3://host/[number]',
      'curl [-i | -I] [-L] [-d data] https://host/path',
    ],
    description: [
      'Holds a whole session with a mail server and prints what came. `-v` shows both sides: `>` what it sends, `<` what comes back. `smtps:`, `imaps:` and `pop3s:` begin with TLS.',
      '`https:` asks a host for a file: an MTA-STS policy, or a page to leave a list at.',
      'The lines of a message that is handed in get CRLF here; the real `curl` sends the file as it is, unless `--crlf` is given.',
      'The status is that of the real program: 6 no such host, 7 no connection, 60 a certificate that does not hold, 8 a reply that it does not understand, 55 a refusal of SMTP, 67 a refused login.',
    ],
    options: [
      ['--mail-from address', 'the reverse-path'],
      ['--mail-rcpt address', 'a recipient; may come several times'],
      ['-T file', 'the message to hand in; `-` is what a pipe gives'],
      ['-u user:password', 'who logs in'],
      ['-X command', 'a command of your own'],
      ['--ssl, --ssl-reqd', 'STARTTLS where it is offered, or not at all without it'],
      ['-l', 'POP3: list the messages'],
      ['-i, -I, -d data', 'HTTPS: with the header, it alone; hand in with POST'],
      ['-L, -f, -k', 'HTTPS: follow redirects; fail on errors; take any certificate'],
      ['-o file', 'write what came to a file'],
      ['-v', 'show the session'],
      ['-s', 'say nothing of what goes wrong; with `-S` say that'],
    ],
    examples: [
      [
        'curl -v smtp://mx.example.org --mail-rcpt bob@example.org -T message.eml',
        'hand a message in, and see how',
      ],
      ["curl -u bob@example.org:secret 'imaps://mx.example.org/INBOX;UID=1'", 'the first message'],
      [
        'curl https://mta-sts.example.org/.well-known/mta-sts.txt',
        'which TLS does this domain ask for?',
      ],
    ],
    seeAlso: ['swaks', 'mail', 'nc', 'openssl'],
  },
  run(words, context) {
    const known = { switches: SWITCHES, values: VALUES }
    const given = readFlags<Switch, Value>('curl', words, known, context)
    if (!given) return fail(2, undefined, context)
    const [word, more] = [...[given.values.get('url') ?? []].flat(), ...given.words]
    if (!word || more) return usage(more, context)
    if (/^https:\/\//i.test(word.text)) return web(word.text, given, context)
    const read = readMailUrl(word.text)
    if (!read.ok) {
      const what = showText(clip(read.what))
      if (read.problem === 'form') return fail(3, `URL using bad/illegal format: ${what}`, context)
      fail(1, `Protocol "${what}" not supported or disabled in libcurl`, context)
      return advise(
        'Here are `smtp://`, `imap://`, `pop3://`, these with an `s`, and `https://`.',
        context,
      )
    }
    return withUpload(given, context, (upload) => connect(read.url, word, given, upload, context))
  },
}

function web(url: string, { on, values }: Given, context: CommandContext): Program {
  const sink = sinkOf(values.get('output'), context)
  const job = {
    ...{ url, body: values.get('data')?.text, isVerbose: on.has('verbose') },
    ...{ follows: on.has('follow'), fails: on.has('fail') },
    header: on.has('head') ? 'alone' : on.has('include') ? 'with' : 'none',
    certificate: on.has('insecure') ? 'ignored' : 'checked',
  } as const
  const done = (): void => {
    sink?.end()
    context.done()
  }
  const isSilent = on.has('silent') && !on.has('errors')
  const said = isSilent ? { complain: () => undefined, note: () => undefined } : {}
  return fetchWeb(job, (octets) => (sink ?? context).write(octets), { ...context, ...said, done })
}

/** The file of `-o`, where there is one. */
function sinkOf(output: Word | undefined, context: CommandContext): FileSink | undefined {
  if (!output || output.text === '-') return undefined
  const { session } = context
  const path = pathOf(session, output.text)
  const sink = new FileSink(session.files, path, (why) => context.complain(why))
  sink.open('replace')
  return sink
}

function fail(status: number, message: string | undefined, context: CommandContext): undefined {
  if (message !== undefined) context.complain(`curl: (${status}) ${message}`)
  context.setStatus(status)
  return undefined
}

const advise = (text: string, context: CommandContext): undefined =>
  void context.note(dim(withCode(text))) as undefined

function usage(more: Word | undefined, context: CommandContext): undefined {
  fail(2, more ? undefined : 'no URL specified', context)
  if (!more) return advise('Try `curl smtp://mx.example.org`, or `man curl`.', context)
  context.complain(
    withCode(`\`curl\` here takes one address; \`${showText(clip(more.text))}\` is one too many.`),
  )
  return undefined
}

/** Reads the message of `-T` first, then goes on. */
function withUpload(
  given: Given,
  context: CommandContext,
  then: (upload: string | undefined) => Program | undefined,
): Program | undefined {
  const file = given.values.get('upload')
  if (!file) return then(undefined)
  const asMail = (octets: Uint8Array): string => fromLatin1(octets).replace(/\r?\n/g, '\r\n')
  if (file.text !== '-') {
    const octets = readFile('curl', file.text, context)
    return octets ? then(asMail(octets)) : fail(26, undefined, context)
  }
  let next: Program | undefined
  const reading = gatherInputs(
    'curl',
    [],
    // It is not over when all was read.
    { ...context, done: () => (next ? undefined : context.done()) },
    ([input]) => void (next = then(asMail(input?.octets ?? new Uint8Array(0)))),
  )
  if (!reading) return undefined
  return {
    name: 'curl',
    get reads() {
      return next && ('nothing' as const)
    },
    input: (octets) => reading.input?.(octets),
    line: (text, end) => reading.line(text, end),
    eof: () => reading.eof(),
    interrupt: () => (next ?? reading).interrupt(),
    answered: () => next?.answered?.(),
  }
}

function connect(
  url: MailUrl,
  word: Word,
  given: Given,
  upload: string | undefined,
  context: CommandContext,
): Program | undefined {
  const reporting = reportingOf(given)
  const asWord = (text: string): Word => ({ ...word, text })
  const target = readTarget(
    'curl',
    [asWord(url.host), asWord(String(url.port))],
    context,
    (name) => `curl: (6) Could not resolve host: ${name}`,
  )
  if (!target) return fail(6, undefined, context)
  const remark = (text: string): void => {
    if (reporting.verbose === 'yes') context.note(`* ${text}`)
  }
  for (const address of target.addresses) {
    remark(`  Trying ${address}:${url.port}...`)
    const attempt = openLine(context, address, target)
    if (attempt.ok) {
      remark(`Connected to ${url.host} (${address}) port ${url.port} (#0)`)
      const job = jobOf(url, given, upload, context)
      const program = new CurlProgram(
        DIALOGUES[url.protocol](job),
        attempt.line,
        reporting,
        job.context,
      )
      program.begin(url.tls)
      return program
    }
    if (address !== target.addresses.at(-1)) continue
    fail(
      7,
      `Failed to connect to ${url.host} port ${url.port} after 0 ms: Couldn't connect to server`,
      context,
    )
    advise(refusalAdvice(target, attempt.refused), context)
  }
  return undefined
}

const DIALOGUES: Readonly<Record<MailUrl['protocol'], (job: Job) => Dialogue>> = {
  ...{ smtp: speakSmtp, imap: speakImap, pop3: speakPop3 },
}

const reportingOf = ({ on }: Given): Reporting => ({
  verbose: on.has('verbose') ? 'yes' : 'no',
  errors: on.has('silent') && !on.has('errors') ? 'hidden' : 'shown',
})

/** What is asked for; what comes goes to standard output, or to the file of `-o`. */
function jobOf(
  url: MailUrl,
  { values, all, on }: Given,
  upload: string | undefined,
  context: CommandContext,
): Job & { readonly context: CommandContext } {
  const [name = url.user, password = url.password ?? ''] = splitLogin(values.get('user')?.text)
  const sink = sinkOf(values.get('output'), context)
  return {
    ...{ host: context.host.name, path: url.path, parameters: url.parameters, query: url.query },
    login: name === undefined ? undefined : { user: name, password },
    tls: on.has('tls-needed') ? 'needed' : on.has('tls') ? 'offered' : 'none',
    ...{ request: values.get('request')?.text, from: values.get('from')?.text, upload },
    to: all.flatMap(([option, { text }]) => (option === 'to' ? [text] : [])),
    lists: on.has('lists'),
    print: (text) => (sink ?? context).write(latin1(text)),
    context: {
      ...context,
      done() {
        sink?.end()
        context.done()
      },
    },
  }
}

function splitLogin(text: string | undefined): [string?, string?] {
  if (text === undefined) return []
  const at = text.indexOf(':')
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
