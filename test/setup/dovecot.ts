import { type ChildProcess, execFile, spawn } from "node:child_process"
import { chown, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir, userInfo } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { ImapFlow } from "imapflow"
import { eventually } from "./eventually.ts"

const run = promisify(execFile)
const PASSWORD = "secret-éàç"
const NOBODY = 65_534

/** A real Dovecot in a folder of its own. Any user may log in with the password; each begins empty. */
export type Dovecot = {
  port: number
  /** Where mails are handed over by LMTP; 0 unless asked for. */
  lmtpPort: number
  /** TLS from the start, with `ca` as the authority. */
  securePort: number
  password: string
  ca: string
  start(): Promise<void>
  stop(): Promise<void>
  /** How many connections serve this user. */
  sessions(user: string): Promise<number>
  /** Kills the processes that serve this user, as a crash would. Says how many. */
  killSessions(user: string): Promise<number>
  /** They hold their connections, and say nothing any more. Says how many. */
  silenceSessions(user: string): Promise<number>
  /** The folder of a user gets other identities for the same mails, as after a restore. */
  changeUidValidity(user: string): Promise<void>
  client(user: string): Promise<ImapFlow>
  remove(): Promise<void>
}

export async function hasDovecot(): Promise<boolean> {
  return run("dovecot", ["--version"]).then(
    () => true,
    () => false,
  )
}

/** `tokenInfoPort`: where the stub listens that vouches for access tokens. `hasLmtp` needs dovecot-lmtpd. */
export async function startDovecot({ tokenInfoPort = 1, hasLmtp = false } = {}): Promise<Dovecot> {
  const root = await mkdtemp(join(tmpdir(), "dovecot-"))
  const [port, securePort] = await Promise.all([freePort(), freePort()])
  const lmtpPort = hasLmtp ? await freePort() : 0
  for (const folder of ["run", "state", "mail", "tls"]) await mkdir(join(root, folder))
  const isRoot = process.getuid?.() === 0
  if (isRoot) for (const folder of [root, join(root, "mail")]) await chown(folder, NOBODY, NOBODY)
  const [key, certificate] = [join(root, "tls/key.pem"), join(root, "tls/cert.pem")]
  await run("openssl", [
    ..."req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2".split(" "),
    ...["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
    ...["-keyout", key, "-out", certificate],
  ])
  await writeFile(join(root, "oauth2.conf"), oauth2(tokenInfoPort))
  const config = join(root, "dovecot.conf")
  await writeFile(config, configuration({ root, port, securePort, lmtpPort, isRoot }))
  let master: ChildProcess | null = null

  async function pidsOf(user: string): Promise<number[]> {
    const { stdout } = await run("doveadm", ["-c", config, "who", "-1", user])
    return [...stdout.matchAll(/imap\s+(\d+)/g)].map(([, pid]) => Number(pid))
  }

  async function signal(user: string, name: NodeJS.Signals): Promise<number> {
    const pids = await pidsOf(user)
    for (const pid of pids) process.kill(pid, name)
    return pids.length
  }

  const dovecot: Dovecot = {
    port,
    lmtpPort,
    securePort,
    password: PASSWORD,
    ca: await readFile(certificate, "utf8"),
    async start() {
      master = spawn("dovecot", ["-F", "-c", config], { stdio: "ignore", detached: true })
      await eventually("Dovecot, listening", () => greets(port))
    },
    async stop() {
      const stopping = master
      master = null
      if (!stopping || stopping.exitCode !== null) return
      const gone = new Promise((resolve) => stopping.once("exit", resolve))
      stopping.kill("SIGTERM")
      await gone
      // Sessions outlive their master until the client goes; a machine that stops ends them too.
      endGroup(stopping)
    },
    sessions: async (user) => (await pidsOf(user)).length,
    killSessions: (user) => signal(user, "SIGKILL"),
    silenceSessions: (user) => signal(user, "SIGSTOP"),
    async changeUidValidity(user) {
      const mail = join(root, "mail", user)
      const uidList = join(mail, "dovecot-uidlist")
      const list = await readFile(uidList, "utf8")
      await dovecot.stop()
      await writeFile(
        uidList,
        list.replace(/^(3 V)(\d+)/, (_, version, id) => `${version}${Number(id) + 7}`),
      )
      for (const name of ["dovecot.index", "dovecot.index.log", "dovecot.index.cache"]) {
        await rm(join(mail, name), { force: true })
      }
      await dovecot.start()
    },
    async client(user) {
      const client = new ImapFlow({
        host: "127.0.0.1",
        port,
        secure: false,
        tls: { rejectUnauthorized: false },
        auth: { user, pass: PASSWORD },
        logger: false,
        disableAutoIdle: true,
      })
      client.on("error", () => {})
      await client.connect()
      return client
    },
    async remove() {
      await dovecot.stop()
      await rm(root, { recursive: true, force: true })
    },
  }
  // A run that is cut short leaves no server behind.
  process.on("exit", () => endGroup(master))
  await dovecot.start()
  return dovecot
}

function endGroup(master: ChildProcess | null): void {
  try {
    if (master?.pid) process.kill(-master.pid, "SIGKILL")
  } catch {
    // Everyone is gone already.
  }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === "string") throw new Error("There is no free port")
  return address.port
}

