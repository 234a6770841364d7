// What Slack refuses, or cuts without a word, beyond. Where @slack/types says a figure, test/slack-limits.test.ts compares.

export const MAX_MESSAGE_BLOCKS = 50
export const MAX_VIEW_BLOCKS = 100
/**
 * All the blocks of a message together, as JSON whose letters beyond ASCII count six: nothing documents it, and messages
 * beyond about 13,200 were refused (msg_blocks_too_long).
 */
export const MAX_MESSAGE_SIZE = 12_000
/** 250 kB (view_too_large), measured in the same way. */
export const MAX_VIEW_SIZE = 240_000
/** `text`, beside the blocks: Slack cuts at 40,000, and advises 4,000. */
export const MAX_FALLBACK = 4_000

export const MAX_BLOCK_ID = 255
export const MAX_ACTION_ID = 255
export const MAX_HEADER = 150
export const MAX_SECTION_TEXT = 3_000
export const MAX_SECTION_FIELDS = 10
export const MAX_FIELD_TEXT = 2_000
export const MAX_CONTEXT_ELEMENTS = 10
export const MAX_ACTIONS = 25

export const MAX_BUTTON_TEXT = 75
export const MAX_BUTTON_VALUE = 2_000
export const MAX_URL = 3_000
export const MIN_OVERFLOW_OPTIONS = 2
export const MAX_OVERFLOW_OPTIONS = 5

export const MAX_CONFIRM_TITLE = 100
export const MAX_CONFIRM_TEXT = 300
export const MAX_CONFIRM_LABEL = 30

export const MAX_OPTIONS = 100
export const MAX_OPTION_TEXT = 75
/** Slack's pages say 150. */
export const MAX_OPTION_VALUE = 75
export const MAX_CHECKBOXES = 10
export const MAX_PLACEHOLDER = 150

export const MAX_INPUT_LABEL = 2_000
export const MAX_INPUT_HINT = 2_000
export const MAX_INPUT_VALUE = 3_000
export const MAX_FILES = 10

export const MAX_VIEW_TITLE = 24
export const MAX_VIEW_LABEL = 24
export const MAX_PRIVATE_METADATA = 3_000
export const MAX_CALLBACK_ID = 255
