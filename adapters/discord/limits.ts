// What Discord refuses beyond. Its published schemas are wider: a bot has 2,000 characters of content where they say 4,000,
// and they let six buttons in a row.
export const CONTENT = 2_000

export const EMBEDS = 10
/** Of all the embeds of a message: titles, descriptions, names and values of fields. */
export const EMBED_TOTAL = 6_000
export const EMBED_TITLE = 256
export const EMBED_DESCRIPTION = 4_096
export const EMBED_FIELDS = 25
export const FIELD_NAME = 256
export const FIELD_VALUE = 1_024

export const ROWS = 5
export const BUTTONS_PER_ROW = 5
export const BUTTON_LABEL = 80
export const CUSTOM_ID = 100

export const OPTIONS = 25
export const OPTION_LABEL = 100
export const OPTION_VALUE = 100
export const OPTION_DESCRIPTION = 100

export const MODAL_COMPONENTS = 5
export const MODAL_TITLE = 45
export const MODAL_LABEL = 45
export const MODAL_HINT = 100
export const MODAL_INTRO = 4_000
export const TEXT_INPUT = 4_000
export const FILES = 10

export const CHOICES = 25
export const CHOICE = 100
export const COMMAND_DESCRIPTION = 100
export const THREAD_NAME = 100
export const NONCE = 25
