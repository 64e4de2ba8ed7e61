import type { ProblemKind } from '../problem.ts'
import * as data from './data.ts'
import * as directives from './directives.ts'
import * as names from './names.ts'
import * as records from './records.ts'
import * as service from './service.ts'
import * as text from './text.ts'

/** Every kind of problem that reading a zone can find. */
export const zoneProblems: readonly ProblemKind[] = [
  text,
  names,
  records,
  data,
  service,
  directives,
].flatMap((kinds) => Object.values(kinds))
