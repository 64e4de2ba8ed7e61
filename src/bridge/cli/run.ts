import type { Io } from '../../cli/io.ts'
import { renderJson } from '../../cli/output/json.ts'
import { runCommands, type RenderReport } from '../../cli/run.ts'
import { commands } from './commands/index.ts'
import { renderSarif } from './output/sarif.ts'

/** Without a word it opens all that there is to see. */
const ALONE = ['serve', '--brief']

/**
 * Runs `helo-world` with the words behind it, on this machine.
 * @param version Of the package, for `--version` and for SARIF.
 * @returns The exit code: 0 all is well, 1 something needs a fix, 2 it could not be done.
 */
export const runCli = (words: readonly string[], io: Io, version: string): Promise<0 | 1 | 2> =>
  runCommands(words.length > 0 ? words : ALONE, io, {
    ...{ commands, version },
    formats: {
      json: renderJson,
      sarif: (_, report) => renderSarif(report, version),
      csv: (_, { written }) => written?.csv ?? '',
      junit: (_, { written }) => written?.junit ?? '',
      xapi: (_, { written }) => written?.xapi ?? '',
      // What is written is a file; how it came out is for people.
      ...{ scorm12: asText, scorm2004: asText, cmi5: asText },
    },
  })

const asText: RenderReport = (_, { text }) => (typeof text === 'string' ? text : '')
