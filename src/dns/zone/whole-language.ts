import { formatOf } from '../records/index.ts'
import { checkFile } from './check-file.ts'
import { checkMarks } from './check-marks.ts'
import { checkText } from './check-text.ts'
import { readRareDirective } from './rare-directive.ts'
import { reportOutside } from './report-outside.ts'
import { reportNoType } from './report-type.ts'
import type { ZoneLanguage } from './state.ts'

/** All that a zone may hold. */
export const wholeLanguage: ZoneLanguage = {
  ...{ formatOf, checkFile, checkText, checkMarks, reportNoType, reportOutside },
  readDirective: readRareDirective,
}
