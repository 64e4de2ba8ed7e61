import { lint as lintAll } from '../../../library/lint.ts'
import { defineCommand } from '../command.ts'
import { Fault } from '../fault.ts'
import { readZone, ZONE_NAMES } from '../read-zone.ts'

export const lint = defineCommand({
  name: 'lint',
  summary: 'looks for faults in zone files',
  syntax: 'ZONE … [--origin NAME] [--advice] [--closed]',
  about: [
    'Reads zones and says what is amiss: in their writing, in their records, and in what SPF, DKIM and DMARC make of them. Several zones are judged together, for faults that lie between them. Of names outside of them nothing is said.',
    ZONE_NAMES,
  ],
  options: {
    origin: { value: 'NAME', text: 'the zone’s name, where there is only one zone' },
    advice: { text: 'tell what would be good to have as well' },
    closed: { text: 'take the zones for all there is: other names do not exist' },
  },
  formats: ['text', 'json', 'sarif'],
  examples: [
    'helo-world lint example.org.zone',
    'helo-world lint zones/*.zone --format sarif > findings.sarif',
    'dig @192.0.2.53 example.org AXFR | helo-world lint - --origin example.org',
  ],
  async run({ words, text, has }, io) {
    if (words.length === 0) throw new Fault('Say which zone to read.')
    const origin = text('origin')
    if (origin !== undefined && words.length > 1)
      throw new Fault('`--origin` names one zone. For several write `NAME=FILE` for each.')
    const parsed = await Promise.all(words.map((word) => readZone(word, io, origin)))
    return {
      findings: lintAll(parsed, {
        outside: has('closed') ? 'absent' : 'unknown',
        advice: has('advice') ? 'told' : 'untold',
      }),
      sources: new Map(parsed.map(({ zone }) => [zone.file, zone.text])),
    }
  },
})
