import { bold, cyan, withCode } from '../core/text/ansi.ts'
import { alignColumns } from '../core/text/columns.ts'
import { specialAddresses } from '../world/special/special-addresses.ts'
import type { World } from '../world/world.ts'

/**
 * The addresses that fail on request, a line each, with the section that each follows; and where they are.
 * @returns One sentence where no host of the world has them.
 */
export function specialAddressLines({ hosts }: Pick<World, 'hosts'>): string[] {
  const domains = hosts.flatMap(({ specialAddresses: has, smtp }) =>
    has ? (smtp?.domains ?? []) : [],
  )
  const [domain] = domains
  if (domain === undefined)
    return ['No host of this world has addresses that fail on request.'].map(withCode)
  const rows = specialAddresses.map(({ name, about, source }) => [
    `  ${cyan(`${name}@`)}`,
    `${about} RFC ${source.rfc} §${source.section}`,
  ])
  return [
    bold('Addresses that fail on request'),
    withCode(
      `At ${domains.map((one) => `\`${one}\``).join(', ')}; a mailbox of the same name comes first. Try \`RCPT TO:<${specialAddresses[0]!.name}@${domain}>\`.`,
    ),
    ...alignColumns(rows),
  ]
}
