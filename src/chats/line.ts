/** In place of a reference: that the line was said is all that has to be known. */
export const SAID = "said"
