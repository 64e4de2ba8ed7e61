import { editableFirst } from '../../lab/editable-first.ts'
import type { PanelName } from '../../lessons/lesson.ts'
import { greetingOf } from '../../shell/greeting.ts'
import { richParts } from '../../ui/kit/rich-text.ts'
import type { LessonPage } from './lesson-list.ts'
import { escapeHtml } from './template.ts'

/** What of a lesson its workbench shows before any script has run. */
export type StaticLesson = Pick<LessonPage, 'panels' | 'world' | 'terminal' | 'goals'>

/**
 * The workbench as it stands in a page: its first goal, and the fields of its zone and terminal at
 * their places, into which one can type at once. The page's script takes them over.
 */
export function staticBench({ panels, ...lesson }: StaticLesson): string {
  const all = panels.length > 5 ? ' all' : ''
  const inner = panels.map((name) => panelOf(name, lesson)).join('')
  return `<div class="bench${all}" data-static>${firstGoal(lesson)}${inner}</div>`
}

type Shown = Omit<StaticLesson, 'panels'>

function firstGoal({ goals: [goal] }: Shown): string {
  if (!goal) return ''
  const text = richParts(goal.text)
    .map(({ text: part, code }) => (code ? `<code>${escapeHtml(part)}</code>` : escapeHtml(part)))
    .join('')
  return `<div class="next-goal"><p><span class="caps">Next</span> ${text}</p></div>`
}

/** Panels without a field are counted, as places go by their number, and come with the script. */
function panelOf(name: PanelName, lesson: Shown): string {
  if (name === 'zone') return zonePanel(lesson)
  if (name === 'terminal') return terminalPanel(lesson)
  return `<section data-panel="${name}" hidden></section>`
}

function zonePanel({ world }: Shown): string {
  const sorted = editableFirst(world.zones)
  const [first] = sorted
  if (!first) return ''
  const { origin, text, editable } = first
  const note = editable ? 'every change is published at once' : 'read only'
  const field =
    `<textarea class="zone-field wire" aria-label="Zone ${escapeHtml(origin)}" ` +
    `data-zone="${escapeHtml(origin)}"${editable ? '' : ' readonly'} ${AS_TYPED} wrap="off">` +
    // A line's end behind the tag is no part of the text.
    `\n${escapeHtml(text)}</textarea>`
  return panel('zone', 'Zones', note, `${tabs(sorted)}<div class="zone-frame">${field}</div>`)
}

const AS_TYPED = 'autocapitalize="off" autocomplete="off" autocorrect="off" spellcheck="false"'

function tabs(zones: StaticLesson['world']['zones']): string {
  if (zones.length < 2) return ''
  const names = zones.map(
    ({ origin, editable }) =>
      `<span>${escapeHtml(origin)}${editable ? '' : '<span class="read-only">read only</span>'}</span>`,
  )
  return `<div class="zone-tabs">${names.join('')}</div>`
}

/** Where lines are typed ahead: at a prompt, or below the screen where a finger types. */
function terminalPanel({ terminal }: Shown): string {
  if (!terminal) return ''
  const [greeting = '', ...rest] = greetingOf(terminal.host).lines.map(({ text }) => text)
  const name = escapeHtml(terminal.host)
  const ahead =
    `<div class="type-ahead wire"><p>${escapeHtml([greeting, ...rest].join(' '))}</p>` +
    `<span aria-hidden="true">you@${escapeHtml(terminal.host.split('.')[0]!)}:~$</span>` +
    `<textarea class="line-field wire" aria-label="Line for the terminal" rows="1" ` +
    `enterkeyhint="send" placeholder="Type a line" ${AS_TYPED}></textarea></div>`
  const foot = `<div class="terminal-foot${terminal.suggestions.length ? ' roomy' : ''}"></div>`
  return panel('terminal', 'Terminal', `on ${name}`, ahead + foot)
}

const panel = (id: PanelName, title: string, note: string, inner: string): string =>
  `<section class="panel" data-panel="${id}" aria-label="${title}">` +
  `<header><h2 class="caps">${title}</h2><p class="note">${note}</p></header>${inner}</section>`
