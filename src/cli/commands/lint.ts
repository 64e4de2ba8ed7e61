import { lintZones } from '../../lint/lint-zones.ts'
import { lintMessage } from '../../lint/lint-message.ts'
import type { Advice } from '../../lint/zone-profiles.ts'
import { parseMessage } from '../../message/parse.ts'
import { inCharacters, readableText } from '../../core/octet-text.ts'
import { defineCommand } from '../command.ts'
import { UsageError } from '../usage-error.ts'
import type { Io } from '../io.ts'
import { isMessageFile, readMessage } from '../read-input.ts'
import type { Report } from '../report.ts'
import { readZone, ZONE_NAMES } from '../read-zone.ts'

export const lint = defineCommand({
  name: 'lint',
  summary: 'looks for problems in zone files and messages',
  syntax: 'ZONE | MESSAGE.eml … [--origin NAME] [--advice] [--closed]',
  about: [
    'Reads zones and reports problems: in their syntax, in their records, and in what SPF, DKIM and DMARC make of them. Several zones are judged together, for problems that lie between them. It reports nothing about names outside of them.',
    'A file called `*.eml` is a message: `lint` looks at its lines, fields and parts, and at what its fields state about signatures. To judge it as a receiver does there is `verify`.',
    ZONE_NAMES,
  ],
  options: {
    origin: { value: 'NAME', text: 'the zone’s name, where there is only one zone' },
    advice: { text: 'report also what would be good to have' },
    closed: { text: 'take the zones for all there is: other names do not exist' },
  },
  formats: ['text', 'json', 'sarif'],
  examples: [
    'helo-world lint example.org.zone',
    'helo-world lint message.eml',
    'helo-world lint zones/*.zone --format sarif > findings.sarif',
    'dig @192.0.2.53 example.org AXFR | helo-world lint -',
  ],
  async run({ words, text, has }, io) {
    if (words.length === 0) throw new UsageError('Name a zone or message to read.')
    const origin = text('origin')
    const zones = words.filter((word) => !isMessageFile(word))
    if (origin !== undefined && zones.length > 1)
      throw new UsageError('`--origin` names one zone. For several write `NAME=FILE` for each.')
    const parsed = await Promise.all(zones.map((word) => readZone(word, io, origin)))
    const advice = has('advice') ? 'included' : 'omitted'
    const messages = await Promise.all(
      words.filter(isMessageFile).map((path) => lintFile(path, io, advice)),
    )
    const found = lintZones(parsed, { outside: has('closed') ? 'absent' : 'unknown', advice })
    return {
      findings: [...found, ...messages.flatMap(({ findings }) => findings)],
      sources: new Map([
        ...parsed.map(({ zone }) => [zone.file, zone.text] as const),
        ...messages.flatMap(({ sources }) => [...sources]),
      ]),
    }
  },
})

async function lintFile(
  path: string,
  io: Io,
  advice: Advice,
): Promise<Pick<Report, 'findings' | 'sources'>> {
  const message = parseMessage(await readMessage(path, io))
  const readable = readableText(message.text)
  return {
    findings: lintMessage(message, path, advice).map((found) => inCharacters(found, readable)),
    sources: new Map([[path, readable.text]]),
  }
}