async function greets(port: number): Promise<boolean> {
  const client = new ImapFlow({
    host: "127.0.0.1",
    port,
    secure: false,
    tls: { rejectUnauthorized: false },
    auth: { user: "started", pass: PASSWORD },
    logger: false,
    verifyOnly: true,
  })
  client.on("error", () => {})
  return client.connect().then(
    () => true,
    () => {
      client.close()
      return false
    },
  )
}

type Places = {
  root: string
  port: number
  securePort: number
  lmtpPort: number
  isRoot: boolean
}

function configuration({ root, port, securePort, lmtpPort, isRoot }: Places): string {
  const me = userInfo().username
  const [mailUser, mailGroup] = isRoot ? ["nobody", "nogroup"] : [me, me]
  return `
base_dir = ${root}/run
state_dir = ${root}/state
log_path = ${root}/dovecot.log
instance_name = ${root.split("/").at(-1)}
protocols = imap${lmtpPort ? " lmtp" : ""}
listen = 127.0.0.1
default_internal_user = ${isRoot ? "dovecot" : me}
default_login_user = ${isRoot ? "dovenull" : me}
${isRoot ? "" : `default_internal_group = ${me}`}

mail_location = maildir:${root}/mail/%u
mail_uid = ${mailUser}
mail_gid = ${mailGroup}
first_valid_uid = 1
first_valid_gid = 1
mail_max_userip_connections = 1000

ssl = required
ssl_cert = <${root}/tls/cert.pem
ssl_key = <${root}/tls/key.pem
auth_mechanisms = plain login xoauth2 oauthbearer
auth_failure_delay = 0

passdb {
  driver = static
  args = password=${PASSWORD}
  mechanisms = plain login
}
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = ${root}/oauth2.conf
}
userdb {
  driver = static
  args = uid=${mailUser} gid=${mailGroup} home=${root}/mail/%u allow_all_users=yes
}

service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${securePort}
    ssl = yes
  }
  chroot =
}
${lmtpPort ? `service lmtp {\n  inet_listener lmtp {\n    port = ${lmtpPort}\n  }\n}` : ""}
service auth {
  chroot =
}
service anvil {
  chroot =
  # Closed, so that a wrong password is answered at once instead of later each time.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}

namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    auto = create
    special_use = \\Sent
  }
}
`
}

function oauth2(tokenInfoPort: number): string {
  return `
tokeninfo_url = http://127.0.0.1:${tokenInfoPort}/tokeninfo?access_token=
introspection_mode = get
username_attribute = email
active_attribute = active
active_value = true
`
}
