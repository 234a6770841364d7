/** A refusal told to the person who asked: in French, with the cure. Never logged as a failure. */
export class UserError extends Error {
  override name = "UserError"
}

/** The mail server said no. `isPermanent` (SMTP 5xx): trying again would change nothing. */
export class SendRefused extends Error {
  override name = "SendRefused"
  readonly isPermanent: boolean

  constructor(message: string, isPermanent: boolean, options?: ErrorOptions) {
    super(message, options)
    this.isPermanent = isPermanent
  }
}
