import type { Rule } from '../../../core/rule.ts'
import type { FormatSubject } from '../subject.ts'
import { alternativeOrder } from './alternative-order.ts'
import { base64Cut } from './base64-cut.ts'
import { base64Letter } from './base64-letter.ts'
import { boundaryMissing } from './boundary-missing.ts'
import { boundaryReused } from './boundary-reused.ts'
import { boundarySyntax } from './boundary-syntax.ts'
import { boundaryUnnamed } from './boundary-unnamed.ts'
import { charsetMissing } from './charset-missing.ts'
import { charsetUnknown } from './charset-unknown.ts'
import { charsetWrong } from './charset-wrong.ts'
import { cidMissing } from './cid-missing.ts'
import { contentId } from './content-id.ts'
import { eightBit } from './eight-bit.ts'
import { encodedLine } from './encoded-line.ts'
import { encodedParts } from './encoded-parts.ts'
import { encodingUnknown } from './encoding-unknown.ts'
import { filenamePath } from './filename-path.ts'
import { noParts } from './no-parts.ts'
import { notClosed } from './not-closed.ts'
import { parameter } from './parameter.ts'
import { parameterEncodedWord } from './parameter-encoded-word.ts'
import { quotedPrintableEscape } from './quoted-printable-escape.ts'
import { repeatedField } from './repeated-field.ts'
import { tooDeep } from './too-deep.ts'
import { type } from './type.ts'
import { versionMissing } from './version-missing.ts'
import { versionValue } from './version-value.ts'

/** Every rule for what MIME adds to a message. */
export const mimeRules: readonly Rule<FormatSubject>[] = [
  alternativeOrder,
  base64Cut,
  base64Letter,
  boundaryMissing,
  boundaryReused,
  boundarySyntax,
  boundaryUnnamed,
  charsetMissing,
  charsetUnknown,
  charsetWrong,
  cidMissing,
  contentId,
  eightBit,
  encodedLine,
  encodedParts,
  encodingUnknown,
  filenamePath,
  noParts,
  notClosed,
  parameter,
  parameterEncodedWord,
  quotedPrintableEscape,
  repeatedField,
  tooDeep,
  type,
  versionMissing,
  versionValue,
]
