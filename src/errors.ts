/** A refusal told to the person who asked: in French, with the cure. Never logged as a failure. */
export class UserError extends Error {
  override name = "UserError"
}

/** The connection was lost once the mail was on its way: nobody knows whether the server took it. */
export class SendUnsure extends Error {
  override name = "SendUnsure"
}

/** The mail server said no. `isPermanent` (SMTP 5xx): trying again would change nothing. */
export class SendRefused extends Error {
  override name = "SendRefused"
  readonly isPermanent: boolean
  /** It left all the same, to those of its recipients that the server took. */
  readonly hasLeft: boolean

  constructor(message: string, isPermanent: boolean, hasLeft = false) {
    super(message)
    this.isPermanent = isPermanent
    this.hasLeft = hasLeft
  }
}

/** Somebody removed the post, or its place is gone: it cannot be redrawn. */
export class PostGone extends Error {
  override name = "PostGone"
}
