import * as v from 'valibot'
import type { ParamsOf } from './condition.ts'
import { code } from './wording.ts'

/** Where a session takes place: by host, by port, or anywhere. */
export const whereEntries = {
  /** The name of the server; any by default. */
  host: v.exactOptional(v.string()),
  /** Its port; any by default. */
  port: v.exactOptional(v.number()),
  /** The name of the host that connected; any by default. */
  client: v.exactOptional(v.string()),
  /** The protocol that is spoken; SMTP and LMTP by default. */
  protocol: v.exactOptional(v.picklist(['smtp', 'lmtp', 'imap', 'pop3'])),
}

export type Where = ParamsOf<typeof whereEntries>

/** `` `mx.example.org` port 25 ``, or `a server`. */
export function sessionPlace({ host, port }: Where): string {
  const name = host === undefined ? 'a server' : code(host)
  return port === undefined ? name : `${name}, port ${port}`
}
