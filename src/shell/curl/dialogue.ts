/** What a client says next, and what it waits for. Text is one UTF-16 unit an octet. */
export interface Turn {
  /** Whole lines or octets; absent: it only waits. */
  readonly say?: string
  /** What `-v` shows of it; all of it by default, nothing of a message. */
  readonly shown?: 'all' | 'nothing'
  /** What `-v` shows of the reply; all of it by default, not what is printed anyway. */
  readonly shownReply?: 'all' | 'first line'
  /** What `-v` remarks before it: what went wrong so far. */
  readonly remark?: string
  /** What `-v` remarks behind it. */
  readonly done?: string
  /** The handshake follows once the server has agreed. */
  readonly then?: 'tls'
  /** @returns Octets of the reply at the beginning of what came; 0: it is not whole yet. */
  readonly reply: (came: string) => number
  /** Whether a reply means that it may go on. */
  readonly agrees?: (reply: string) => boolean
}

/** How a transfer ended: the status of `curl`, and its sentence where it failed. */
export interface End {
  readonly status: number
  readonly message?: string
}

/** Gets each reply, and ends; `print` gives octets to standard output. */
export type Dialogue<Result = End> = Generator<Turn, Result, string>

/** What was asked for on the command line. */
export interface Job {
  readonly host: string
  readonly path: string
  readonly parameters: ReadonlyMap<string, string>
  readonly query: string
  readonly login: { readonly user: string; readonly password: string } | undefined
  readonly tls: 'none' | 'offered' | 'needed'
  /** `-X`. */
  readonly request: string | undefined
  readonly from: string | undefined
  readonly to: readonly string[]
  /** The message of `-T`, with CRLF. */
  readonly upload: string | undefined
  /** `-l` of POP3. */
  readonly lists: boolean
  print(text: string): void
}

export const good: End = { status: 0 }

/** The status of a login that was refused. */
export const DENIED = 67

/** Statuses of `curl`. */
export const failed = {
  weird: { status: 8, message: 'Weird server reply' },
  noTls: { status: 64, message: 'Requested SSL level failed' },
  denied: (reason: string): End => ({ status: DENIED, message: reason }),
  send: (reason: string): End => ({ status: 55, message: reason }),
  quote: { status: 21, message: 'Quote command returned error' },
} as const

/** One line. */
export const oneLine = (came: string): number => came.indexOf('\n') + 1
