/** Finds commands by their verb, in upper or lower case. */
export function commandIndex<Command extends { readonly verb: string }>(
  commands: readonly Command[],
): (verb: string) => Command | undefined {
  const byVerb = new Map(commands.map((command) => [command.verb, command]))
  return (verb) => byVerb.get(verb) ?? byVerb.get(verb.toUpperCase())
}
