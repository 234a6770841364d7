// Makes the pages live: everything they do, they also do without it.

const REDRAW_EVERY = 60_000 // ages change even when nothing else does
const SAME_CLICK = 2_000

/** @type {EventSource | null} */
let events = null
let isRedrawing = false
let isStale = false

/** Redraws the parts that changed, leaving alone what somebody is typing. */
async function redraw() {
  if (isRedrawing) {
    isStale = true
    return
  }
  isRedrawing = true
  isStale = false
  try {
    const response = await fetch(location.href, { headers: { "X-Redraw": "1" } })
    if (!response.ok || response.redirected) return
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html")
    for (const part of document.querySelectorAll("[data-live]")) {
      const next = fresh.getElementById(part.id)
      if (next && next.innerHTML !== drawn.get(part.id) && !isTyping(part)) replace(part, next)
    }
  } catch {
    // the server is away: the next event, or the next minute, tries again
  } finally {
    isRedrawing = false
    if (isStale) void redraw()
  }
}

/** What the server drew, apart from what we count down in it. @type {Map<string, string>} */
const drawn = new Map()

/** @param {Element} part @param {Element} next */
function replace(part, next) {
  const path = focusPath(part)
  const isOpen = [...part.querySelectorAll("details")].map((details) => details.open)
  drawn.set(part.id, next.innerHTML)
  part.replaceChildren(...next.childNodes)
  part.querySelectorAll("details").forEach((details, index) => {
    details.open = isOpen[index] ?? details.open
  })
  if (path !== null) part.querySelectorAll(FOCUSABLE)[path]?.focus()
  startCountdowns(part)
  const news = part.getAttribute("data-announce")
  const status = document.getElementById("annonce")
  if (news && status) status.textContent = news
}

const FOCUSABLE = "a[href], button, input:not([type=hidden]), textarea, select, summary"

/** @param {Element} part @returns {number | null} which of its controls has the focus */
function focusPath(part) {
  const at = [...part.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement)
  return at < 0 ? null : at
}

/** @param {Element} part */
function isTyping(part) {
  return [...part.querySelectorAll("textarea, input:not([type=hidden])")].some(
    (field) => field === document.activeElement || field.value !== field.defaultValue,
  )
}

/** @param {Element | Document} part */
function startCountdowns(part) {
  for (const count of part.querySelectorAll("[data-seconds]")) {
    const end = Date.now() + Number(count.dataset.seconds) * 1000
    const timer = setInterval(() => {
      const left = Math.max(0, Math.ceil((end - Date.now()) / 1000))
      count.textContent = String(left)
      if (left > 0 && count.isConnected) return
      clearInterval(timer)
      if (count.isConnected) void redraw()
    }, 250)
  }
}

/** Hidden pages do not listen: a browser opens six connections to a server, and seven tickets may be open. */
function listen() {
  events?.close()
  events = null
  if (document.hidden) return
  events = new EventSource("/evenements")
  events.addEventListener("change", redraw)
}

const isLive =
  document.querySelector("[data-live]") !== null && document.querySelector("#menu") !== null
if (isLive) {
  for (const part of document.querySelectorAll("[data-live]")) drawn.set(part.id, part.innerHTML)
  startCountdowns(document)
  listen()
  document.addEventListener("visibilitychange", listen)
  setInterval(() => void (document.hidden || redraw()), REDRAW_EVERY)
}

/** @type {WeakMap<HTMLFormElement, number>} */
const sentAt = new WeakMap()

document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target)
  if (Date.now() - (sentAt.get(form) ?? 0) < SAME_CLICK) return event.preventDefault()
  if (form.dataset.confirm) {
    if (!confirm(form.dataset.confirm)) return event.preventDefault()
    form.elements.namedItem("_question")?.remove() // it has been asked
  }
  sentAt.set(form, Date.now())
})
