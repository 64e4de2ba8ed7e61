import type { Lesson, Step } from '../../../lessons/lesson.ts'
import type { WorldSpec } from '../../../world/spec.ts'
import { mapCardTexts } from './card-texts.ts'
import { collect, type Text, type TextPath, type Visit } from './text.ts'

/**
 * A lesson with other texts. Only texts that are read are visited: names, addresses, zones, conditions, commands
 * and all that a mail holds stay, so that whatever is put in place of a text proves the same.
 */
export function mapLessonTexts(lesson: Lesson, visit: Visit): Lesson {
  const say = (path: TextPath, text: string) => (text === '' ? text : visit({ path, text }))
  return {
    ...lesson,
    title: say(['title'], lesson.title),
    objective: say(['objective'], lesson.objective),
    misconception: say(['misconception'], lesson.misconception),
    steps: lesson.steps.map((step) => mapStep(step, visit)),
    debrief: say(['debrief'], lesson.debrief),
    notes: say(['notes'], lesson.notes),
    hints: lesson.hints.map((hint) => ({ ...hint, text: say(['hints', hint.id], hint.text) })),
    world: mapWorld(lesson.world, visit),
  }
}

/** All texts of a lesson, in the order of its files. */
export const lessonTexts = (lesson: Lesson): Text[] =>
  collect((visit) => mapLessonTexts(lesson, visit))

/** Whether a text stands in `lesson.md`, and not in `lesson.yaml`. */
export const isProse = ([first = '', , part = '', ...below]: TextPath): boolean =>
  first === 'steps'
    ? below.length === 0 && ['title', 'html', 'after'].includes(part)
    : !['hints', 'world'].includes(first)

function mapStep(step: Step, visit: Visit): Step {
  const place = ['steps', step.id]
  const say = (below: TextPath, text: string) =>
    text === '' ? text : visit({ path: [...place, ...below], text })
  return {
    ...step,
    title: say(['title'], step.title),
    html: say(['html'], step.html),
    after: say(['after'], step.after),
    goals: step.goals.map((goal) => ({ ...goal, text: say(['goals', goal.id], goal.text) })),
    ...(step.card && { card: mapCardTexts(step.card, [...place, 'card'], visit) }),
    ladder: step.ladder.map((text, at) => say(['ladder', String(at)], text)),
  }
}

/** What views say of the parts of a world. */
function mapWorld(world: WorldSpec, visit: Visit): WorldSpec {
  const say = (below: TextPath, text: string) => visit({ path: ['world', ...below], text })
  return {
    ...world,
    hosts: world.hosts.map((host) =>
      host.about === undefined ? host : { ...host, about: say(['hosts', host.name], host.about) },
    ),
    mails: world.mails.map((mail) => ({ ...mail, title: say(['mails', mail.id], mail.title) })),
    ...(world.devices && {
      devices: world.devices.map((device) => ({
        ...device,
        name: say(['devices', device.id], device.name),
      })),
    }),
    senders: world.senders.map((sender) => ({
      ...sender,
      name: say(['senders', sender.id, 'name'], sender.name),
      about: say(['senders', sender.id, 'about'], sender.about),
    })),
  }
}
