import { parseAst, Visitor, type ESTree } from 'vite'

/** Properties that a page of settings shows, and the palette of commands: neither is here. */
const DESCRIBES =
  /^(?:description|markdownDescription|enumDescriptions|markdownEnumDescriptions|deprecationMessage|markdownDeprecationMessage)$/
/** What is registered by these is described for authors of themes, and of settings for keys. */
const REGISTERS = /^(?:registerColor|registerIcon|RawContextKey)$/
const TEXT = /^localize2?$/

type Stretch = Pick<ESTree.Span, 'start' | 'end'>

/** A module of Monaco in which the texts that only describe a setting, a colour or a key of a context are empty. */
export function withoutDescriptions(code: string): string {
  if (!/\blocalize2?\(/.test(code)) return code
  const describing: Stretch[] = []
  const texts: Stretch[] = []
  new Visitor({
    Property(node) {
      if (DESCRIBES.test(nameOf(node.key))) describing.push(node.value)
    },
    NewExpression(node) {
      if (REGISTERS.test(nameOf(node.callee))) describing.push(node)
    },
    CallExpression(node) {
      const name = nameOf(node.callee)
      if (REGISTERS.test(name)) describing.push(node)
      if (TEXT.test(name)) texts.push(node)
    },
  }).visit(parseAst(code))
  return emptied(
    code,
    texts.filter((text) =>
      describing.some((one) => one.start <= text.start && text.end <= one.end),
    ),
  )
}

const nameOf = (node: ESTree.Node): string => (node.type === 'Identifier' ? node.name : '')

function emptied(code: string, texts: readonly Stretch[]): string {
  let [left, rest] = ['', 0]
  for (const { start, end } of texts) {
    left += `${code.slice(rest, start)}''`
    rest = end
  }
  return left + code.slice(rest)
}
