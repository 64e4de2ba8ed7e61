import type { Section } from '../../../../core/section.ts'
import type { Span } from '../../../../core/span.ts'

/** An element as it was read. Spans count UTF-16 units of the document. */
export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string
  /** Without its prefix. */
  readonly local: string
  /** The URI of its namespace; empty for none. */
  readonly namespace: string
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly XmlElement[]
  /** Its own characters, references undone, without those of elements inside. */
  readonly text: string
  /** From `<` of its start to `>` of its end. */
  readonly span: Span
  readonly nameSpan: Span
  /** Between its tags. */
  readonly inside: Span
}

export interface XmlAttribute {
  readonly name: string
  readonly value: string
  readonly span: Span
}

export interface ReportProblem {
  /** `xml/doctype`, `report/value`: stable. */
  readonly code: string
  readonly span: Span
  /** One sentence: what stands there and what was made of it. */
  readonly message: string
  readonly source: Section
}

export interface XmlDocument {
  /** The outermost element; absent where there is none. */
  readonly root?: XmlElement
  readonly problems: readonly ReportProblem[]
}

/** Elements of one local name, in order; their namespace is not looked at. */
export const childrenNamed = (element: XmlElement | undefined, local: string): XmlElement[] =>
  element?.children.filter((child) => child.local === local) ?? []
