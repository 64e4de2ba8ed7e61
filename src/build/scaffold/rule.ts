import { addToList, importOf, subjectOf } from './list-edit.ts'
import { camelCase, isFree, readAreaName } from './names.ts'
import { refuse, type Plan, type Project, type Refusal } from './plan.ts'
import { ruleText } from './rule-text.ts'

/** Areas whose rules stand with the zone's, and the name of a rule's file there. */
const zoneAreas: Readonly<Record<string, (name: string) => string>> = {
  zone: (name) => name,
  mx: (name) => `mx-${name}`,
}

/** Plans a lint rule: its file with examples, and its line in the list. */
export function planRule(project: Project, typed: string | undefined): Plan | Refusal {
  const read = readAreaName(typed, 'spf/my-rule')
  if (!read.ok) return read
  const { area, name } = read
  const place = placeOf(project, area, name)
  if (!place) return refuse(`There are no rules about "${area}". There are: ${areas(project)}.`)
  const { folder, file } = place
  const path = `${folder}/${file}.ts`
  if (project.exists(path)) return refuse(`There is a rule ${area}/${name} already: ${path}`)
  if (!isFree(file))
    return refuse(`"${file}" cannot be the name of a rule: it means something else.`)
  const listPath = ['list.ts', 'index.ts'].map((list) => `${folder}/${list}`).find(project.exists)
  const list = listPath && project.read(listPath)
  const grown = list && addToList(list, camelCase(file), `${file}.ts`)
  if (!list || !grown) return refuse(`${folder} has no list of its rules that a line could join.`)
  const subject = subjectOf(list) ?? 'Subject'
  const text = ruleText({
    area,
    code: `${area}/${name}`,
    identifier: camelCase(file),
    core: folder.split('/').slice(1).fill('..').join('/') + '/core',
    subject,
    subjectImport: importOf(list, subject) ?? '',
  })
  return {
    ok: true,
    files: [
      { path, text },
      { path: listPath, text: grown },
    ],
    next: [
      `Write why, the section and the examples in ${path}: each «…» is found, each good one is silent.`,
      'Then: npm run test:unit',
    ],
  }
}

function placeOf(project: Project, area: string, name: string) {
  const folder = `src/auth/${area}/rules`
  if (project.list(folder).length > 0) return { folder, file: name }
  const fileName = zoneAreas[area]
  return fileName && { folder: 'src/dns/rules', file: fileName(name) }
}

function areas(project: Project): string {
  const auth = project
    .list('src/auth')
    .filter((area) => project.list(`src/auth/${area}/rules`).length)
  return [...new Set([...auth, ...Object.keys(zoneAreas)])].sort().join(', ')
}
