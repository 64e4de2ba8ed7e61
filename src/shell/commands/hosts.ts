import { bold, cyan, dim, withCode } from '../../core/text/ansi.ts'
import { alignColumns } from '../../core/text/columns.ts'
import type { Command, CommandContext } from '../command.ts'
import { mailHost, openPorts } from '../names.ts'

export const hosts: Command = {
  name: 'hosts',
  origin: 'ours',
  options: 'none',
  summary: 'list the hosts of this simulated Internet and their open ports',
  page: {
    synopsis: ['hosts'],
    description: [
      'Lists every host with its addresses and the ports that a program listens on. The real Internet has no such list: there you would ask the DNS with `dig`.',
      'Which host is responsible for mail depends on the zones: the `MX` records name the host that receives the mail of a domain.',
    ],
    examples: [['hosts', 'who is there']],
    seeAlso: ['dig', 'nc'],
  },
  run(_, context) {
    for (const line of list(context)) context.explain(line)
    return undefined
  },
}

function list({ world, host }: CommandContext): string[] {
  const head = ['HOST', 'ADDRESS', 'OPEN PORTS', 'WHO'].map(bold)
  const rows = world.hosts.flatMap((each) => {
    const ports = openPorts(each).map(([port, service]) => `${port} (${service})`)
    const who = [each.about ?? '', each.name === host.name ? 'You are here.' : '']
    const [first = dim('none'), ...more] = each.addresses
    const open = ports.join(', ') || dim('none')
    return [
      [cyan(each.name), first, open, who.filter(Boolean).join(' ')],
      ...more.map((address) => ['', address, '', '']),
    ]
  })
  const server = mailHost(world, host)
  const next = server ? [withCode(`Connect to one with \`nc ${server.name} 25\`.`)] : []
  return [...alignColumns([head, ...rows]), ...next]
}
