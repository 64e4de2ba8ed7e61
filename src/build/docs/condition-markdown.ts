import { readFileSync } from 'node:fs'
import ts from 'typescript'
import type * as v from 'valibot'
import { conditionKinds, conditionSchema } from '../../lessons/goals/index.ts'

/** What a lesson may write in `when`, as its author reads it. */
export interface ConditionDoc {
  readonly kind: string
  readonly about: string
  /** In YAML. */
  readonly example: string
  readonly keys: readonly KeyDoc[]
}

export interface KeyDoc {
  readonly key: string
  readonly values: string
  readonly presence: 'required' | 'optional'
  readonly meaning: string
}

const folder = 'src/lessons/goals'
/** Files that hold keys which several kinds share. */
const shared = ['command-pattern.ts', 'place.ts', 'amount.ts', 'read-message.ts'].map(
  (name) => `src/lessons/${name}`,
)

/** Every kind of condition: its keys from its schema, their meaning from the comments beside them. */
export const conditionDocs = (): ConditionDoc[] =>
  conditionKinds.map(({ kind, about, entries }) => {
    const comments = commentsOf([`${folder}/${kind}.ts`, ...shared])
    return {
      kind,
      about,
      example: comments.example,
      keys: Object.entries(entries(conditionSchema)).map(([key, schema]) => ({
        key,
        values: valuesOf(schema),
        presence: schema.type === 'exact_optional' ? 'optional' : 'required',
        meaning: comments.keys.get(key) ?? '',
      })),
    }
  })

interface Comments {
  readonly example: string
  readonly keys: ReadonlyMap<string, string>
}

/** The comments of a kind's own file come before those of shared ones. */
function commentsOf(files: readonly string[]): Comments {
  const keys = new Map<string, string>()
  let example = ''
  for (const file of files) {
    const source = ts.createSourceFile(
      file,
      readFileSync(file, 'utf8'),
      ts.ScriptTarget.ES2023,
      true,
    )
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) {
        const text = commentAbove(node)
        if (text && !keys.has(node.name.text)) keys.set(node.name.text, text)
      }
      if (ts.isVariableStatement(node)) example ||= exampleOf(node)
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  return { example, keys }
}

const commentAbove = (node: ts.Node): string | undefined => {
  const [doc] = ts.getJSDocCommentsAndTags(node)
  return doc && ts.getTextOfJSDocComment(doc.comment)?.replace(/\s+/g, ' ').trim()
}

function exampleOf(node: ts.Node): string {
  const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === 'example')
  return ts.getTextOfJSDocComment(tag?.comment) ?? ''
}

type Schema = v.GenericSchema

/** What may stand there, in words and code. */
function valuesOf(given: unknown): string {
  const schema = given as Schema & Readonly<Record<string, unknown>>
  switch (schema.type) {
    case 'exact_optional':
      return valuesOf(schema['wrapped'])
    case 'picklist':
      return (schema['options'] as readonly string[]).map((one) => `\`${one}\``).join(', ')
    case 'union':
      return (schema['options'] as readonly Schema[]).map(valuesOf).join(', or ')
    case 'array':
      return `a list of: ${valuesOf(schema['item'])}`
    case 'strict_object':
      return `\`{ ${Object.entries(schema['entries'] as Record<string, Schema>)
        .map(([key, { type }]) => (type === 'exact_optional' ? `${key}?` : key))
        .join(', ')} }\``
    case 'lazy':
      return 'a condition'
    case 'string':
      return 'a text'
    default:
      return `a ${schema.type}`
  }
}

const row = ({ key, values, presence, meaning }: KeyDoc): string =>
  `| \`${key}\` | ${values} | ${presence === 'required' ? 'yes' : ''} | ${meaning} |`

const section = ({ kind, about, example, keys }: ConditionDoc): string => `## ${kind}

${about}

${keys.length ? `| key | value | required | meaning |\n| --- | --- | --- | --- |\n${keys.map(row).join('\n')}` : 'It has no keys but `kind`.'}

\`\`\`yaml
when:
${example.replace(/^/gm, '  ')}
\`\`\`
`

/** docs/conditions.md */
export const conditionReference = (): string => `# Conditions of lessons

In a lesson's \`lesson.yaml\` a goal is met, a hint is given, and a prediction has come true, when a condition holds.
Each has a \`kind\` and the keys of that kind; other keys are refused with their place.

${conditionDocs().map(section).join('\n')}`
