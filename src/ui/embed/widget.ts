import type { Component } from 'svelte'
import type { KindName, StepReport, Verdict } from '../../embed/protocol.ts'
import type { OpenLine } from '../../lab/line.ts'
import type { Linked } from '../../lab/link/link.ts'
import type { Ask } from '../../lab/questions/index.ts'

/** What a widget is given. It is set up anew where one of these changes. */
export interface WidgetProps {
  readonly kind: KindName
  /** What the element holds, without the indent of its lines. */
  readonly text: string
  /** The element's attributes, of which each was read by the kind's `options`. */
  readonly options: Readonly<Record<string, string>>
  /** A state to go on from, read and checked; undefined for a fresh start. */
  readonly start: Linked | undefined
  readonly place: WidgetPlace
  readonly report: Report
}

/** Where a widget is. */
export interface WidgetPlace {
  /** The site's root in the language of the frame. */
  readonly site: URL
  /** Where links to other pages of the site lead, in its place; undefined where there are none: they are no links. */
  readonly links: URL | undefined
  /** Whether it stands in the package of a learning system, which holds no more of the site than a lesson needs. */
  readonly isPacked: boolean
  /** Asks the Worker that all widgets of a page share. Rejects where the code for the answer cannot be fetched. */
  readonly ask: Ask
  /** Opens a line to a host of its own in that Worker, for who runs a lab. */
  readonly openLine: OpenLine
}

/** What a widget reports of itself. */
export interface Report {
  /** Something was judged; it is reported to the host page where it differs from the judgement before. */
  verdict(verdict: Verdict): void
  goal(goal: { readonly id: string; readonly text: string; readonly met: boolean }): void
  /** How a step of a lesson stands; it is reported where it differs from before. */
  step(step: StepReport): void
  /** @param record Of a whole lesson: its record of completion. */
  complete(record?: string): void
  /**
   * What was done, as it stands now: it is packed once the hand rests, for the host page and for the link to
   * the playground.
   * @param page Where the link leads, from the site's root: `check/`; empty where nothing else opens it.
   */
  work(page: string, linked: Linked): void
  /** What was done is packed once this is there: code for it is fetched after what a reader waits for. */
  packAfter(answered: Promise<void>): void
  /** Something is wrong with the element: a line above the widget says it, and it is reported to the host page. */
  problem(sentence: string): void
}

/** A kind of widget: a file beside this one, and a line in `kinds.ts`. */
export interface WidgetKind {
  /** The attributes that it knows beside those of all kinds, and what is wrong with a value of each, if anything. */
  readonly options: Readonly<Record<string, OptionCheck>>
  /** Whether it asks the Worker as soon as it is drawn, which is then fetched together with it. */
  readonly asks: boolean
  /** Fetches what draws it. */
  load(): Promise<{ readonly default: Component<WidgetProps> }>
}

/** @returns What it should be, as a few words; undefined where the value is fine. */
export type OptionCheck = (value: string) => string | undefined
