import type { LabOutput, LabRequest } from './protocol.ts'

/** The line from a page to the host of its lab, wherever that runs. */
export interface LabLine {
  post(request: LabRequest): void
  close(): void
}

export interface LineListener {
  /** Takes each output, in order. */
  received(output: LabOutput): void
  /** The host is gone, and so is all that it knew. Nothing is received any more. */
  broke(reason: string): void
}

/** Opens a line. What is posted before the host is there waits for it. */
export type OpenLine = (listener: LineListener) => LabLine
