import { deskDocuments, type DeskDocument } from '../../lab/desk-documents.ts'
import type { PanelName } from '../../lessons/lesson.ts'
import { richParts } from '../../ui/kit/rich-text.ts'
import { sharePanels } from '../../ui/panels/titles.ts'
import { langOf, type LessonPage } from './lesson-list.ts'
import { escapeHtml } from './template.ts'
import type { SiteWords } from './words/load-words.ts'

/** What of a lesson its desk shows before any script has run. */
export type StaticLesson = Pick<
  LessonPage,
  'language' | 'title' | 'panels' | 'world' | 'terminal' | 'steps' | 'doing' | 'greeting'
>

/**
 * The desk as it stands in a page: the first step, and the fields of its zone and terminal at their
 * places, into which one can type at once. The page's script takes them over.
 * @param crumb The line above the title.
 */
export function staticDesk(lesson: StaticLesson, crumb: string, words: SiteWords): string {
  const { panels, doing, terminal } = lesson
  const shares = `--doing:${doing}fr;--effect:${100 - doing}fr`
  const { doing: acting, effects } = sharePanels(panels)
  const [effect] = effects
  return (
    `<div class="desk" data-static data-tab="step" data-extra="${terminal !== undefined}" style="${shares}">` +
    `<section data-slot="step" aria-label="${escapeHtml(words.desk.step)}">${stepPane(lesson, crumb)}</section>` +
    `<section data-slot="doing" aria-label="${escapeHtml(words.desk.do)}">${layers(acting, lesson, words)}` +
    `<div class="coach">${firstGoal(lesson, words)}</div></section>` +
    `<section data-slot="effect" aria-label="${escapeHtml(words.desk.see)}">` +
    `${effect ? panel(effect, '', '', words) : ''}</section></div>` +
    `<div class="tab-bar" aria-hidden="true"></div>`
  )
}

/** The steps after the first are for those who read without a script. */
function stepPane(lesson: StaticLesson, crumb: string): string {
  const { title, steps } = lesson
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
    `<div class="static-step"><header><p class="caps">${crumb}</p><h1${langOf(lesson)}>${escapeHtml(title)}</h1></header>` +
    `<div class="steps"${langOf(lesson)}>${texts.join('')}</div></div>`
  )
}

function firstGoal({ steps: [step] }: StaticLesson, { coach }: SiteWords): string {
  const text = step?.goals[0]?.text ?? step?.card?.ask
  if (text === undefined) return ''
  const parts = richParts(text).map(({ text: part, code, stress }) => {
    const tag = code ? 'code' : stress ? 'em' : undefined
    return tag ? `<${tag}>${escapeHtml(part)}</${tag}>` : escapeHtml(part)
  })
  return `<p><span class="caps">${escapeHtml(coach.tones.next)}</span> ${parts.join('')}</p>`
}

/** Panels that share the place lie over each other; the first is seen. */
function layers(names: readonly PanelName[], lesson: StaticLesson, words: SiteWords): string {
  const all = names.map(
    (name, at) =>
      `<div class="layer"${at > 0 ? ' hidden' : ''}>${
        name === 'zone'
          ? zonePanel(lesson, words)
          : name === 'terminal'
            ? terminalPanel(lesson, words)
            : panel(name, '', '', words)
      }</div>`,
  )
  return `<div class="stack">${all.join('')}</div>`
}

function zonePanel({ world }: StaticLesson, words: SiteWords): string {
  const sorted = deskDocuments(world)
  const [first] = sorted
  if (!first) return ''
  const { key, kind, name, text, editable } = first
  const field =
    `<textarea class="zone-field zone-text wire" aria-label="${escapeHtml(words.editor.labels[kind](name))}" ` +
    `data-zone="${escapeHtml(key)}"${editable ? '' : ' readonly'} ${AS_TYPED}>` +
    // A line's end behind the tag is no part of the text.
    `\n${escapeHtml(text)}</textarea>`
  const frame =
    `<div class="zone-frame"><div class="zone-room">${field}</div>` +
    '<div class="zone-strip"></div></div>'
  return panel('zone', words.zone.notes[kind](name, editable), tabs(sorted, words) + frame, words)
}

const AS_TYPED = 'autocapitalize="off" autocomplete="off" autocorrect="off" spellcheck="false"'

function tabs(zones: readonly DeskDocument[], { zone: words }: SiteWords): string {
  if (zones.length < 2) return ''
  const names = zones.map(
    ({ kind, name, editable }) =>
      `<span>${escapeHtml(name)}${kindMark(words.kinds[kind])}${editable ? '' : `<span class="read-only">${escapeHtml(words.readOnly)}</span>`}</span>`,
  )
  return `<div class="zone-tabs">${names.join('')}</div>`
}

const kindMark = (kind: string): string =>
  kind === '' ? '' : `<span class="kind">${escapeHtml(kind)}</span>`

/** Where lines are typed ahead: at a prompt, or below the screen where a finger types. */
function terminalPanel({ terminal, greeting }: StaticLesson, words: SiteWords): string {
  if (!terminal) return ''
  const lines = greeting?.lines.map(({ text }) => escapeHtml(text)) ?? []
  const { line, typeHere } = words['terminal-line']
  const prompt = terminal.run ? '' : `you@${escapeHtml(terminal.host.split('.')[0]!)}:~$`
  const ahead =
    `<div class="type-ahead wire"><p>${lines.join('\n')}</p>` +
    `<span aria-hidden="true">${prompt}</span>` +
    `<textarea class="line-field wire" aria-label="${escapeHtml(line)}" rows="1" ` +
    `enterkeyhint="send" placeholder="${escapeHtml(typeHere)}" ${AS_TYPED}></textarea></div>`
  const strip = '<div class="terminal-strip"></div>'
  const screen = `<div class="terminal-screen">${ahead}</div>`
  return panel('terminal', words.terminal.on(terminal.host), strip + screen, words)
}

function panel(id: PanelName, note: string, inner: string, { panels }: SiteWords): string {
  const title = escapeHtml(panels.titles[id])
  return (
    `<section class="panel" data-panel="${id}" aria-label="${title}">` +
    `<header><h2 class="caps">${title}</h2><p class="note">${escapeHtml(note)}</p></header>` +
    `<div class="panel-body">${inner}</div></section>`
  )
}
