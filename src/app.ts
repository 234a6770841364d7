import { catchUp, catchUpChats } from "./chats/catch-up.ts"
import { forgetOccasions } from "./chats/forget.ts"
import { help, helpCard } from "./chats/help.ts"
import { placeActions, placeForms } from "./chats/places.ts"
import { questionActions, questionCommands, questionForms } from "./faq/ask.ts"
import { entryActions, entryForms } from "./faq/entries.ts"
import { keepUp } from "./faq/keep-up.ts"
import { planReview, tellReview } from "./faq/review.ts"
import { gateActions, gateJobs } from "./gates/gestures.ts"
import { closeFallenGates } from "./gates/move-gate.ts"
import { showGates } from "./gates/show-gates.ts"
import { flyCanary } from "./health/canary.ts"
import { rescueJobs, retryJobs } from "./health/rescue.ts"
import { showState } from "./health/state.ts"
import { watchHealth } from "./health/watch.ts"
import { redrawIncidents } from "./incidents/announce.ts"
import { incidentActions, incidentForms, incidentJobs } from "./incidents/gestures.ts"
import { joinIncident } from "./incidents/join.ts"
import type { App } from "./lists.ts"
import { draftAnswer } from "./llm/draft.ts"
import { llmActions } from "./llm/gestures.ts"
import { acknowledgeHeld, acknowledgeTicket } from "./mail/acknowledge.ts"
import { keepCopy } from "./mail/keep-copy.ts"
import { openFromMail, retryMail } from "./mail/park.ts"
import { askReadSince, setReadSince } from "./mail/read-since.ts"
import { placeAgain, receiveMail } from "./mail/receive.ts"
import { resumeSending, sendMail } from "./mail/send.ts"
import type { Needs } from "./needs.ts"
import { setAbsent } from "./people/absent.ts"
import { forgetAccess } from "./people/forget-access.ts"
import { askAddress, askForCode, linkAccount, sendCode } from "./people/link.ts"
import { mailCode } from "./people/mail-code.ts"
import { teamActions, teamForms } from "./people/team.ts"
import { officeActions, officeForms } from "./redirections/offices.ts"
import { announceTicket } from "./tickets/announce.ts"
import { closeSilently } from "./tickets/close.ts"
import { ticketActions, ticketForms } from "./tickets/gestures.ts"
import { complete, findTickets, mine, showMine } from "./tickets/list.ts"
import { addNote } from "./tickets/note.ts"
import { askToOpen } from "./tickets/open.ts"
import { remindPassings } from "./tickets/passed-on.ts"
import { passingActions, passingForms, passingJobs } from "./tickets/passing-gestures.ts"
import { redrawWaiting } from "./tickets/redraw.ts"
import { releaseLeavers } from "./tickets/release-leavers.ts"
import { remindTeam, remindUnclaimed } from "./tickets/remind.ts"
import { retryReply, sendReply, undoReply } from "./tickets/send-reply.ts"
import { showNumbered } from "./tickets/show.ts"
import { wakeTickets } from "./tickets/snooze.ts"
import { planSummary, showSummary } from "./tickets/summary.ts"
import { takeTicket } from "./tickets/take.ts"
import { tellMissedNotes, tellNote } from "./tickets/tell-note.ts"
import { planComparison, tellComparison } from "./triage/compare-lessons.ts"
import { followModel, learnAgain, planLearning } from "./triage/learn-again.ts"
import { modelActions } from "./triage/model-gestures.ts"
import { proposeAnswer } from "./triage/propose.ts"
import { triageTicket } from "./triage/triage.ts"

