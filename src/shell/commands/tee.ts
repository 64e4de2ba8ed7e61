import { concatBytes } from '../../core/bytes.ts'
import { clip } from '../../core/text/clip.ts'
import type { Command } from '../command.ts'
import { fileLimits } from '../files/file-tree.ts'
import { pathOf } from '../files/place.ts'
import { readFlags } from '../flags.ts'
import { showText } from '../show-text.ts'
import { inputProgram } from '../text/inputs.ts'

export const tee: Command = {
  name: 'tee',
  kind: 'tool',
  summary: 'print what comes, and keep it in a file too',
  completes: ['files'],
  page: {
    synopsis: ['tee [-a] [file ...]'],
    description: ['Prints what a pipe gives it, and writes the same to each file.'],
    options: [['-a', 'add to the files instead of replacing them']],
    examples: [
      ['dig example.org TXT | tee answer | grep spf', 'look at a part, and keep the whole'],
    ],
    seeAlso: ['cat'],
  },
  run(words, context) {
    const given = readFlags<'append'>(
      'tee',
      words,
      { switches: { '-a': 'append', '--append': 'append' } },
      context,
    )
    if (!given) return undefined
    const parts: Uint8Array[] = []
    let size = 0
    return inputProgram('tee', context, {
      take(octets) {
        context.write(octets)
        // One part more than a file holds makes it too large, which is reported at the end.
        if (size <= fileLimits.file) parts.push(octets.slice())
        size += octets.length
        return undefined
      },
      end() {
        const { session } = context
        const how = given.on.has('append') ? 'append' : 'write'
        for (const { text } of given.words) {
          const refused = session.files[how](pathOf(session, text), concatBytes(parts))
          if (refused !== undefined) context.complain(`tee: ${showText(clip(text))}: ${refused}`)
        }
      },
    })
  },
}
