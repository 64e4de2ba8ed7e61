import type { Shell } from '../shell/shell.ts'

/** One of several terminals, as plain data. */
export interface OpenTerminal {
  /** Its number: 1 is the lesson's own, others are numbered as they were opened. */
  readonly terminal: number
  /** The host that it stands on. */
  readonly host: string
  /** The host that its prompt is on: another one after `ssh`. */
  readonly place: string
  /** The program that runs in it, if one runs. */
  readonly running?: string
  /** The number of the connection that the program talks over, where it keeps one open. */
  readonly connection?: number
}

/** The terminals of a lab. */
export interface OpenTerminals {
  /** The lesson's own, which is there from the start. */
  readonly first: Shell
  /** The terminal of that number, where it is open. @param terminal 1 if absent. */
  get(terminal?: number): Shell | undefined
  /** All that are open, in the order in which they were opened. Empty while there is the first alone, on its own host. */
  readonly list: readonly OpenTerminal[]
}
