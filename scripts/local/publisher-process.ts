import { fork } from 'node:child_process'
import { Failure } from '../../src/failure.ts'
import { publisherMessage } from '../publisher/messages.ts'

export type PublisherProcess = { stop: () => Promise<void>; exited: Promise<number | null> }

type PublisherOptions = {
  env: Record<string, string | undefined>
  out: string
  port: number
  say: (line: string) => void
}

/**
 * Starts a publisher and waits until the first edition is served. From then on it tells what it published.
 * @throws Failure with what it said, where the first edition failed
 */
export function startPublisherProcess({ env, out, port, say }: PublisherOptions): Promise<PublisherProcess> {
  const child = fork(
    new URL('../publisher/main.ts', import.meta.url),
    ['--out', out, '--port', String(port)],
    {
      env: { ...env }, // Ctrl+C in a terminal goes to a whole group of processes; this one is stopped by who started it.
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  )
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const stop = async () => {
    child.kill('SIGTERM')
    await exited
  }
  return new Promise((resolve, reject) => {
    let isReady = false
    let failure = new Failure(
      'The publisher ended before the first edition was ready.',
      'The lines above say why.',
    )
    child.on('message', (data) => {
      const message = publisherMessage.parse(data)
      switch (message.type) {
        case 'progress':
          return say(`  ${message.text}`)
        case 'ready':
          isReady = true
          return resolve({ stop, exited })
        case 'edition':
          for (const line of editionNews(message.lines, message.milliseconds, isReady)) say(line)
          return
        case 'failure':
          if (isReady) say(`  The site was left as it is. ${message.message}\n  ${message.hint}`)
          else failure = new Failure(message.message, message.hint)
      }
    })
    void exited.then(() => reject(failure))
  })
}

function editionNews(lines: string[], milliseconds: number, isReady: boolean): string[] {
  const seconds = (milliseconds / 1000).toFixed(2)
  const clock = new Date().toTimeString().slice(0, 8)
  return isReady
    ? [`${clock} Published in ${seconds} s.`, ...lines.map((line) => `  ${line}`)]
    : lines.map((line) => `  ${line}`)
}
