import { withCode } from '../../core/text/ansi.ts'
import type { Command } from '../command.ts'
import { workingProgram } from '../job/working-program.ts'

export const dmarcCheck: Command = {
  name: 'dmarc-check',
  origin: 'ours',
  options: 'none',
  summary: 'what does a domain ask receivers to do?',
  completes: ['hosts'],
  page: {
    synopsis: ['dmarc-check domain'],
    description: [
      'Finds the DMARC policy for mail whose `From` names the domain, in the DNS of this simulated Internet, and reports problems of its record. It is `helo-world check dmarc domain --dns` in short.',
      'The status is 0 where a policy stands.',
    ],
    examples: [['dmarc-check example.org', 'the policy of this domain']],
    seeAlso: ['helo-world', 'dig'],
  },
  run(words, context) {
    const [domain, more] = words
    if (!domain || more || domain.text.startsWith('-'))
      return void context.complain(
        withCode('usage: dmarc-check domain\nTry `dmarc-check example.org`.'),
      )
    return workingProgram('dmarc-check', context, async () => {
      const { runHeloWorld } = await context.fetchPiece(() => import('../helo-world/run.ts'))
      await runHeloWorld(['check', 'dmarc', domain.text, '--dns'], undefined, context)
    })
  },
}
