import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useEffect, useState } from 'react'
import { getPublishedId, useClient } from 'sanity'
import { IntentLink } from 'sanity/router'
import { apiVersion } from '../structure/api-version.ts'

type Props = {
  /** Of the published document. */
  id: string
  /** What becomes of the document. */
  consequence: string
  /** On the button that does it. */
  label: string
  onConfirm: () => void
  onCancel: () => void
}

type Use = { id: string; type: string; title: string }

/** Addresses of repliers hold nothing back: they go with the reply. */
const query = `*[references($id) && !(_id in [$id, "drafts." + $id]) && _type != "replyContact"] | order(_type, _id) {
  "id": _id,
  "type": _type,
  "title": coalesce(title, name, text, "Something without a title")
}`

/** Asks before a document leaves the site or is deleted. One that is still used cannot go, so it only says where. */
export function PartingQuestion({ id, consequence, label, onConfirm, onCancel }: Props) {
  const { uses, isLate } = useUses(id)
  const used = uses !== undefined && uses.length > 0
  return (
    <Stack gap={4}>
      {used ? (
        <Card padding={3} radius={2} tone="caution">
          <Stack gap={3}>
            <Text size={1}>It is still used here. Take it out there first, and publish that:</Text>
            <Stack as="ul" gap={4}>
              {uses.map((use) => (
                <Text as="li" key={use.id} size={1}>
                  <IntentLink intent="edit" onClick={onCancel} params={{ id: use.id, type: use.type }}>
                    {use.title}
                  </IntentLink>
                </Text>
              ))}
            </Stack>
          </Stack>
        </Card>
      ) : (
        <Text size={1}>
          {isLate && !uses
            ? 'Where it is used cannot be found out just now. Try again in a moment.'
            : consequence}
        </Text>
      )}
      <Flex gap={2} justify="flex-end">
        <Button mode="bleed" onClick={onCancel} text={used ? 'Close' : 'Cancel'} />
        {!used && <Button disabled={!uses} mode="ghost" onClick={onConfirm} text={label} tone="critical" />}
      </Flex>
    </Stack>
  )
}

/** Milliseconds after which somebody is told that there is no answer. The Studio itself asks again and again. */
const patience = 5000

/** Where a document is used: `undefined` until that is known, which is late where the lake does not answer. */
function useUses(id: string): { uses: Use[] | undefined; isLate: boolean } {
  const client = useClient({ apiVersion })
  const [uses, setUses] = useState<Use[]>()
  const [isLate, setIsLate] = useState(false)
  useEffect(() => {
    const asking = new AbortController()
    const { signal } = asking
    const giveUp = () => !signal.aborted && setIsLate(true)
    const timer = setTimeout(giveUp, patience)
    void client
      .fetch<Use[]>(query, { id }, { perspective: 'raw', tag: 'uses', signal })
      .then((found) => setUses(once(found)), giveUp)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [client, id])
  return { uses, isLate }
}

/** What a draft and its published version both use is used once. */
function once(uses: Use[]): Use[] {
  const byId = new Map(uses.map((use) => [getPublishedId(use.id), use]))
  return [...byId].map(([id, use]) => ({ ...use, id }))
}
