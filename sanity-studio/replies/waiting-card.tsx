import { Button, Card, Checkbox, Flex, Stack, Text } from '@sanity/ui'
import { IntentLink } from 'sanity/router'
import { formatMoment } from '../schema/previews/moment.ts'
import type { Said, WaitingReply } from './waiting.ts'
import { Words } from './words.tsx'

type Props = {
  reply: WaitingReply
  chosen: boolean
  busy: boolean
  onChoose: (isChosen: boolean) => void
  onApprove: () => void
  onReject: () => void
}

/** One reply that waits: under which recap, what it answers, what it says, and what can be done about it. */
export function WaitingCard({ reply, chosen, busy, onChoose, onApprove, onReject }: Props) {
  const by = `${reply.name}’s reply`
  return (
    <Card as="li" border padding={3} radius={2} tone={chosen ? 'primary' : 'default'}>
      <Stack gap={4}>
        <Flex align="flex-start" gap={3}>
          <Checkbox
            aria-label={`Choose ${by}`}
            checked={chosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
          <Stack flex={1} gap={3}>
            <Text size={1} weight="medium">
              {reply.recap ? (
                <IntentLink intent="edit" params={{ id: reply.recap.id, type: 'recap' }}>
                  {reply.recap.title}
                </IntentLink>
              ) : (
                'A recap that is no longer there'
              )}
            </Text>
            <Text muted size={1}>
              Sent {formatMoment(reply.submittedAt)}
            </Text>
          </Stack>
        </Flex>
        {thread(reply.before).map((said) => (
          <Words key={`${said.name}${said.text}`} muted name={said.name} text={said.text} />
        ))}
        <Words name={reply.name} text={reply.text} />
        {!reply.answerable && (
          <Text muted size={1}>
            It answers a reply that is not on the site, so it cannot be approved.
          </Text>
        )}
        <Flex gap={2} wrap="wrap">
          <Button
            aria-label={`Approve ${by}`}
            disabled={busy || !reply.answerable || !reply.recap}
            fontSize={1}
            onClick={onApprove}
            padding={3}
            text="Approve"
            mode="ghost"
            tone="positive"
          />
          <Button
            aria-label={`Reject ${by}`}
            disabled={busy}
            fontSize={1}
            mode="ghost"
            onClick={onReject}
            padding={3}
            text="Reject"
            tone="critical"
          />
          <Button
            aria-label={`Change ${by}`}
            as={IntentLink}
            fontSize={1}
            intent="edit"
            mode="bleed"
            padding={3}
            params={{ id: reply.id, type: 'reply' }}
            text="Change"
          />
        </Flex>
      </Stack>
    </Card>
  )
}

/** What was said before, the first thing first. */
function thread(said: Said | null | undefined): Said[] {
  return said ? [...thread(said.before), said] : []
}
