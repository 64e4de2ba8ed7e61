import type { Account } from '../../sasl/account.ts'
import { hostDefaults, type MailingList, type Peer, type SmtpHost } from '../server/host.ts'
import type { InjectedFault } from '../policies/faults.ts'
import type { OneVerdict, Verdict } from '../server/session.ts'

/** The remarks at the top of a transcript, `# key: value`. */
export type Header = Readonly<Record<string, string>>

const home: SmtpHost = {
  ...hostDefaults,
  name: 'mx.example.org',
  localDomains: ['example.org'],
  mailboxes: ['bob@example.org', 'carol@example.org', 'müller@example.org'],
}

const listed = (text: string | undefined): string[] | undefined => text?.split(/,\s*/)

const numbers = [
  'maxSize',
  'maxErrors',
  'maxRecipients',
  'maxMessages',
  'maxIdleCommands',
  'maxDuration',
  'greetingDelay',
] as const

/** The host that the remarks ask for. */
export function hostOf(header: Header): SmtpHost {
  const given = numbers.flatMap((key) =>
    header[key] === undefined ? [] : [[key, Number(header[key])] as const],
  )
  return {
    ...home,
    ...Object.fromEntries(given),
    name: header.name ?? home.name,
    role: (header.role ?? home.role) as SmtpHost['role'],
    personality: (header.host ?? home.personality) as SmtpHost['personality'],
    tls: (header.tls ?? home.tls) as SmtpHost['tls'],
    localDomains: listed(header.localDomains) ?? home.localDomains,
    mailboxes: listed(header.mailboxes) ?? home.mailboxes,
    relayFrom: listed(header.relayFrom) ?? [],
    queuesFor: listed(header.queuesFor) ?? [],
    lists: header.list === undefined ? [] : [listOf(header.list)],
    accounts: (header.accounts ?? '').split(/,\s*/).flatMap(accountOf),
    mechanisms: listed(header.mechanisms) ?? home.mechanisms,
    authBeforeTls: header.authBeforeTls === 'taken' ? 'taken' : 'refused',
    senders: header.senders === 'any' ? 'any' : 'own',
    bareLf: header.bareLf === 'lax' ? 'lax' : 'strict',
    faults: (header.faults ?? '').split(/;\s*/).flatMap(faultOf),
    ...policiesOf(header),
  }
}

/** `friends@example.org = bob@example.org, carol@example.org` */
function listOf(text: string): MailingList {
  const [address = '', members = ''] = text.split(/\s*=\s*/)
  return { address, members: listed(members) ?? [] }
}

/** `login password [address [token]]` */
function accountOf(text: string): Account[] {
  const [login, password, address, token] = text.split(' ')
  if (!login || !password) return []
  return [{ login, password, ...(address && { address }), ...(token && { token }) }]
}

/** `DATA closing`, `RCPT carol drop`, `MAIL slow 5`, `2x . refuse 451 4.3.0 Later`; `greeting …`. */
function faultOf(text: string): InjectedFault[] {
  const found =
    /^(?:(\d)x )?(\S+) (?:(\S+) )??(closing|drop|slow (\d+)|refuse (\d{3}) (\S+) (.*))$/.exec(text)
  if (!found) return []
  const [, times, verb, about, what = '', seconds, code, enhanced = '', words = ''] = found
  const where = {
    at: verb === 'greeting' ? '' : verb!,
    ...(about ? { about } : {}),
    ...(times ? { times: Number(times) } : {}),
  }
  if (seconds) return [{ ...where, kind: 'slow', milliseconds: Number(seconds) * 1000 }]
  if (code) return [{ ...where, kind: 'refuse', code: Number(code), enhanced, text: words }]
  return [{ ...where, kind: what === 'drop' ? 'drop' : 'closing' }]
}

/** `greylisting: 300`, `rates: messages 2 per 60`, `tarpit: 2 then 5`; times in seconds. */
function policiesOf(header: Header): Partial<SmtpHost> {
  const rates = /^(connections|messages|recipients|logins) (\d+) per (\d+)$/.exec(
    header.rates ?? '',
  )
  const tarpit = /^(\d+) then (\d+)$/.exec(header.tarpit ?? '')
  return {
    ...(header.greylisting && { greylisting: { delay: Number(header.greylisting) * 1000 } }),
    ...(rates && { rates: { per: Number(rates[3]) * 1000, [rates[1]!]: Number(rates[2]) } }),
    ...(tarpit && { tarpit: { after: Number(tarpit[1]), milliseconds: Number(tarpit[2]) * 1000 } }),
  }
}

/** TLS as it comes up in transcripts. */
export const tlsUp = { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' }

export const peerOf = (header: Header): Peer => ({
  address: header.peer ?? '198.51.100.7',
  nonce: header.nonce ?? 'fyko-d2lbbFgONRv9qkxdawL',
  ...(header.secured === 'yes' && { tls: tlsUp }),
})

/** `verdict: 451 4.7.1 Later / please`, or one for each recipient: `verdict: ok; 452 4.2.2 Full`. */
export function verdictOf(header: Header): Verdict {
  const [only, ...others] = (header.verdict ?? 'ok').split(/;\s*/).map(oneVerdict)
  return others.length ? { accepted: 'each', verdicts: [only!, ...others] } : only!
}

function oneVerdict(text: string): OneVerdict {
  const refused = /^(\d{3}) (\S+) (.*)$/.exec(text)
  if (!refused) return { accepted: true, queueId: '34E93274143' }
  return {
    accepted: false,
    code: Number(refused[1]),
    enhanced: refused[2]!,
    text: refused[3]!.replaceAll(' / ', '\n'),
  }
}
