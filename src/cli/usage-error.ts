/** Why a command could not do its work: it was typed otherwise than meant, or a file is unreadable. */
export class UsageError extends Error {
  override readonly name = 'Fault'
  /** Set where the command's help would show more. */
  readonly about: 'usage' | 'file'

  constructor(message: string, about: UsageError['about'] = 'usage') {
    super(message)
    this.about = about
  }
}
