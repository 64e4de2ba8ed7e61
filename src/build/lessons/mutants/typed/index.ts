import { lineLeftOut, lineTwice, linesSwapped } from './lines.ts'
import { imapLine, popLine } from './mailbox-lines.ts'
import { blankTooEarly, dotOtherwise, fieldName } from './message.ts'
import type { TypedOperator } from './operator.ts'
import { keywordTypo, otherAddress, pathForm } from './paths.ts'
import { programTypo, questionName, questionType, reverseOption } from './questions.ts'
import { hangUp, quitEarly, whereTo } from './session.ts'
import { helloName, helloWord, verbTypo } from './verbs.ts'

/** Every kind of mistake in typed lines. */
export const typedOperators: readonly TypedOperator[] = [
  lineLeftOut,
  lineTwice,
  linesSwapped,
  verbTypo,
  helloWord,
  helloName,
  pathForm,
  keywordTypo,
  otherAddress,
  fieldName,
  blankTooEarly,
  dotOtherwise,
  quitEarly,
  hangUp,
  whereTo,
  imapLine,
  popLine,
  programTypo,
  questionType,
  questionName,
  reverseOption,
]
