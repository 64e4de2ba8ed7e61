import type { OpenLine } from '../lab/line.ts'

/** A line that also calls back when its host has come. */
export const onceThere =
  (open: OpenLine, act: () => void): OpenLine =>
  (listener) =>
    open({
      received(output) {
        if (output.kind === 'hello') act()
        listener.received(output)
      },
      broke: (reason) => listener.broke(reason),
    })
