import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { format, getFileInfo, resolveConfig } from 'prettier'
import { knownNames } from './known-names.ts'
import { planCommand } from './command.ts'
import { planLesson } from './lesson.ts'
import { refuse, type Plan, type Project, type Refusal } from './plan.ts'
import { planRule } from './rule.ts'

const root = join(import.meta.dirname, '../../..')

const project: Project = {
  exists: (path) => existsSync(join(root, path)),
  read: (path) => readFileSync(join(root, path), 'utf8'),
  list: (folder) => (existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []),
  known: knownNames,
}

const planners: Readonly<
  Record<string, (project: Project, typed: string | undefined) => Plan | Refusal>
> = { command: planCommand, lesson: planLesson, rule: planRule }

const [kind = '', typed] = process.argv.slice(2)
const plan = planners[kind]?.(project, typed) ?? refuse('It makes a lesson, a rule or a command.')
if (plan.ok) await carryOut(plan)
else {
  console.error(`  ${plan.message}`)
  process.exitCode = 1
}

async function carryOut({ files, next }: Plan): Promise<void> {
  for (const { path, text } of files) {
    const verb = project.exists(path) ? 'changed' : 'new'
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), await formatted(path, text))
    console.log(`  ${verb.padEnd(7)}  ${path}`)
  }
  console.log(`\n${next.map((line) => `  ${line}`).join('\n')}`)
}

/** The text as `npm run format` would leave it. */
async function formatted(path: string, text: string): Promise<string> {
  const file = join(root, path)
  const { ignored, inferredParser } = await getFileInfo(file, {
    ignorePath: join(root, '.prettierignore'),
  })
  if (ignored || inferredParser === null) return text
  return format(text, { ...(await resolveConfig(file)), filepath: file })
}