/** What happens when: five lists (mail, jobs, what people do, every minute), one line per occasion. */
export function createApp(needs: Needs): App {
  return {
    mail: { arrived: (mail) => receiveMail(needs, mail) },

    jobs: {
      "ticket.triage": ({ ticketId }) => triageTicket(needs, ticketId),
      "ticket.propose": ({ ticketId }) => proposeAnswer(needs, ticketId),
      "ticket.draft": ({ ticketId }) => draftAnswer(needs, ticketId),
      "ticket.acknowledge": async ({ ticketId, isAsked }) => {
        await joinIncident(needs, ticketId)
        await acknowledgeTicket(needs, ticketId, isAsked)
      },
      "ticket.announce": async ({ ticketId, backIn }) => {
        await announceTicket(needs, ticketId)
        if (backIn) await tellMissedNotes(needs, ticketId, backIn)
      },
      ...gateJobs(needs),
      "ticket.remind": ({ ticketId }) => remindTeam(needs, ticketId),
      ...incidentJobs(needs),
      "note.tell": ({ messageId }) => tellNote(needs, messageId),
      "team.summary": ({ day }) => showSummary(needs, day),
      "mail.send": ({ messageId }) => sendMail(needs, messageId),
      "mail.copy": ({ messageId }) => keepCopy(needs, messageId),
      "mail.again": ({ mailId }) => placeAgain(needs, mailId),
      "tickets.release": ({ byId }) => releaseLeavers(needs, byId),
      "code.mail": ({ codeId }) => mailCode(needs, codeId),
      ...passingJobs(needs),
      "triage.learn": (asked) => learnAgain(needs, asked),
      "triage.compare": (lessons) => tellComparison(needs, lessons),
      "entries.review": (due) => tellReview(needs, due),
    },

    actions: {
      ...ticketActions(needs),
      ...llmActions(needs),
      "reply.send": (draftId, member) => sendReply(needs, draftId, member),
      "reply.undo": (messageId, member) => undoReply(needs, messageId, member),
      "reply.retry": (messageId, member) => retryReply(needs, messageId, member),
      "mail.retry": (mailId, member) => retryMail(needs, mailId, member),
      "mail.open": (mailId, member) => openFromMail(needs, mailId, member),
      "jobs.retry": (_, member, name) => retryJobs(needs, name, member),
      "mailbox.since": (_, __, name) => askReadSince(needs, name),
      ...teamActions(needs),
      ...incidentActions(needs),
      ...placeActions(needs),
      ...entryActions(needs),
      ...passingActions(needs),
      ...officeActions(needs),
      ...modelActions(needs),
      ...gateActions(needs),
    },

    submissions: {
      ...ticketForms(needs),
      "mailbox.since": ({ name }, values, member) => setReadSince(needs, name, values, member),
      ...teamForms(needs),
      ...incidentForms(needs),
      ...placeForms(needs),
      ...entryForms(needs),
      ...passingForms(needs),
      ...officeForms(needs),
    },

    publicActions: {
      "member.link": (_, person, member) => askAddress(person, member),
      "member.code": (id) => askForCode(id),
      ...questionActions(needs),
    },

    publicSubmissions: {
      "member.link": (_, values, person) => sendCode(needs, values, person),
      "member.code": (id, values, person) => linkAccount(needs, id, values, person),
      ...questionForms(needs),
    },

    commands: {
      demande: (argument) => showNumbered(needs, argument),
      "mes-demandes": (_, member) => showMine(needs, member),
      cherche: (argument) => findTickets(needs, argument),
      ouvrir: (_, member) => askToOpen(needs, member),
      absent: (argument, member) => setAbsent(needs, argument, member),
      état: () => showState(needs),
      automatismes: (_, member) => showGates(needs, member),
    },

    publicCommands: {
      aide: (_, __, member) => help(member),
      lier: (_, person, member) => askAddress(person, member),
      ...questionCommands(needs),
    },

    inChat: {
      note: async (id, { text, ...said }, member) => {
        await addNote(needs, id, { text }, member, said)
      },
      reaction: (reaction, id, member) =>
        reaction === "eyes" ? takeTicket(needs, id, member) : closeSilently(needs, id, member),
      complete: (text) => complete(needs, text),
      openFrom: (text, member) => askToOpen(needs, member, text, "chat"),
      home: (member) => (member ? mine(needs, member) : helpCard(member)),
      isBack: (chat) => catchUp(needs, chat),
    },

    everyMinute: {
      "wake tickets": () => wakeTickets(needs),
      "acknowledge what was held": () => acknowledgeHeld(needs),
      "resume sending": () => resumeSending(needs),
      "remind unclaimed tickets": () => remindUnclaimed(needs),
      "plan the summary": () => planSummary(needs),
      "remind of requests passed on": () => remindPassings(needs),
      "redraw incidents": () => redrawIncidents(needs),
      "redraw waiting tickets": () => redrawWaiting(needs),
      "rescue jobs": () => rescueJobs(needs),
      "keep up with the cards": () => keepUp(needs),
      "plan the review of cards": () => planReview(needs),
      "follow the model": () => followModel(needs),
      "plan learning": () => planLearning(needs),
      "compare the lexicon with the past": () => planComparison(needs),
      "close gates": () => closeFallenGates(needs),
      "catch up chats": () => catchUpChats(needs),
      "forget occasions": () => forgetOccasions(needs),
      "release tickets of leavers": () => releaseLeavers(needs),
      "forget codes": () => forgetAccess(needs),
      "watch health": () => watchHealth(needs),
      "fly the canary": () => flyCanary(needs),
    },
  }
}
