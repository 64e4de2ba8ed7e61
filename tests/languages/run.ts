import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../../src/build/run.ts'
import { textsInHtml } from '../tools/texts-in-html.ts'
import { englishInLines, englishInScript, withoutEnglish, wordedTexts } from './english-in.ts'
import { MARKS } from './made-up.ts'
import { englishRooms, MADE_UP, stage } from './stage.ts'

/**
 * `npm run test:languages`: builds the site in a made-up language, and lists each English text of the
 * interface that its pages and scripts still have. Ends with 1 where there is one.
 */
const root = join(import.meta.dirname, '../..')

const rooms = await englishRooms(root)
const all = wordedTexts(rooms.values())
/** Of the pages about rules: what rules say may be a word of another room. */
const ofRules = wordedTexts(['masthead.ts', 'rules.ts'].map((file) => rooms.get(file)!))
const isOfRules = (file: string): boolean => /^rules.\w/.test(file)
/** What the lab says too, word for word, stays as it is. */
const engines = await enginesOf(root)
const ofInterface = [...all].filter((text) => !engines.includes(text))
const { folder, leave } = await stage(root)
try {
  const built = await run(
    'npx',
    ['vite', 'build', folder, '--config', join(folder, 'vite.config.ts'), '--logLevel', 'error'],
    {
      output: 'show',
      env: { HELO_LANGUAGE: MADE_UP },
    },
  )
  const found = built === 0 ? await look(join(folder, 'dist')) : ['the build failed']
  for (const line of found) console.error(line)
  if (found.length) process.exitCode = 1
} finally {
  await leave()
}

/** What the engines and the lab are written in, in one text. */
async function enginesOf(from: string): Promise<string> {
  const files = await readdir(join(from, 'src'), { recursive: true })
  const own = files.filter((file) => /^(?!ui|build).*\.ts$/.test(file) && !file.includes('.test.'))
  return (await Promise.all(own.map((file) => readFile(join(from, 'src', file), 'utf8')))).join(
    '\n',
  )
}

async function look(dist: string): Promise<string[]> {
  const found: string[] = []
  const counts = { pages: 0, scripts: 0, marked: 0 }
  for (const file of await readdir(dist, { recursive: true })) {
    if (!/\.(?:html|js)$/.test(file)) continue
    const text = await readFile(join(dist, file), 'utf8')
    if (text.includes(MARKS[0])) counts.marked++
    const isPage = file.endsWith('.html')
    counts[isPage ? 'pages' : 'scripts']++
    const english = isPage
      ? englishInLines(textsInHtml(withoutEnglish(text)), isOfRules(file) ? ofRules : all)
      : englishInScript(text, ofInterface)
    found.push(...english.map((one) => `${file}: ${one}`))
    if (isPage && !text.includes(`lang="${MADE_UP}"`)) found.push(`${file}: is in another language`)
  }
  const { pages, scripts, marked } = counts
  console.log(
    `${pages} pages and ${scripts} scripts; ${marked} of them have words; ${found.length} in English`,
  )
  return found
}
