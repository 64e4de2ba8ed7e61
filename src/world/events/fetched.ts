import { defineEvent } from '../log/event-kind.ts'

/** A host asked another for something by HTTPS: a policy, one click to leave, a report handed in. */
export interface Fetched {
  readonly type: 'fetched'
  /** Name of the host that asked. */
  readonly by: string
  readonly method: 'GET' | 'POST'
  readonly url: string
  /** Name of the host that answered. */
  readonly host?: string
  /** Of HTTP; absent where no answer came. */
  readonly status?: number
  /** Why none came. */
  readonly failure?: FetchFailure
  /** The same in a sentence. */
  readonly reason?: string
  /** The id under which `by` keeps the message that it asks for. */
  readonly queueId?: string
  /** The connection that brought the message whose checks ask for it. */
  readonly judges?: number
}

/** `name`: there is no address. `certificate`: TLS did not begin, as the certificate does not hold. */
export type FetchFailure = 'url' | 'name' | 'unreachable' | 'refused' | 'down' | 'certificate'

export const fetched = defineEvent<Fetched>({
  type: 'fetched',
  shownIn: 'activity',
  sentence: ({ by, method, url, status, reason }) =>
    status === undefined
      ? `${by} cannot fetch \`${url}\`: ${reason ?? 'no answer comes.'}`
      : `${by} asks ${method === 'GET' ? 'for' : 'to take a POST at'} \`${url}\`: ${status}.`,
  tone: ({ status = 0 }) => (status >= 200 && status < 400 ? 'plain' : 'fail'),
})
