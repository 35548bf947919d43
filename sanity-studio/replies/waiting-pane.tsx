import { Box, Button, Card, Checkbox, Container, Dialog, Flex, Stack, Text } from '@sanity/ui'
import { useToast } from '@sanity/ui/toast'
import { useId, useState } from 'react'
import { useClient } from 'sanity'
import { apiVersion } from '../structure/api-version.ts'
import { approveReplies, deleteReplies } from './moderate.ts'
import { RejectQuestion } from './reject-question.tsx'
import { useWaitingReplies } from './use-waiting-replies.ts'
import type { WaitingReply } from './waiting.ts'
import { WaitingCard } from './waiting-card.tsx'

/** All replies that wait, each with its recap and what it answers; to approve or reject one, or many at once. */
export function WaitingPane() {
  const replies = useWaitingReplies()
  const client = useClient({ apiVersion })
  const toast = useToast()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [rejecting, setRejecting] = useState<WaitingReply[]>([])
  const [busy, setBusy] = useState(false)
  const dialog = useId()
  if (!replies) return <Note>Looking for replies …</Note>
  if (replies.length === 0)
    return <Note>No reply waits. When a reader writes one, it appears here by itself.</Note>

  const selected = replies.filter(({ id }) => chosen.has(id))
  const decide = async (done: string, work: () => Promise<void>) => {
    setBusy(true)
    try {
      await work()
      setChosen(new Set())
      toast.push({ status: 'success', title: done })
    } catch {
      toast.push({ status: 'error', title: 'Nothing was changed', description: 'Try again in a moment.' })
    }
    setBusy(false)
  }
  const approve = (some: WaitingReply[]) =>
    decide(some.length === 1 ? 'The reply is approved' : `${some.length} replies are approved`, () =>
      approveReplies(client, inOrder(some)),
    )
  const reject = (some: WaitingReply[]) =>
    decide(some.length === 1 ? 'The reply is deleted' : `${some.length} replies are deleted`, () =>
      deleteReplies(
        client,
        some.map(({ id }) => id),
      ),
    )
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    setChosen(next)
  }

  return (
    <Card data-testid="waiting-pane" height="fill" overflow="auto">
      <Card borderBottom padding={3} style={{ position: 'sticky', top: 0, zIndex: 1 }}>
        <Flex align="center" gap={2} wrap="wrap">
          <Flex align="center" as="label" flex={1} gap={2} style={{ minWidth: 'max-content' }}>
            <Checkbox
              checked={selected.length === replies.length}
              indeterminate={selected.length > 0 && selected.length < replies.length}
              onChange={() =>
                setChosen(new Set(selected.length === replies.length ? [] : replies.map(({ id }) => id)))
              }
            />
            <Text size={1}>{selected.length === 0 ? 'Choose all' : `${selected.length} chosen`}</Text>
          </Flex>
          <Button
            disabled={busy || selected.length === 0 || selected.some(({ answerable }) => !answerable)}
            fontSize={1}
            onClick={() => void approve(selected)}
            padding={3}
            text="Approve chosen"
            mode="ghost"
            tone="positive"
          />
          <Button
            disabled={busy || selected.length === 0}
            fontSize={1}
            mode="ghost"
            onClick={() => setRejecting(selected)}
            padding={3}
            text="Reject chosen"
            tone="critical"
          />
        </Flex>
      </Card>
      <Container padding={3} width={1}>
        <Stack as="ul" gap={3}>
          {replies.map((reply) => (
            <WaitingCard
              busy={busy}
              chosen={chosen.has(reply.id)}
              key={reply.id}
              onApprove={() => void approve([reply])}
              onChoose={(isChosen) => choose(reply.id, isChosen)}
              onReject={() => setRejecting([reply])}
              reply={reply}
            />
          ))}
        </Stack>
      </Container>
      {rejecting.length > 0 && (
        <Dialog
          header={rejecting.length === 1 ? 'Reject this reply?' : `Reject these ${rejecting.length} replies?`}
          id={dialog}
          onClose={() => setRejecting([])}
          width={1}
        >
          <Box padding={4}>
            <RejectQuestion
              label="Reject"
              onCancel={() => setRejecting([])}
              onConfirm={() => {
                setRejecting([])
                void reject(rejecting)
              }}
              replies={rejecting}
            />
          </Box>
        </Dialog>
      )}
    </Card>
  )
}

/** In the order in which they were sent, so that an answer never comes before what it answers. */
function inOrder(replies: WaitingReply[]): string[] {
  return replies.toSorted((a, b) => a.submittedAt.localeCompare(b.submittedAt)).map(({ id }) => id)
}

function Note({ children }: { children: string }) {
  return (
    <Card height="fill" padding={5}>
      <Text align="center" muted size={1}>
        {children}
      </Text>
    </Card>
  )
}
