import { clip } from '../../core/text/clip.ts'
import type { Command } from '../command.ts'
import { pathOf } from '../files/place.ts'
import { readFlags } from '../flags.ts'
import { showText } from '../show-text.ts'

export const touch: Command = {
  name: 'touch',
  kind: 'tool',
  summary: 'make empty files, or give them the time of now',
  completes: ['files'],
  page: {
    synopsis: ['touch file ...'],
    description: ['Makes files that are not there yet. Those that are get the time of now.'],
    examples: [['touch notes', 'an empty file']],
    seeAlso: ['ls', 'rm'],
  },
  run(words, context) {
    const given = readFlags('touch', words, {}, context)
    for (const { text } of given?.words ?? []) {
      const path = pathOf(context.session, text)
      const refused = context.session.files.append(path, new Uint8Array(0))
      if (refused !== undefined)
        context.complain(`touch: cannot touch '${showText(clip(text))}': ${refused}`)
    }
    return undefined
  },
}
