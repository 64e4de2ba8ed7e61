import type { Args } from './command.ts'
import type { Option } from './command.ts'
import { UsageError } from './usage-error.ts'
import type { Io } from './io.ts'

export const timeOption: Readonly<Record<string, Option>> = {
  at: { value: 'TIME', text: 'as if it were then: `2026-06-01T12:00:00Z`; now by default' },
}

/**
 * The time that is taken for now, in milliseconds since 1970.
 * @throws {UsageError} where `--at` is no time.
 */
export function readTime(args: Args, io: Io): number {
  const text = args.text('at')
  if (text === undefined) return io.now()
  const time = Date.parse(text)
  if (Number.isNaN(time))
    throw new UsageError(`\`${text}\` is no time, such as 2026-06-01T12:00:00Z.`)
  return time
}
