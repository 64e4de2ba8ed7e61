import { editableFirst } from '../../lab/editable-first.ts'
import type { PanelName } from '../../lessons/lesson.ts'
import { richParts } from '../../ui/kit/rich-text.ts'
import { isDoing, panelTitles } from '../../ui/panels/titles.ts'
import { zoneNote } from '../../ui/panels/Zone/zone-note.ts'
import type { LessonPage } from './lesson-list.ts'
import { escapeHtml } from './template.ts'

/** What of a lesson its desk shows before any script has run. */
export type StaticLesson = Pick<
  LessonPage,
  'title' | 'panels' | 'world' | 'terminal' | 'steps' | 'doing' | 'greeting'
>

/**
 * The desk as it stands in a page: the first step, and the fields of its zone and terminal at their
 * places, into which one can type at once. The page's script takes them over.
 * @param crumb The line above the title.
 */
export function staticDesk(lesson: StaticLesson, crumb: string): string {
  const { panels, doing, terminal } = lesson
  const shares = `--doing:${doing}fr;--effect:${100 - doing}fr`
  const [effect] = panels.filter((name) => !isDoing(name))
  const acting = panels.filter(isDoing)
  return (
    `<div class="desk" data-static data-tab="step" data-extra="${terminal !== undefined}" style="${shares}">` +
    `<section data-slot="step" aria-label="Step">${stepPane(lesson, crumb)}</section>` +
    `<section data-slot="doing" aria-label="Do">${layers(acting, lesson)}` +
    `<div class="coach">${firstGoal(lesson)}</div></section>` +
    `<section data-slot="effect" aria-label="See">` +
    `${effect ? panel(effect, panelTitles[effect], '', '') : ''}</section></div>` +
    `<div class="tab-bar" aria-hidden="true"></div>`
  )
}

/** The steps after the first are for those who read without a script. */
function stepPane({ title, steps }: StaticLesson, crumb: string): string {
  if (!steps.length) return ''
  const texts = steps.map((step, at) => {
    const later = at > 0 ? ' class="later"' : ''
    const after = step.after
      ? `<div class="prose later" data-prose="after ${step.id}">${step.after}</div>`
      : ''
    return (
      `<div${later}><h2>${escapeHtml(step.title)}</h2>` +
      `<div class="prose" data-prose="step ${step.id}">${step.html}</div>${after}</div>`
    )
  })
  return (
    `<div class="static-step"><header><p class="caps">${crumb}</p><h1>${escapeHtml(title)}</h1></header>` +
    `<div class="steps">${texts.join('')}</div></div>`
  )
}

function firstGoal({ steps: [step] }: StaticLesson): string {
  const text = step?.goals[0]?.text ?? step?.card?.ask
  if (text === undefined) return ''
  const parts = richParts(text).map(({ text: part, code }) =>
    code ? `<code>${escapeHtml(part)}</code>` : escapeHtml(part),
  )
  return `<p><span class="caps">Next</span> ${parts.join('')}</p>`
}

/** Panels that share the place lie over each other; the first is seen. */
function layers(names: readonly PanelName[], lesson: StaticLesson): string {
  const all = names.map(
    (name, at) =>
      `<div class="layer"${at > 0 ? ' hidden' : ''}>${
        name === 'zone' ? zonePanel(lesson) : terminalPanel(lesson)
      }</div>`,
  )
  return `<div class="stack">${all.join('')}</div>`
}

function zonePanel({ world }: StaticLesson): string {
  const sorted = editableFirst(world.zones)
  const [first] = sorted
  if (!first) return ''
  const { origin, text, editable } = first
  const field =
    `<textarea class="zone-field zone-text wire" aria-label="Zone ${escapeHtml(origin)}" ` +
    `data-zone="${escapeHtml(origin)}"${editable ? '' : ' readonly'} ${AS_TYPED}>` +
    // A line's end behind the tag is no part of the text.
    `\n${escapeHtml(text)}</textarea>`
  const frame =
    `<div class="zone-frame"><div class="zone-room">${field}</div>` +
    '<div class="zone-strip"></div></div>'
  return panel('zone', 'Zone', zoneNote(origin, editable), tabs(sorted) + frame)
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
function terminalPanel({ terminal, greeting }: StaticLesson): string {
  if (!terminal) return ''
  const lines = greeting?.lines.map(({ text }) => escapeHtml(text)) ?? []
  const name = escapeHtml(terminal.host)
  const prompt = terminal.run ? '' : `you@${escapeHtml(terminal.host.split('.')[0]!)}:~$`
  const ahead =
    `<div class="type-ahead wire"><p>${lines.join('\n')}</p>` +
    `<span aria-hidden="true">${prompt}</span>` +
    `<textarea class="line-field wire" aria-label="Line for the terminal" rows="1" ` +
    `enterkeyhint="send" placeholder="Type a line" ${AS_TYPED}></textarea></div>`
  const strip = '<div class="terminal-strip"></div>'
  const screen = `<div class="terminal-screen">${ahead}</div>`
  return panel('terminal', 'Terminal', `on ${name}`, strip + screen)
}

const panel = (id: PanelName, title: string, note: string, inner: string): string =>
  `<section class="panel" data-panel="${id}" aria-label="${title}">` +
  `<header><h2 class="caps">${title}</h2><p class="note">${note}</p></header>` +
  `<div class="panel-body">${inner}</div></section>`
