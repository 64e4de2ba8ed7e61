import type { AsyncResolver } from '../core/dns.ts'
import type { Crypto } from '../core/effects.ts'

/** Everything that the command may touch; tests hand in their own. */
export interface Io {
  /** Writes to standard output. */
  out(text: string | Uint8Array): void
  /** Writes to standard error. */
  err(text: string): void
  /** @param path A file, or `-` for standard input. Rejects where it cannot be read. */
  read(path: string): Promise<Uint8Array>
  /** Milliseconds since 1970. */
  now(): number
  /**
   * The DNS of this machine.
   * @param server Whom to ask: an address, with a port or without; the machine's own by default.
   */
  dns(server?: string): AsyncResolver
  /** Digests and signatures. */
  readonly crypto: Crypto
  /** Writes a file. Rejects where it cannot be written. */
  write(path: string, text: string | Uint8Array): Promise<void>
  /** Calls back each time that a file has been written. @returns A function that ends it. */
  watch?(path: string, changed: () => void): () => void
  /** Resolves when the person asks to stop: SIGINT or SIGTERM. */
  stopped(): Promise<void>
  /** Whether the output may carry colours. */
  readonly colour: 'yes' | 'no'
  /** Columns that text is set in. */
  readonly width: number
  /** Folders where lessons stand as data, `SLUG.json`; the package’s own by default. */
  readonly course?: readonly string[]
}
