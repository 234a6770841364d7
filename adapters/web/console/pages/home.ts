import { html } from "hono/html"
import type { Capped } from "../../../store/console-count.ts"
import type { ConsolePost } from "../../../store/console-posts.ts"
import type { Board, Tab, TicketOnBoard } from "../../../store/console-tickets.ts"
import { badge, cardView, linesView } from "../card-view.ts"
import { commandBox } from "../command-box.ts"
import type { ConsoleApp, Desk } from "../desk.ts"
import { capped, statusInFrench, when } from "../french.ts"
import { type Html, live, pathOf, render } from "../layout.ts"
import { notices, pulse } from "../pulse.ts"

const TABS: Record<Tab, { query: string; label: string; title: string; empty: string }> = {
  todo: {
    query: "",
    label: "À traiter",
    title: "Demandes à traiter",
    empty: "Aucune demande n’attend l’équipe. Les nouvelles s’afficheront ici d’elles-mêmes.",
  },
  pending: {
    query: "en-attente",
    label: "En attente de l’agent",
    title: "Demandes en attente de l’agent",
    empty: "Aucune demande n’attend de réponse d’un agent.",
  },
  closed: {
    query: "closes",
    label: "Closes",
    title: "Demandes closes",
    empty: "Aucune demande n’est close pour l’instant.",
  },
}
const ORDER: Tab[] = ["todo", "pending", "closed"]

/** The team's chat: the cards of the tickets. */
export function homeRoutes(app: ConsoleApp, desk: Desk): void {
  const { reads } = desk

  app.get("/", async (c) => {
    const tab = ORDER.find((name) => TABS[name].query === c.req.query("onglet")) ?? "todo"
    const isMine = c.req.query("de") === "moi"
    const member = c.get("member")
    const [counts, board, others, mine, above, commands] = await Promise.all([
      reads.ticketCounts(),
      reads.board(tab, isMine ? member.id : null, c.req.query("apres") ?? null),
      tab === "todo" ? reads.otherPosts(desk.now()) : [],
      reads.privatePosts(member.id, desk.now()),
      Promise.all([pulse(desk), notices(desk, member, pathOf(c))]),
      commandBox(desk, member),
    ])
    const back = pathOf(c)
    return render(c, desk, {
      title: TABS[tab].title,
      main: html`
        ${live("avis", above[1])}
        <div class="tm-top">
          <h1 class="fr-h3">${TABS[tab].title}</h1>
          ${searchBox()}
        </div>
        ${live("pouls", above[0])}
        ${commands}
        ${live("pour-vous", postsView(mine, "Pour vous seulement", { back, now: desk.now() }))}
        ${live("onglets", tabs(tab, counts))}
        <p class="tm-filter">${filter(tab, isMine)}</p>
        <div id="demandes" data-live data-announce="La liste des demandes a changé.">
          ${boardView(board, { tab, isMine, back, now: desk.now() })}
          ${postsView(others, "Autres messages du robot", { back, now: desk.now() })}
        </div>
        <p class="fr-mt-4w"><a class="fr-link" href="/cartes">Toutes les cartes, les plus récentes d’abord</a></p>`,
    })
  })

  app.get("/recherche", async (c) => {
    const words = (c.req.query("q") ?? "").trim().slice(0, 200)
    const number = /^#?(\d{1,9})$/.exec(words)?.[1]
    if (number && (await reads.ticketPage(Number(number))))
      return c.redirect(`/demandes/${number}`, 303)
    const found = words.length >= 2 ? await reads.searchTickets(words) : []
    const look = { back: pathOf(c), now: desk.now() }
    return render(c, desk, {
      title: `Recherche : ${words}`,
      main: html`
        <div class="tm-top"><h1 class="fr-h3">Recherche</h1>${searchBox(words)}</div>
        <p role="status">${foundText(words, found.length)}</p>
        ${found.map((ticket) => ticketView(ticket, look))}`,
    })
  })
}

