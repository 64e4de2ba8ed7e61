import { utf8 } from '../../core/bytes.ts'
import { dim, withCode } from '../../core/text/ansi.ts'
import type { HttpsResult, WebAnswer } from '../../world/web/answer.ts'
import type { CommandContext, Program } from '../command.ts'
import { workingProgram } from '../job/working-program.ts'
import { showText } from '../show-text.ts'

/** What of HTTPS is asked for. */
export interface WebJob {
  readonly url: string
  /** Of a POST; a GET where absent. */
  readonly body: string | undefined
  /** Whether the header is printed with what came, or alone. */
  readonly header: 'none' | 'with' | 'alone'
  /** Goes on where a redirect leads. */
  readonly follows: boolean
  readonly isVerbose: boolean
  /** `ignored`: also from a host whose certificate does not hold. */
  readonly certificate: 'checked' | 'ignored'
  /** Whether an answer from 400 on is a failure, and nothing is printed of it. */
  readonly fails: boolean
}

/** Redirects that are followed; the real `curl` follows fifty. */
const MOST_REDIRECTS = 10

/** What `curl` ends with, by why no answer came. */
const STATUS: Readonly<Record<Failure['failure'], number>> = {
  ...{ url: 3, name: 6, unreachable: 7, refused: 7, down: 28, certificate: 60 },
}

type Failure = Extract<HttpsResult, { ok: false }>

/** Fetches a file or a policy, as any host here does, and prints it. */
export const fetchWeb = (
  job: WebJob,
  print: (octets: Uint8Array) => void,
  context: CommandContext,
): Program =>
  workingProgram('curl', context, async () => {
    let url = job.url
    for (let tries = 0; tries <= MOST_REDIRECTS; tries++) {
      const found = await ask({ ...job, url }, context)
      if (!found.ok) return refuse(found, url, context)
      const next = job.follows ? target(found, url) : undefined
      if (next === undefined) return show(found, job, print, context)
      url = next
    }
    fail(47, `Maximum (${MOST_REDIRECTS}) redirects followed`, context)
  })

async function ask(job: WebJob, { world, host, note }: CommandContext): Promise<HttpsResult> {
  const { url, body, certificate, isVerbose } = job
  const method = body === undefined ? 'GET' : 'POST'
  const found = await world.fetch({
    ...{ by: host.name, url, method, certificate },
    ...(body !== undefined && { body }),
  })
  if (isVerbose && URL.canParse(url)) {
    const { hostname, pathname, search } = new URL(url)
    note(`> ${method} ${showText(pathname + search)} HTTP/1.1\n> Host: ${showText(hostname)}\n>`)
    if (found.ok) note([...headerOf(found).map((line) => `< ${showText(line)}`), '<'].join('\n'))
  }
  return found
}

function target({ location }: WebAnswer, from: string): string | undefined {
  return location !== undefined && URL.canParse(location, from)
    ? new URL(location, from).href
    : undefined
}

function show(
  answer: WebAnswer,
  { header, fails }: WebJob,
  print: (octets: Uint8Array) => void,
  context: CommandContext,
): void {
  const { status, text } = answer
  if (fails && status >= 400)
    return fail(22, `The requested URL returned error: ${status}`, context)
  const head = header === 'none' ? '' : [...headerOf(answer), '', ''].join('\r\n')
  print(utf8(head + (header === 'alone' ? '' : text)))
}

const REASONS: Readonly<Record<number, string>> = {
  ...{ 200: 'OK', 202: 'Accepted', 204: 'No Content', 301: 'Moved Permanently', 302: 'Found' },
  ...{ 400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found' },
  ...{ 405: 'Method Not Allowed', 500: 'Internal Server Error' },
}

const headerOf = ({ status, type, text, location }: WebAnswer): string[] => [
  `HTTP/1.1 ${status} ${REASONS[status] ?? ''}`.trimEnd(),
  `Content-Type: ${type}`,
  `Content-Length: ${utf8(text).length}`,
  ...(location === undefined ? [] : [`Location: ${location}`]),
]

/** In the words of the real one, and why in ours. */
function refuse({ failure, reason }: Failure, url: string, context: CommandContext): void {
  const name = URL.canParse(url) ? new URL(url).hostname : url
  const said: Readonly<Record<Failure['failure'], string>> = {
    url: `URL using bad/illegal format: ${name}`,
    name: `Could not resolve host: ${name}`,
    unreachable: `Failed to connect to ${name} port 443 after 0 ms: Couldn't connect to server`,
    refused: `Failed to connect to ${name} port 443 after 0 ms: Couldn't connect to server`,
    down: `Connection timed out`,
    certificate: `SSL: no alternative certificate subject name matches target host name '${name}'`,
  }
  fail(STATUS[failure], showText(said[failure]), context)
  context.note(dim(withCode(reason)))
}

function fail(status: number, message: string, context: CommandContext): void {
  context.complain(`curl: (${status}) ${message}`)
  context.setStatus(status)
}
