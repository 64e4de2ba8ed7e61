import type { FetchFailure } from '../events/fetched.ts'

export interface HttpsRequest {
  /** Name of the host that asks. */
  readonly by: string
  readonly url: string
  /** `GET` by default. */
  readonly method?: 'GET' | 'POST'
  readonly body?: string
  /** The id of the message that it is asked for. */
  readonly queueId?: string
  /** The connection that brought the message whose checks ask for it. */
  readonly judges?: number
  /** `ignored`: a certificate that does not hold is taken as well. */
  readonly certificate?: 'checked' | 'ignored'
}

export type HttpsResult =
  | ({ readonly ok: true } & WebAnswer)
  | { readonly ok: false; readonly failure: FetchFailure; readonly reason: string }

/** A request, as the host sees it that serves it. */
export interface WebRequest {
  readonly method: 'GET' | 'POST'
  /** Without the query. */
  readonly path: string
  /** With its `?`; empty where there is none. */
  readonly query: string
  /** As `application/x-www-form-urlencoded` or `multipart/form-data` writes it. */
  readonly body: string
}

export interface WebAnswer {
  readonly status: number
  readonly type: string
  readonly text: string
  /** Of a redirect. */
  readonly location?: string
}

export const plain = (status: number, text: string): WebAnswer => ({
  ...{ status, type: 'text/plain', text: `${text}\n` },
})
