/**
 * Modules of `src/protocols/` that have a smaller one in the built sink: what needs accounts, a world, or
 * a server of another kind. From `src/` both.
 */
export const replaced: Readonly<Record<string, string>> = {
  'protocols/sasl/mechanisms/index.ts': 'sink/parts/mechanisms.ts',
  'protocols/smtp/commands/index.ts': 'sink/parts/commands.ts',
  'protocols/smtp/personalities/index.ts': 'sink/parts/personalities.ts',
  'protocols/smtp/server/handle-login.ts': 'sink/parts/handle-login.ts',
  'protocols/smtp/server/login.ts': 'sink/parts/login.ts',
  'protocols/smtp/wire/lenient-paths.ts': 'sink/parts/lenient.ts',
  'protocols/smtp/parameters/lenient.ts': 'sink/parts/lenient.ts',
  'protocols/smtp/policies/faults.ts': 'sink/parts/policies.ts',
  'protocols/smtp/policies/greylisting.ts': 'sink/parts/policies.ts',
  'protocols/smtp/policies/rates.ts': 'sink/parts/policies.ts',
  'protocols/smtp/policies/tarpit.ts': 'sink/parts/policies.ts',
}
