import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Kept for editors that know the language; fetched when it is asked for. */
const LINTER = 'dockerfile-utils@0.16.3'

/** @returns What is wrong with the file, as sentences. */
export function lintContainerfile(file: string, say: (text: string) => void): string[] {
  const words = ['--yes', `--package=${LINTER}`, 'dockerfile-utils', 'lint', file]
  const linted = spawnSync('npx', words, { encoding: 'utf8' })
  const output = `${linted.stdout}${linted.stderr}`.trim()
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENOTCACHED/.test(output))
    say(`Skipped: ${LINTER} cannot be fetched.`)
  else if (linted.status !== 0 || output !== '') return [`${LINTER}: ${output}`, ...rules(file)]
  else say(`${LINTER}: no problems in the Containerfile.`)
  return rules(file)
}

/** What no linter knows of this file. */
function rules(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const last = text.slice(text.lastIndexOf('\nFROM '))
  const images = [...text.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image!)
  return [
    ...images
      .filter((image) => !image.startsWith('debian:'))
      .map((image) => `${image} is not Debian’s.`),
    ...(/^USER (?!0\b|root\b)\S+$/m.test(last) ? [] : ['It runs as root.']),
    ...(/^\s*(?:ADD|RUN .*\b(?:curl|wget)\b)/m.test(text)
      ? ['It fetches more than packages.']
      : []),
  ]
}
