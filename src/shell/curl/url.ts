import { fromUtf8, latin1 } from '../../core/bytes.ts'

/** What `curl` is to fetch or to hand in. */
export interface MailUrl {
  readonly protocol: 'smtp' | 'imap' | 'pop3'
  /** `implicit`: TLS comes first, as `smtps:` asks for. */
  readonly tls: 'implicit' | 'none'
  readonly host: string
  readonly port: number
  readonly user?: string
  readonly password?: string
  /** Behind the host, without its `/`; percent-encoding is undone. */
  readonly path: string
  /** `;UID=3` as `UID` ▶ `3` (RFC 5092 §11). */
  readonly parameters: ReadonlyMap<string, string>
  /** Behind `?`. */
  readonly query: string
}

export type ReadUrl =
  | { readonly ok: true; readonly url: MailUrl }
  /** `protocol`: another one than those of mail. */
  | { readonly ok: false; readonly problem: 'protocol' | 'form'; readonly what: string }

const PORTS = { smtp: 25, smtps: 465, imap: 143, imaps: 993, pop3: 110, pop3s: 995 } as const

const FORM =
  /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:([^/@]*)@)?(\[[^\]]*\]|[^/:?;]*)(?::(\d{1,5}))?(?:\/([^?]*))?(?:\?(.*))?$/is

/** Reads an address as `curl` takes it; without `smtp://`, the name of the host says which is meant. */
export function readMailUrl(text: string): ReadUrl {
  const [whole, scheme, login, host = '', port, rest = '', query = ''] = FORM.exec(text) ?? []
  if (whole === undefined || host === '') return { ok: false, problem: 'form', what: text }
  const name = (scheme ?? guess(host)).toLowerCase()
  if (!Object.hasOwn(PORTS, name)) return { ok: false, problem: 'protocol', what: name }
  const number = port === undefined ? PORTS[name as keyof typeof PORTS] : Number(port)
  if (number < 1 || number > 65_535) return { ok: false, problem: 'form', what: text }
  const [path = '', ...parameters] = rest.split(';')
  const [user, password] = login?.split(':', 2) ?? []
  return {
    ok: true,
    url: {
      protocol: name.replace(/s$/, '') as MailUrl['protocol'],
      tls: name.endsWith('s') ? 'implicit' : 'none',
      ...{ host: host.replace(/^\[(.*)\]$/, '$1'), port: number },
      ...(user !== undefined && { user: decode(user.split(';')[0]!) }),
      ...(password !== undefined && { password: decode(password) }),
      path: decode(path),
      parameters: new Map(parameters.map(asParameter)),
      query: decode(query),
    },
  }
}

/** As `curl` does: by the first label. */
const guess = (host: string): string => /^(smtp|imap|pop3)\./i.exec(host)?.[1] ?? 'http'

function asParameter(text: string): [string, string] {
  const [name = '', value = ''] = text.split('=', 2)
  return [name.toUpperCase(), decode(value)]
}

/** A `%` that encodes nothing stays. */
const decode = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (octets) =>
    fromUtf8(
      latin1(octets.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))),
    ),
  )
