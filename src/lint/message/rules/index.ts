import type { Rule } from '../../../core/rule.ts'
import type { FormatSubject } from '../subject.ts'
import { addressSpace } from './address-space.ts'
import { addressSyntax } from './address-syntax.ts'
import { bareCr } from './bare-cr.ts'
import { bareLf } from './bare-lf.ts'
import { bccLeft } from './bcc-left.ts'
import { controlCharacter } from './control-character.ts'
import { dateFar } from './date-far.ts'
import { dateMissing } from './date-missing.ts'
import { dateSyntax } from './date-syntax.ts'
import { dateWeekday } from './date-weekday.ts'
import { dateYear } from './date-year.ts'
import { dateZone } from './date-zone.ts'
import { eightBitAddress } from './eight-bit-address.ts'
import { eightBitField } from './eight-bit-field.ts'
import { eightBitName } from './eight-bit-name.ts'
import { emptyElement } from './empty-element.ts'
import { emptyField } from './empty-field.ts'
import { encodedWordCharset } from './encoded-word-charset.ts'
import { encodedWordContent } from './encoded-word-content.ts'
import { encodedWordGlued } from './encoded-word-glued.ts'
import { encodedWordLength } from './encoded-word-length.ts'
import { encodedWordLine } from './encoded-word-line.ts'
import { encodedWordPlace } from './encoded-word-place.ts'
import { encodedWordQuoted } from './encoded-word-quoted.ts'
import { encodedWordUnread } from './encoded-word-unread.ts'
import { fieldSyntax } from './field-syntax.ts'
import { fromEmpty } from './from-empty.ts'
import { fromGroup } from './from-group.ts'
import { fromMissing } from './from-missing.ts'
import { lineOver78 } from './line-over-78.ts'
import { lineTooLong } from './line-too-long.ts'
import { mboxLine } from './mbox-line.ts'
import { messageIdDomain } from './message-id-domain.ts'
import { messageIdMissing } from './message-id-missing.ts'
import { messageIdSyntax } from './message-id-syntax.ts'
import { nameDot } from './name-dot.ts'
import { noFieldToContinue } from './no-field-to-continue.ts'
import { nul } from './nul.ts'
import { receivedBackwards } from './received-backwards.ts'
import { receivedBadDate } from './received-bad-date.ts'
import { receivedLoop } from './received-loop.ts'
import { receivedNoBy } from './received-no-by.ts'
import { receivedNoDate } from './received-no-date.ts'
import { receivedPlace } from './received-place.ts'
import { referencesSyntax } from './references-syntax.ts'
import { repeatedField } from './repeated-field.ts'
import { resentIncomplete } from './resent-incomplete.ts'
import { returnPathPlace } from './return-path-place.ts'
import { returnPathRepeated } from './return-path-repeated.ts'
import { returnPathSyntax } from './return-path-syntax.ts'
import { route } from './route.ts'
import { senderMissing } from './sender-missing.ts'
import { senderSame } from './sender-same.ts'
import { senderSingle } from './sender-single.ts'
import { spaceBeforeColon } from './space-before-colon.ts'
import { subjectFold } from './subject-fold.ts'
import { whiteFold } from './white-fold.ts'

/** Every rule for the fields and lines of a message. */
export const messageRules: readonly Rule<FormatSubject>[] = [
  addressSpace,
  addressSyntax,
  bareCr,
  bareLf,
  bccLeft,
  controlCharacter,
  dateFar,
  dateMissing,
  dateSyntax,
  dateWeekday,
  dateYear,
  dateZone,
  eightBitAddress,
  eightBitField,
  eightBitName,
  emptyElement,
  emptyField,
  encodedWordCharset,
  encodedWordContent,
  encodedWordGlued,
  encodedWordLength,
  encodedWordLine,
  encodedWordPlace,
  encodedWordQuoted,
  encodedWordUnread,
  fieldSyntax,
  fromEmpty,
  fromGroup,
  fromMissing,
  lineOver78,
  lineTooLong,
  mboxLine,
  messageIdDomain,
  messageIdMissing,
  messageIdSyntax,
  nameDot,
  noFieldToContinue,
  nul,
  receivedBackwards,
  receivedBadDate,
  receivedLoop,
  receivedNoBy,
  receivedNoDate,
  receivedPlace,
  referencesSyntax,
  repeatedField,
  resentIncomplete,
  returnPathPlace,
  returnPathRepeated,
  returnPathSyntax,
  route,
  senderMissing,
  senderSame,
  senderSingle,
  spaceBeforeColon,
  subjectFold,
  whiteFold,
]
