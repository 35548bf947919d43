import { z } from 'zod'
import { identifier } from './identifier.ts'
import { organiser } from './project.ts'

/** One end of a presence connection: JSON-RPC 2.0 over a WebSocket, as Sanity's bifur speaks it. */
export type PresencePeer = { send(text: string): void; close(): void }

const request = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  method: z.string(),
  params: z.record(z.string(), z.unknown()).default({}),
})

const unauthorisedCode = 4001
const methodNotFoundCode = -32601
const parseErrorCode = -32700

type Session = {
  peer: PresencePeer
  authorised: boolean
  subscriptions: Set<string>
  /** What the Studio calls itself, once it has said where it is. */
  name?: string
}

const announced = z.object({ sessionId: z.string() })

/** Who has which document open, told from each Studio to the others of the same dataset. */
export class PresenceHub {
  readonly #sessions = new Map<string, Set<Session>>()

  /** @returns what to do with a message, and what to do when the connection ends */
  join(
    dataset: string,
    peer: PresencePeer,
    auth: { authorised: boolean; check(header: unknown): boolean },
  ): { receive(text: string): void; leave(): void } {
    const session: Session = { peer, authorised: auth.authorised, subscriptions: new Set() }
    const room = this.#sessions.get(dataset) ?? new Set()
    this.#sessions.set(dataset, room.add(session))
    return {
      receive: (text) => {
        const message = parse(text)
        const answer = message
          ? respond(message, session, room, auth.check)
          : { error: { code: parseErrorCode, message: 'Not a request' } }
        peer.send(JSON.stringify({ jsonrpc: '2.0', id: message?.id, ...answer }))
      },
      leave: () => {
        room.delete(session)
        // A window that was closed in the middle of something says no farewell.
        if (session.name !== undefined) tellDeparture(room, session, session.name)
      },
    }
  }
}

type Answer = { result: string } | { error: { code: number; message: string } }

const done: Answer = { result: 'ok' }

function respond(
  { method, params }: z.infer<typeof request>,
  session: Session,
  room: Set<Session>,
  check: (header: unknown) => boolean,
): Answer {
  if (method === 'authorization') session.authorised = check(params.authorization)
  if (!session.authorised) {
    return { error: { code: unauthorisedCode, message: 'This needs the token of the local lake' } }
  }
  switch (method) {
    case 'authorization':
      return done
    case 'presence_subscribe': {
      const subscription = identifier()
      session.subscriptions.add(subscription)
      return { result: subscription }
    }
    case 'presence_unsubscribe':
      session.subscriptions.delete(String(params.subscriptionId))
      return done
    case 'presence_announce':
      session.name = announced.safeParse(params.data).data?.sessionId
      tell(room, session, { type: 'state', i: organiser.id, m: params.data })
      return done
    case 'presence_rollcall':
      tell(room, session, { type: 'rollCall', i: organiser.id, session: params.session })
      return done
    case 'presence_disconnect':
      tellDeparture(room, session, params.session)
      return done
    default:
      return { error: { code: methodNotFoundCode, message: `Unknown method ${method}` } }
  }
}

function tellDeparture(room: Set<Session>, sender: Session, name: unknown): void {
  tell(room, sender, { type: 'disconnect', i: organiser.id, m: { session: name } })
}

function tell(room: Set<Session>, sender: Session, result: object): void {
  for (const session of room) {
    if (session === sender) continue
    for (const subscription of session.subscriptions) {
      const params = { subscription, result }
      session.peer.send(JSON.stringify({ jsonrpc: '2.0', method: 'presence_subscription', params }))
    }
  }
}

function parse(text: string): z.infer<typeof request> | undefined {
  try {
    return request.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
