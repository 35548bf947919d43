import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useEffect, useState } from 'react'
import { useClient } from 'sanity'
import { apiVersion } from '../structure/api-version.ts'
import { countAnswers } from './moderate.ts'
import { Words } from './words.tsx'

type Props = {
  replies: { id: string; name: string; text: string }[]
  /** On the button that deletes. */
  label: string
  onConfirm: () => void
  onCancel: () => void
}

/** Shows what is about to be deleted. Replies that others answer cannot go before their answers. */
export function RejectQuestion({ replies, label, onConfirm, onCancel }: Props) {
  const client = useClient({ apiVersion })
  const [answers, setAnswers] = useState<number>()
  const ids = replies.map(({ id }) => id).join()
  useEffect(() => {
    let shown = true
    void countAnswers(client, ids.split(',')).then((count) => shown && setAnswers(count))
    return () => {
      shown = false
    }
  }, [client, ids])

  return (
    <Stack gap={4}>
      <Stack gap={3} style={{ maxHeight: '50vh', overflowY: 'auto' }}>
        {replies.map(({ id, name, text }) => (
          <Words key={id} name={name} text={text} />
        ))}
      </Stack>
      {answers ? (
        <Card padding={3} radius={2} tone="caution">
          <Text size={1}>
            {answers === 1 ? 'One reply answers' : `${answers} replies answer`} this. Delete the answers
            first.
          </Text>
        </Card>
      ) : (
        <Text size={1}>
          {replies.length === 1 ? 'It' : `All ${replies.length}`} will be gone for good, with the e-mail
          address
          {replies.length === 1 ? '' : 'es'} of whoever wrote.
        </Text>
      )}
      <Flex gap={2} justify="flex-end">
        <Button mode="bleed" onClick={onCancel} text="Cancel" />
        <Button disabled={answers !== 0} mode="ghost" onClick={onConfirm} text={label} tone="critical" />
      </Flex>
    </Stack>
  )
}
