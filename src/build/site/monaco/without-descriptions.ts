import { parseAst, Visitor, type ESTree } from 'vite'
import { replaceStretches, type Stretch } from './replace-stretches.ts'

/** Properties that a page of settings shows, and the palette of commands: neither is here. */
const DESCRIBES =
  /^(?:description|markdownDescription|enumDescriptions|markdownEnumDescriptions|deprecationMessage|markdownDeprecationMessage)$/
/** What is registered by these is described for authors of themes, and of settings for keys. */
const REGISTERS = /^(?:registerColor|registerIcon|RawContextKey)$/
const TEXT = /^localize2?$/

/** A module of Monaco in which the texts that only describe a setting, a colour or a key of a context are empty. */
export function withoutDescriptions(code: string): string {
  if (!/\blocalize2?\(/.test(code)) return code
  const describing: Stretch[] = []
  const texts: Stretch[] = []
  new Visitor({
    Property(node) {
      if (DESCRIBES.test(nameOf(node.key))) describing.push(at(node.value))
    },
    NewExpression(node) {
      if (REGISTERS.test(nameOf(node.callee))) describing.push(at(node))
    },
    CallExpression(node) {
      const name = nameOf(node.callee)
      if (REGISTERS.test(name)) describing.push(at(node))
      if (TEXT.test(name)) texts.push(at(node))
    },
  }).visit(parseAst(code))
  return replaceStretches(
    code,
    texts
      .filter((text) => describing.some((one) => one.start <= text.start && text.end <= one.end))
      .map((one) => ({ ...one, text: "''" })),
  )
}

const nameOf = (node: ESTree.Node): string => (node.type === 'Identifier' ? node.name : '')

const at = ({ start, end }: Stretch): Stretch => ({ start, end })