function foundText(words: string, count: number): string {
  if (words.length < 2)
    return "Écrivez un numéro, un nom, une adresse ou des mots de l’objet (deux lettres au moins)."
  if (count === 0)
    return `Aucune demande ne contient « ${words} ». Essayez avec moins de mots, ou le début d’un mot.`
  return count < 20
    ? `${count === 1 ? "Une demande trouvée" : `${count} demandes trouvées`}.`
    : "Les 20 demandes les plus récentes. Précisez pour en trouver d’autres."
}

function searchBox(words = ""): Html {
  return html`<form action="/recherche" class="tm-search" role="search">
    <div class="fr-search-bar" id="recherche">
      <label class="fr-label" for="mots">Rechercher une demande</label>
      <input class="fr-input" type="search" id="mots" name="q" value="${words}" placeholder="Numéro, nom, objet">
      <button class="fr-btn" title="Rechercher">Rechercher</button>
    </div>
  </form>`
}

function tabs(current: Tab, counts: Record<Tab, Capped>): Html {
  return html`<nav aria-label="Demandes par état"><ul class="tm-list tm-tabs">
    ${ORDER.map((tab) => {
      const { query, label } = TABS[tab]
      return html`<li><a href="/${query ? `?onglet=${query}` : ""}" ${tab === current ? html`aria-current="page"` : ""}>${label} <span class="tm-count">${capped(counts[tab])}</span></a></li>`
    })}
  </ul></nav>`
}

function filter(tab: Tab, isMine: boolean): Html {
  const { query } = TABS[tab]
  const all = query ? `/?onglet=${query}` : "/"
  const mine = query ? `/?onglet=${query}&de=moi` : "/?de=moi"
  const link = (href: string, text: string, isHere: boolean) =>
    html`<a class="fr-tag fr-tag--sm" href="${href}" ${isHere ? html`aria-current="true"` : ""}>${text}</a>`
  return html`<span class="fr-sr-only">Afficher : </span>${link(all, "Toutes", !isMine)} ${link(mine, "Les miennes", isMine)}`
}

type BoardLook = { tab: Tab; isMine: boolean; back: string; now: Date }

function boardView({ urgent, tickets, next }: Board, { tab, isMine, back, now }: BoardLook): Html {
  if (urgent.length + tickets.length === 0) {
    return html`<div class="tm-empty"><p>${isMine ? "Rien n’est à votre nom ici." : TABS[tab].empty}</p></div>`
  }
  const search = new URLSearchParams({
    ...(TABS[tab].query ? { onglet: TABS[tab].query } : {}),
    ...(isMine ? { de: "moi" } : {}),
    apres: next ?? "",
  })
  return html`
    ${urgent.length > 0 && html`<h2 class="tm-group">Prioritaires</h2>${urgent.map((ticket) => ticketView(ticket, { back, now }, 3))}`}
    ${
      tickets.length > 0 &&
      html`<h2 class="tm-group">${tab === "todo" ? "Les plus anciennes d’abord" : "Les plus récentes d’abord"}</h2>
      ${tickets.map((ticket) => ticketView(ticket, { back, now }, 3))}`
    }
    ${next && html`<p class="fr-mt-3w"><a class="fr-btn fr-btn--secondary" href="/?${search.toString()}">Demandes suivantes</a></p>`}`
}

function ticketView(
  ticket: TicketOnBoard,
  { back, now }: { back: string; now: Date },
  heading: 2 | 3 = 2,
): Html {
  const { id, card, status, subject, openedAt, lines } = ticket
  if (card) return cardView(card, { back, heading, isWhole: false }, linesView(lines, now))
  return html`<article class="tm-card">
    <h2 class="fr-h6 tm-title"><a href="/demandes/${id}">Mentor #${id} — ${subject}</a></h2>
    <p>${badge(statusInFrench(status))} reçue ${when(openedAt, now)} ; sa carte arrive.</p>
  </article>`
}

/** Cards that show no ticket. */
function postsView(
  posts: ConsolePost[],
  title: string,
  { back, now }: { back: string; now: Date },
): Html {
  if (posts.length === 0) return html``
  return html`<h2 class="fr-h5 fr-mt-6w">${title}</h2>
    ${posts.map(({ id, card, lines }) => cardView(card, { back: `${back}#${id}`, id: `message-${id}`, heading: 3, isWhole: true }, linesView(lines, now)))}`
}
