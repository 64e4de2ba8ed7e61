import { addToExports } from './list-edit.ts'
import { camelCase, isFree, readAreaName } from './names.ts'
import { refuse, type Plan, type Project, type Refusal } from './plan.ts'
import { ruleAreas, ruleText } from './rule-text.ts'

/** Plans a lint rule: its file with examples, and its line in the list. */
export function planRule(project: Project, typed: string | undefined): Plan | Refusal {
  const read = readAreaName(typed, 'spf/my-rule')
  if (!read.ok) return read
  const code = `${read.area}/${read.name}`
  const area = ruleAreas[read.area]
  if (!area) {
    const all = Object.keys(ruleAreas).join(', ')
    return refuse(`There are no rules about "${read.area}". There are: ${all}.`)
  }
  const file = area.fileName(read.name)
  const path = `${area.folder}/${file}.ts`
  if (project.exists(path)) return refuse(`There is a rule ${code} already: ${path}`)
  if (project.known.ruleCodes.includes(code))
    return refuse(`There is a rule ${code} already: npx helo-world explain ${code} shows it.`)
  if (!isFree(file))
    return refuse(`"${file}" cannot be the name of a rule: it means something else.`)
  const list = `${area.folder}/index.ts`
  const grown = project.exists(list)
    ? addToExports(project.read(list), camelCase(file), `${file}.ts`)
    : undefined
  if (!grown) return refuse(`${list} holds no list that a line could join.`)
  return {
    ok: true,
    files: [
      { path, text: ruleText(area, code, camelCase(file)) },
      { path: list, text: grown },
    ],
    next: [
      `Write why, the section and the examples in ${path}: each «…» is found, each good one is silent.`,
      'Then: npm run test:unit',
    ],
  }
}
