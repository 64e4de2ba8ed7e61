import type { Rule } from '../../../core/rule.ts'
import type { SpfSubject } from '../subject.ts'
import { allArgument } from './all-argument.ts'
import { badIp4 } from './bad-ip4.ts'
import { badIp6 } from './bad-ip6.ts'
import { bareAddress } from './bare-address.ts'
import { bareInclude } from './bare-include.ts'
import { characters } from './characters.ts'
import { coveredAddress } from './covered-address.ts'
import { domainAddress } from './domain-address.ts'
import { domainName } from './domain-name.ts'
import { doubleQualifier } from './double-qualifier.ts'
import { dualPrefix } from './dual-prefix.ts'
import { duplicateTerm } from './duplicate-term.ts'
import { emptyDomain } from './empty-domain.ts'
import { emptyExists } from './empty-exists.ts'
import { emptyExp } from './empty-exp.ts'
import { emptyRedirect } from './empty-redirect.ts'
import { expTwice } from './exp-twice.ts'
import { explanationOnly } from './explanation-only.ts'
import { gluedStrings } from './glued-strings.ts'
import { hostBits } from './host-bits.ts'
import { includeLoop } from './include-loop.ts'
import { leadingCharacters } from './leading-characters.ts'
import { loneQualifier } from './lone-qualifier.ts'
import { macroDigits } from './macro-digits.ts'
import { macroLetter } from './macro-letter.ts'
import { macroP } from './macro-p.ts'
import { macroSyntax } from './macro-syntax.ts'
import { mechanismEquals } from './mechanism-equals.ts'
import { modifierColon } from './modifier-colon.ts'
import { modifierName } from './modifier-name.ts'
import { modifierOrder } from './modifier-order.ts'
import { multipleRecords } from './multiple-records.ts'
import { neutralAll } from './neutral-all.ts'
import { noAll } from './no-all.ts'
import { passAll } from './pass-all.ts'
import { port } from './port.ts'
import { prefixLength } from './prefix-length.ts'
import { privateNetwork } from './private-network.ts'
import { ptr } from './ptr.ts'
import { recordSize } from './record-size.ts'
import { recordType } from './record-type.ts'
import { redirectTwice } from './redirect-twice.ts'
import { redirectWithAll } from './redirect-with-all.ts'
import { senderId } from './sender-id.ts'
import { separators } from './separators.ts'
import { strayPercent } from './stray-percent.ts'
import { strayPrefix } from './stray-prefix.ts'
import { swappedFamily } from './swapped-family.ts'
import { termsAfterAll } from './terms-after-all.ts'
import { trailingDot } from './trailing-dot.ts'
import { unknownMechanism } from './unknown-mechanism.ts'
import { unknownModifier } from './unknown-modifier.ts'
import { unusedExp } from './unused-exp.ts'
import { version } from './version.ts'
import { wideNetwork } from './wide-network.ts'

/** Every rule for SPF records: what hides a record first, then what breaks it, then what weakens it. */
export const spfRules: readonly Rule<SpfSubject>[] = [
  multipleRecords,
  recordType,
  version,
  leadingCharacters,
  senderId,
  gluedStrings,
  recordSize,
  characters,
  separators,
  loneQualifier,
  doubleQualifier,
  unknownMechanism,
  bareAddress,
  mechanismEquals,
  modifierColon,
  modifierName,
  unknownModifier,
  allArgument,
  bareInclude,
  emptyExists,
  emptyDomain,
  emptyRedirect,
  emptyExp,
  domainAddress,
  domainName,
  trailingDot,
  badIp4,
  badIp6,
  swappedFamily,
  port,
  prefixLength,
  dualPrefix,
  strayPrefix,
  hostBits,
  wideNetwork,
  privateNetwork,
  macroSyntax,
  macroLetter,
  macroDigits,
  strayPercent,
  explanationOnly,
  macroP,
  termsAfterAll,
  noAll,
  passAll,
  neutralAll,
  ptr,
  duplicateTerm,
  coveredAddress,
  redirectWithAll,
  redirectTwice,
  expTwice,
  modifierOrder,
  unusedExp,
  includeLoop,
]
