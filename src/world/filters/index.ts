import { bulk } from './bulk.ts'
import { content } from './content.ts'
import { reputation } from './reputation.ts'
import { reverseName } from './reverse-name.ts'
import { senderDomain } from './sender-domain.ts'
import { spf } from './spf.ts'

/** Every policy about mail that comes in. */
export const filters = [spf, reverseName, senderDomain, reputation, bulk, content] as const
