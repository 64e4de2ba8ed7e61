import { parseIp } from '../core/ip.ts'
import type { Args } from './command.ts'
import { UsageError } from './usage-error.ts'

/** @throws {UsageError} where `--ip` is missing or no address. */
export function needIp(args: Args): string {
  const ip = args.need('ip')
  if (!parseIp(ip))
    throw new UsageError(`\`${ip}\` is no IP address, such as 192.0.2.1 or 2001:db8::1.`)
  return ip
}
