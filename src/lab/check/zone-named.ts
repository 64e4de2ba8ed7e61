import { zoneNameIn, zoneNameOfFile, zoneOfOwners } from '../../dns/zone/zone-name.ts'
import { domainIn } from './named-text.ts'

/** The name of a zone: as it was typed, by its file, by its text. */
export const zoneNameOf = (name: string, text: string): string | undefined =>
  domainIn(name) ?? zoneNameOfFile(name) ?? zoneNameIn(text) ?? wholeName(text)

/** The zone of the owners that are written whole, as exports of a provider and `dig` have them. */
function wholeName(text: string): string | undefined {
  const top = text.slice(0, 100_000)
  const found = zoneOfOwners(wholeOwners(top)) || zoneOfOwners(namesIn(top, SERVICE_OWNER))
  return found === '' ? undefined : found
}

const namesIn = (text: string, owner: RegExp): string[] =>
  [...text.matchAll(owner)].map(([, name]) => name!.toLowerCase())

/** The owners of a text that are written with a final dot: in lowercase, without it. */
export const wholeOwners = (text: string): string[] => namesIn(text, WHOLE_OWNER)

const WHOLE_OWNER = /^((?:[a-z0-9_-]{1,63}\.){1,8}[a-z][a-z0-9-]{0,61}[a-z0-9])\.[ \t]/gim

/** `_dmarc.example.org` without its final dot: two labels above a service are hardly relative. */
const SERVICE_OWNER =
  /^((?:[a-z0-9-]{1,63}\.){0,4}_[a-z0-9-]{1,62}(?:\.[a-z0-9_-]{1,63}){1,4}\.[a-z][a-z0-9-]{0,61}[a-z0-9])[ \t]/gim
