import { concatBytes } from '../../core/bytes.ts'
import type { Command } from '../command.ts'
import { AfterInput, workingProgram } from '../job/working-program.ts'

export const heloWorld: Command = {
  name: 'helo-world',
  origin: 'ours',
  summary: 'look for problems in zones and messages, and judge mail',
  completes: ['files', 'hosts'],
  parts: ['lint', 'check', 'verify'],
  page: {
    synopsis: [
      'helo-world lint ZONE | MESSAGE.eml ...',
      'helo-world check spf | dkim | dmarc | mx ... (--zone FILE | --dns)',
      'helo-world verify MESSAGE [option ...] (--zone FILE | --dns)',
    ],
    description: [
      'The program that this playground comes with: what it prints here is what it prints on your own computer. `helo-world lint --help` shows what `lint` takes; so it is with each of them.',
      '`--dns` asks the DNS of this simulated Internet, `--zone` asks a file. The files of your home folder are copies: the published zones are in the editor.',
      'The status is 0 where all is well, 1 where something needs a fix, 2 where it was called otherwise than it understands.',
    ],
    options: [
      ['--explain', 'show every step of a verdict, and the reason of every rule'],
      ['--format json', 'answer for programs'],
      ['--dns', 'ask the DNS of this simulated Internet'],
    ],
    examples: [
      ['helo-world lint zones/*', 'what is wrong with the zones?'],
      ['helo-world lint message.eml', 'or with the form of a message?'],
      ['helo-world verify message.eml --dns', 'would a receiver believe it?'],
      ['helo-world check dmarc example.org --dns', 'what does this domain ask receivers to do?'],
    ],
    seeAlso: ['spfquery', 'opendkim-testkey', 'dmarc-check', 'dig'],
  },
  run(words, context) {
    const texts = words.map(({ text }) => text)
    const start = (input?: Uint8Array) =>
      workingProgram('helo-world', context, async () => {
        const { runHeloWorld } = await context.fetchPiece(() => import('../helo-world/run.ts'))
        await runHeloWorld(texts, input, context)
      })
    const readsInput = texts.some((text) => /^(?:.*=)?-$/.test(text))
    if (!readsInput) return start()
    return new AfterInput('helo-world', context, (parts) => start(concatBytes(parts)))
  },
}
