import sanitize from "sanitize-html"
import { shallow } from "./shallow.ts"

const TEXT_TAGS =
  "a abbr b big blockquote br center cite code dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i ins li ol p pre q s small span strike strong sub sup u ul"
const TABLE_TAGS = "caption col colgroup table tbody td tfoot th thead tr"

const COLOR = [/^#[0-9a-f]{3,8}$/i, /^rgba?\([\d\s.,%/]{1,40}\)$/i, /^[a-z]{3,20}$/i]
const LENGTH = [/^(?:-?\d{1,4}(?:\.\d{1,4})?(?:px|pt|em|rem|%|cm|mm)?\s*){1,4}$/i]
const WORD = [/^[a-z-]{2,20}$/i]

/**
 * A mail's HTML as it may be shown in the console: no script, no form, nothing fetched from elsewhere
 * (an image is `cid:` or nothing), links that only open apart.
 */
export function safeHtml(html: string): string {
  return sanitize(shallow(html), {
    allowedTags: [...TEXT_TAGS.split(" "), ...TABLE_TAGS.split(" "), "img"],
    allowedAttributes: {
      "*": ["style", "dir", "lang", "align", "valign"],
      a: ["href", "title", "rel", "target"],
      img: ["src", "alt", "width", "height"],
      font: ["color", "size"],
      table: ["border", "cellpadding", "cellspacing", "width"],
      td: ["colspan", "rowspan", "width", "bgcolor"],
      th: ["colspan", "rowspan", "width", "bgcolor"],
    },
    allowedSchemes: ["http", "https", "mailto"],
    allowedSchemesByTag: { img: ["cid"] },
    allowProtocolRelative: false,
    allowedStyles: {
      "*": {
        color: COLOR,
        "background-color": COLOR,
        "font-weight": [/^(?:bold|normal|[1-9]00)$/i],
        "font-style": WORD,
        "font-size": LENGTH,
        "text-align": WORD,
        "text-decoration": WORD,
        "white-space": WORD,
        margin: LENGTH,
        padding: LENGTH,
        width: LENGTH,
      },
    },
    transformTags: { a: openApart, img: onlyFromTheMail },
    nestingLimit: 500,
  })
}

function openApart(tagName: string, { href, title }: sanitize.Attributes): sanitize.Tag {
  const isLink = href !== undefined && /^\s*(?:https?:|mailto:)/i.test(href)
  const opening = { rel: "noopener noreferrer nofollow", target: "_blank" }
  const attribs = { ...(isLink ? { href, ...opening } : {}), ...(title ? { title } : {}) }
  return { tagName, attribs }
}

function onlyFromTheMail(tagName: string, attribs: sanitize.Attributes): sanitize.Tag {
  const { src = "", ...others } = attribs
  return { tagName, attribs: /^cid:/i.test(src) ? { ...others, src } : others }
}
