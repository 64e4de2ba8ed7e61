import { showCertificate } from './certificate.ts'
import { digest, signRaw } from './digest.ts'
import { encode, rand } from './encode.ts'
import { makeKey } from './make-key.ts'
import { showKey } from './show-key.ts'
import type { Tool } from './tool.ts'

/** The parts of `openssl` beside `s_client`, by the names of `subcommands.ts`. */
const TOOLS: Readonly<Record<string, (tool: Tool) => void | Promise<void>>> = {
  ...{ genpkey: makeKey, genrsa: makeKey, rsa: showKey, pkey: showKey, pkeyutl: signRaw },
  ...{ dgst: digest, sha1: digest, sha256: digest, sha512: digest },
  ...{ base64: encode, enc: encode, rand, x509: showCertificate },
}

export async function runOpenssl(tool: Tool): Promise<void> {
  await TOOLS[tool.name]?.(tool)
}
