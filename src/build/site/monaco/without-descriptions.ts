import { parseAst, Visitor, type ESTree } from 'vite'
import { replaceStretches, withComma, type Stretch } from './replace-stretches.ts'

/** Properties that a page of settings shows, and the palette of commands: neither is here. */
const DESCRIBES =
  /^(?:description|markdownDescription|enumDescriptions|markdownEnumDescriptions|deprecationMessage|markdownDeprecationMessage)$/
/** What is registered by these is described for authors of themes, and of settings for keys. */
const REGISTERS = /^(?:registerColor|registerIcon|RawContextKey)$/
const TEXT = /^localize2?$/

/** A module of Monaco without the texts that only describe a setting, a command, a colour or a key of a context. */
export function withoutDescriptions(code: string): string {
  if (!/\blocalize2?\(|\bdescription: /.test(code)) return code
  const properties: Stretch[] = []
  const registering: Stretch[] = []
  const texts: Stretch[] = []
  new Visitor({
    Property(node) {
      if (!DESCRIBES.test(nameOf(node.key))) return
      properties.push(withComma(code, node))
      if (isSentence(node.value)) texts.push(at(node.value))
    },
    NewExpression(node) {
      if (REGISTERS.test(nameOf(node.callee))) registering.push(at(node))
    },
    CallExpression(node) {
      const name = nameOf(node.callee)
      if (REGISTERS.test(name)) registering.push(at(node))
      if (TEXT.test(name)) texts.push(at(node))
    },
  }).visit(parseAst(code))
  const isIn = (text: Stretch) => (one: Stretch) => one.start <= text.start && text.end <= one.end
  return replaceStretches(code, [
    ...properties
      .filter((one) => texts.some((text) => isIn(text)(one)))
      .map((one) => ({ ...one, text: '' })),
    ...texts
      .filter((text) => registering.some(isIn(text)) && !properties.some(isIn(text)))
      .map((one) => ({ ...one, text: "''" })),
  ])
}

/** Others name something for the code. */
const isSentence = (node: ESTree.Node): boolean =>
  (node.type === 'Literal' && typeof node.value === 'string' && /\s/.test(node.value)) ||
  (node.type === 'TemplateLiteral' && node.expressions.length === 0)

const nameOf = (node: ESTree.Node): string => (node.type === 'Identifier' ? node.name : '')

const at = ({ start, end }: Stretch): Stretch => ({ start, end })
