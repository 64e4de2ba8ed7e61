import {
  isCount,
  isFlag,
  isText,
  listOf,
  objectOf,
  oneOf,
  optional,
  type Check,
} from '../field-checks.ts'
import { isObject } from '../../core/text/is-object.ts'
import { isInput } from '../is-input.ts'
import { isOverOwnLimits, isOwnWorld } from '../own-world/own-world.ts'
import { classLimits as most, mistakeKinds, screenSlots } from './protocol.ts'

/** A text of so many characters at most. */
export const textUpTo =
  (length: number): Check =>
  (value) =>
    isText(value) && (value as string).length <= length

/** A list of so many items at most, and of one kind. */
export const listUpTo =
  (length: number, is: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length <= length && listOf(is)(value)

const fits =
  (pattern: RegExp): Check =>
  (value) =>
    isText(value) && pattern.test(value as string)

const isSlug = fits(/^[a-z0-9-]{1,80}$/)

export const isPlace = objectOf({ slug: isSlug, step: optional(isSlug) })

export const isNumberedPlace = objectOf({ slug: isSlug, step: optional(isSlug), number: isCount })

export const isDots = listUpTo(most.steps, fits(new RegExp(`^[01]{0,${most.dots}}$`)))

const isName = textUpTo(80)

export const isInputs = listUpTo(most.inputs, isInput)

/** A world of somebody's own is read further where it is opened. */
const isWorld: Check = (value) => isOwnWorld(value) && !isOverOwnLimits(value)

export const isScreenWork = objectOf({
  ...{ edition: isCount, variant: optional(isName), world: optional(isWorld) },
})

const choices: Readonly<Record<string, Check>> = {
  mail: objectOf({ id: textUpTo(most.screenName) }),
  message: objectOf({ mailbox: textUpTo(most.screenName), id: textUpTo(most.screenName) }),
  connection: objectOf({ connection: isCount }),
}

const isChoice: Check = (value) =>
  isObject(value) &&
  typeof value['kind'] === 'string' &&
  Object.hasOwn(choices, value['kind']) &&
  choices[value['kind']]!(value)

const isLight = objectOf({
  ...{ slot: oneOf(...screenSlots), text: textUpTo(most.lit), behind: isCount },
})

export const isLook = objectOf({
  ...{ slot: optional(oneOf(...screenSlots)), panel: optional(isName) },
  ...{ chosen: optional(isChoice), isBlank: optional(isFlag), lit: optional(isLight) },
})

const isMistake = objectOf({
  kind: oneOf(...mistakeKinds),
  ...{ cause: textUpTo(most.cause), typed: textUpTo(most.typed) },
  ...{ answered: textUpTo(most.answered), times: isCount },
})

export const isMistakes = listUpTo(most.mistakes, isMistake)

export const isMode = oneOf('class', 'own')

const isChoices: Check = (value) =>
  listUpTo(most.choices, textUpTo(most.choice))(value) && (value as unknown[]).length >= 2

const questionFields = {
  ...{ text: textUpTo(most.question), choices: isChoices },
  ...{ right: optional(isCount), because: optional(textUpTo(most.question)) },
}

/** A question with a right choice that it has. */
export const isQuestion: Check = (value) =>
  objectOf(questionFields)(value) && hasItsRight(value as { right?: number; choices: unknown[] })

const hasItsRight = ({ right = 0, choices }: { right?: number; choices: unknown[] }): boolean =>
  right < choices.length

const isCounts = listUpTo(most.choices, isCount)

export const isStudentQuestion = objectOf({
  ...questionFields,
  ...{ number: isCount, state: oneOf('open', 'closed', 'shown') },
  ...{ mine: optional(isCount), counts: optional(isCounts) },
})

export const isBoardQuestion = objectOf({
  ...questionFields,
  ...{ number: isCount, state: oneOf('open', 'closed', 'shown'), counts: isCounts },
})

export const isRow = objectOf({
  ...{ student: isCount, name: isText, isHere: isFlag, mode: isMode, place: optional(isPlace) },
  ...{ dots: isDots, made: isCount, mistakes: isMistakes },
  ...{ progressAt: isCount, madeThen: isCount },
})
