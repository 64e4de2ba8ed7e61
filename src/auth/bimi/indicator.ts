import { readXml } from '../dmarc/reports/xml/read.ts'
import type { XmlElement } from '../dmarc/reports/xml/element.ts'

/** Characters that a logo may have: 32 kilobytes, as receivers ask. */
export const MAX_INDICATOR = 32_768

export type IndicatorProblemKind =
  'too-large' | 'no-svg' | 'not-well-formed' | 'profile' | 'title' | 'element' | 'reference'

export interface IndicatorProblem {
  readonly kind: IndicatorProblemKind
  /** The start of a sentence’s end: `has no title`. */
  readonly message: string
}

/**
 * What keeps a logo from being shown: it must be SVG Tiny PS (draft-svg-tiny-ps-abrotman), a profile without scripts,
 * animation, links, images and references to elsewhere. Never throws.
 * @returns The first problem; `undefined` where there is none. That it looks like something is not checked.
 */
export function indicatorProblem(text: string): IndicatorProblem | undefined {
  if (text.length > MAX_INDICATOR)
    return problem('too-large', `is larger than ${MAX_INDICATOR / 1024} kilobytes`)
  const { root, problems } = readXml(text)
  if (!root || root.local !== 'svg' || root.namespace !== SVG)
    return problem('no-svg', 'is no SVG document')
  if (problems.some(({ code }) => code === 'xml/doctype'))
    return problem('reference', 'has a document type, which could lead elsewhere')
  if (problems.length) return problem('not-well-formed', 'is no well-formed XML')
  return profileProblem(root) ?? titleProblem(root) ?? contentProblem(root)
}

const problem = (kind: IndicatorProblemKind, message: string): IndicatorProblem => ({
  kind,
  message,
})

const SVG = 'http://www.w3.org/2000/svg'

/** What the outermost element states, and must. */
const STATED = { version: '1.2', baseProfile: 'tiny-ps' } as const

function profileProblem(root: XmlElement): IndicatorProblem | undefined {
  for (const [name, wanted] of Object.entries(STATED))
    if (valueOf(root, name) !== wanted)
      return problem('profile', `does not state \`${name}="${wanted}"\``)
  const place = ['x', 'y'].find((name) => valueOf(root, name) !== undefined)
  return place === undefined
    ? undefined
    : problem('profile', `has \`${place}=\` on its outermost element, which has no place`)
}

const valueOf = ({ attributes }: XmlElement, name: string): string | undefined =>
  attributes.find((one) => one.name === name)?.value

function titleProblem({ children }: XmlElement): IndicatorProblem | undefined {
  const titles = children.filter(({ local }) => local === 'title')
  if (titles.length > 1) return problem('title', 'has several titles')
  return titles[0]?.text.trim()
    ? undefined
    : problem('title', 'has no title, which names whose logo it is')
}

/** Media, links, scripts, animation, and what shows one thing here and another there. */
const FORBIDDEN: ReadonlySet<string> = new Set([
  ...['script', 'handler', 'listener', 'a', 'image', 'audio', 'video', 'animation', 'switch'],
  ...['animate', 'animateColor', 'animateMotion', 'animateTransform', 'set', 'discard', 'mpath'],
  ...['foreignObject', 'prefetch'],
])

function contentProblem(root: XmlElement): IndicatorProblem | undefined {
  const open = [root]
  for (let one = open.pop(); one; one = open.pop()) {
    if (FORBIDDEN.has(one.local)) return problem('element', `has a \`<${one.local}>\` in it`)
    for (const { name, value } of one.attributes) {
      if (/^on/i.test(name)) return problem('element', `does something by itself, in \`${name}\``)
      if (/(?:^|:)href$/i.test(name) && !value.startsWith('#'))
        return problem('reference', `leads elsewhere, in \`${name}\``)
      if (/url\(\s*['"]?[^#'"\s)]/i.test(value))
        return problem('reference', `leads elsewhere, in \`${name}\``)
    }
    open.push(...one.children)
  }
  return undefined
}
